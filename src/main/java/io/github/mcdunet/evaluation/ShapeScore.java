package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;

/** How good the outlines and the objects of a mask are. */
public final class ShapeScore {

	private final BoundaryScore boundary;
	private final ObjectScore objects;

	private ShapeScore(final BoundaryScore boundary, final ObjectScore objects) {
		this.boundary = boundary;
		this.objects = objects;
	}

	/**
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground
	 * @param size of a pixel, in whose unit distances are
	 */
	public static ShapeScore of(final Labels prediction, final Labels truth, final PixelSize size) {
		return new ShapeScore(BoundaryScore.of(prediction, truth, size),
			ObjectScore.of(prediction, truth));
	}

	public BoundaryScore boundary() {
		return boundary;
	}

	public ObjectScore objects() {
		return objects;
	}
}
