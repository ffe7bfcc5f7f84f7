package io.github.mcdunet.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * How good the mask of one image is.
 *
 * @param name the image, as the person who evaluates knows it
 * @param overlap of the pixels
 * @param shape outlines and objects; empty if the image's width and height are not known
 * @param classes overlap of each class with itself, from the first one on; empty where there is one
 * class only
 */
public record ImageScore(String name, Overlap overlap, Optional<ShapeScore> shape,
	List<Overlap> classes) {

	public ImageScore {
		classes = List.copyOf(classes);
	}

	public ImageScore(final String name, final Overlap overlap) {
		this(name, overlap, Optional.empty(), List.of());
	}

	public ImageScore(final String name, final Overlap overlap, final ShapeScore shape) {
		this(name, overlap, Optional.of(shape), List.of());
	}
}
