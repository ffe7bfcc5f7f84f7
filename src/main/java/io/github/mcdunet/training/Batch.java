package io.github.mcdunet.training;

/** Prepared images with masks for one training step. */
final class Batch {

	private final float[][] pixels;
	private final byte[][] masks;

	/** @param pixels per image [C, H, W]; masks per image [H, W], 0 or 1 */
	Batch(final float[][] pixels, final byte[][] masks) {
		this.pixels = pixels;
		this.masks = masks;
	}

	int size() {
		return pixels.length;
	}

	float[] pixels(final int i) {
		return pixels[i];
	}

	byte[] mask(final int i) {
		return masks[i];
	}
}
