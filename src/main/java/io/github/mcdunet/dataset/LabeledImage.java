package io.github.mcdunet.dataset;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One image with its mask, in memory: what a U-Net learns from. Immutable by agreement: the arrays
 * are not copied and must not be written to.
 */
public final class LabeledImage {

	private final String name;
	private final int width;
	private final int height;
	private final int channels;
	private final float[] pixels;
	private final byte[] mask;

	/**
	 * @param name tells this sample from the others, for messages and tables
	 * @param pixels raw intensities, [C, H, W] row-major (which is [X, Y, C] in ImgLib2's order)
	 * @param mask [H, W] row-major, 1 = foreground, 0 = background
	 */
	public LabeledImage(final String name, final int width, final int height, final int channels,
		final float[] pixels, final byte[] mask) {
		if (pixels.length != (long) channels * height * width
			|| mask.length != (long) height * width)
			throw new IllegalArgumentException("Expected " + channels + " x " + height + " x "
				+ width + " pixels, got " + pixels.length + " and a mask of " + mask.length);
		this.name = name;
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.pixels = pixels;
		this.mask = mask;
	}

	public String name() {
		return name;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int channels() {
		return channels;
	}

	/** Raw intensities, [C, H, W] row-major; not a copy. */
	public float[] pixels() {
		return pixels;
	}

	/** 1 = foreground, 0 = background, [H, W] row-major; not a copy. */
	public byte[] mask() {
		return mask;
	}

	/** The image as [X, Y, C]; shares memory with {@link #pixels()}. */
	public Img<FloatType> image() {
		return ArrayImgs.floats(pixels, width, height, channels);
	}

	/** The mask as [X, Y], 0 or 1; shares memory with {@link #mask()}. */
	public Img<UnsignedByteType> maskImage() {
		return ArrayImgs.unsignedBytes(mask, width, height);
	}

	/** Number of foreground pixels. */
	public long foreground() {
		long n = 0;
		for (final byte m : mask)
			n += m;
		return n;
	}
}
