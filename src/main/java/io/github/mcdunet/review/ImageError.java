package io.github.mcdunet.review;

/** How much is probably wrong in one image. Immutable. */
public final class ImageError {

	private final int image;
	private final int places;
	private final double wrongPixels;

	ImageError(final int image, final int places, final double wrongPixels) {
		this.image = image;
		this.places = places;
		this.wrongPixels = wrongPixels;
	}

	/** Number of the image, from 0. */
	public int image() {
		return image;
	}

	/** Number of objects and areas in it to look at. */
	public int places() {
		return places;
	}

	/** Expected number of wrong pixels; the sum over its places. */
	public double wrongPixels() {
		return wrongPixels;
	}
}
