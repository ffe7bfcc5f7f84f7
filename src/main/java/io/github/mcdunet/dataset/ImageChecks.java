package io.github.mcdunet.dataset;

import io.github.mcdunet.McdUnetException;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Refuses images that no network can make sense of, in words that say which one and why. */
public final class ImageChecks {

	private ImageChecks() {
	}

	/**
	 * @param pixels [C, ...] row-major, of any shape
	 * @throws McdUnetException if a pixel is NaN or infinite, or every channel is constant
	 */
	public static void check(final String name, final float[] pixels, final int channels) {
		if (channels < 1 || pixels.length % channels != 0)
			throw new IllegalArgumentException(
				pixels.length + " values in " + channels + " channels");
		final int n = pixels.length / channels;
		boolean varies = false;
		for (int c = 0; c < channels; c++)
			for (int i = 0; i < n; i++) {
				final float v = pixels[c * n + i];
				if (!Float.isFinite(v))
					throw notFinite(name, c, v,
						"number " + i + " (row by row from the top left, from 0)");
				varies |= v != pixels[c * n];
			}
		if (!varies) throw constant(name);
	}

	/**
	 * @throws McdUnetException if a pixel of the image is NaN or infinite, or every channel is
	 * constant
	 */
	public static void check(final LabeledImage image) {
		check(image.name(), image.image());
	}

	/**
	 * @param image [X, Y, C]
	 * @throws McdUnetException if a pixel is NaN or infinite, or every channel is constant
	 */
	public static void check(final String name, final RandomAccessibleInterval<FloatType> image) {
		boolean varies = false;
		for (long c = image.min(2); c <= image.max(2); c++) {
			final Cursor<FloatType> cursor = Views.flatIterable(Views.hyperSlice(image, 2, c))
				.localizingCursor();
			float first = Float.NaN;
			while (cursor.hasNext()) {
				final float v = cursor.next().get();
				if (!Float.isFinite(v))
					throw notFinite(name, c - image.min(2), v,
						"x = " + cursor.getLongPosition(0) + ", y = " + cursor.getLongPosition(1));
				if (Float.isNaN(first)) first = v;
				varies |= v != first;
			}
		}
		if (!varies) throw constant(name);
	}

	/**
	 * @param minimum the smallest side a network takes, 2^depth
	 * @throws McdUnetException if the image is narrower or lower than that
	 */
	public static void checkSize(final String name, final int width, final int height,
		final int minimum) {
		if (width < minimum || height < minimum)
			throw new McdUnetException("Image '" + name + "' is " + width + " x " + height
				+ " pixels, but this network needs at least " + minimum + " x " + minimum
				+ ". Use larger images, or train a network with a smaller depth.");
	}

	private static McdUnetException notFinite(final String name, final long channel,
		final float value, final String position) {
		return new McdUnetException("Image '" + name + "' has a pixel that is not a number ("
			+ value + ") in channel " + (channel + 1) + ", pixel " + position
			+ ". Replace such pixels first, for instance with Process > Noise > Remove NaNs.");
	}

	private static McdUnetException constant(final String name) {
		return new McdUnetException("Image '" + name
			+ "' is empty: all its pixels have the same value. Check the file, or leave this image out.");
	}
}
