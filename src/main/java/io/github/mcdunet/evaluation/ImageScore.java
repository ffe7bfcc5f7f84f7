package io.github.mcdunet.evaluation;

import java.util.Optional;

/**
 * How good the mask of one image is.
 *
 * @param name the image, as the person who evaluates knows it
 * @param overlap of the pixels
 * @param shape outlines and objects; empty if the image's width and height are not known
 */
public record ImageScore(String name, Overlap overlap, Optional<ShapeScore> shape) {

	public ImageScore(final String name, final Overlap overlap) {
		this(name, overlap, Optional.empty());
	}

	public ImageScore(final String name, final Overlap overlap, final ShapeScore shape) {
		this(name, overlap, Optional.of(shape));
	}
}
