package io.github.mcdunet.evaluation;

import java.util.Optional;

/** How good the mask of one image is. */
public final class ImageScore {

	private final String name;
	private final Overlap overlap;
	private final Optional<ShapeScore> shape;

	public ImageScore(final String name, final Overlap overlap) {
		this(name, overlap, Optional.empty());
	}

	public ImageScore(final String name, final Overlap overlap, final ShapeScore shape) {
		this(name, overlap, Optional.of(shape));
	}

	private ImageScore(final String name, final Overlap overlap, final Optional<ShapeScore> shape) {
		this.name = name;
		this.overlap = overlap;
		this.shape = shape;
	}

	/** The image, as the person who evaluates knows it. */
	public String name() {
		return name;
	}

	public Overlap overlap() {
		return overlap;
	}

	/** Outlines and objects; empty if the image's width and height are not known. */
	public Optional<ShapeScore> shape() {
		return shape;
	}
}
