package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;

/**
 * How good the outlines and the objects of a mask are.
 *
 * @param boundary of the outlines
 * @param objects of the objects
 */
public record ShapeScore(BoundaryScore boundary, ObjectScore objects) {

	/**
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground
	 * @param size of a pixel, in whose unit distances are
	 */
	public static ShapeScore of(final Labels prediction, final Labels truth, final PixelSize size) {
		return new ShapeScore(BoundaryScore.of(prediction, truth, size),
			ObjectScore.of(prediction, truth));
	}
}
