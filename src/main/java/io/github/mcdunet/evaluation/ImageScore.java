package io.github.mcdunet.evaluation;

/** How good the mask of one image is. */
public final class ImageScore {

	private final String name;
	private final Overlap overlap;

	public ImageScore(final String name, final Overlap overlap) {
		this.name = name;
		this.overlap = overlap;
	}

	/** The image, as the person who evaluates knows it. */
	public String name() {
		return name;
	}

	public Overlap overlap() {
		return overlap;
	}
}
