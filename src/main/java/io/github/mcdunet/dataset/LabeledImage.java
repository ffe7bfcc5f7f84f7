package io.github.mcdunet.dataset;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One image with its labels, in memory: what a U-Net learns from. Immutable by agreement: the
 * arrays are not copied and must not be written to.
 */
public record LabeledImage(String name, int channels, float[] pixels, Labels labels) {

	/**
	 * @param name tells this image from the others, for messages and tables
	 * @param channels number of channels C, &gt;= 1
	 * @param pixels raw intensities, [C, H, W] row-major (which is [X, Y, C] in ImgLib2's order)
	 * @param labels what is known of each pixel; its width and height are the image's
	 */
	public LabeledImage {
		if (pixels.length != (long) channels * labels.size())
			throw new IllegalArgumentException("Expected " + channels + " x " + labels.height()
				+ " x " + labels.width() + " pixels, got " + pixels.length);
	}

	public int width() {
		return labels.width();
	}

	public int height() {
		return labels.height();
	}

	/** The same labels, name and size with other intensities. */
	public LabeledImage withPixels(final float[] newPixels) {
		return new LabeledImage(name, channels, newPixels, labels);
	}

	/** The image as [X, Y, C]; shares memory with {@link #pixels()}. */
	public Img<FloatType> image() {
		return ArrayImgs.floats(pixels, width(), height(), channels);
	}

	/** Number of foreground pixels. */
	public long foreground() {
		return labels.foreground();
	}
}
