package io.github.mcdunet.dataset;

import io.github.mcdunet.McdUnetException;

import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.IterableInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Refuses images that no network can make sense of, in words that say which one and why. */
public final class ImageChecks {

	/** In units of the range of most pixels: two more digits than a float tells apart. */
	private static final double FARTHEST = 1e9;

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
						"number " + i + " (row by row from the top left, from 0)").refusal();
				varies |= v != pixels[c * n];
			}
		if (!varies) throw constant(name).refusal();
	}

	/**
	 * @throws McdUnetException if the image has a {@link #fault}
	 */
	public static void check(final LabeledImage image) {
		check(image.name(), image.image());
	}

	/**
	 * @param image [X, Y, C]
	 * @throws McdUnetException if it has a {@link #fault}
	 */
	public static void check(final String name, final RandomAccessibleInterval<FloatType> image) {
		fault(name, image).ifPresent(fault -> {
			throw fault.refusal();
		});
	}

	/**
	 * What is wrong with an image's intensities: a pixel that is NaN or infinite, or so far from
	 * the others that nothing remains of them; or every channel is constant. O(pixels).
	 *
	 * @param image [X, Y, C]
	 */
	public static Optional<Fault> fault(final String name,
		final RandomAccessibleInterval<FloatType> image) {
		final int channels = (int) image.dimension(2);
		final float[] least = new float[channels], most = new float[channels];
		boolean varies = false;
		for (int c = 0; c < channels; c++) {
			final Cursor<FloatType> cursor = plane(image, c).localizingCursor();
			least[c] = Float.POSITIVE_INFINITY;
			most[c] = Float.NEGATIVE_INFINITY;
			while (cursor.hasNext()) {
				final float v = cursor.next().get();
				if (!Float.isFinite(v)) return Optional.of(notFinite(name, c, v, place(cursor)));
				least[c] = Math.min(least[c], v);
				most[c] = Math.max(most[c], v);
			}
			varies |= least[c] < most[c];
		}
		return varies ? outlier(name, image, least, most) : Optional.of(constant(name));
	}

	private static IterableInterval<FloatType> plane(
		final RandomAccessibleInterval<FloatType> image, final int channel) {
		return Views.flatIterable(Views.hyperSlice(image, 2, image.min(2) + channel));
	}

	private static String place(final Cursor<FloatType> cursor) {
		return "x = " + cursor.getLongPosition(0) + ", y = " + cursor.getLongPosition(1);
	}

	private static Optional<Fault> outlier(final String name,
		final RandomAccessibleInterval<FloatType> image, final float[] least, final float[] most) {
		final IntensityScale scale = Normalization.percentiles(1, 99).scale(image);
		for (int c = 0; c < least.length; c++) {
			final float far = scale.apply(c, most[c]) > FARTHEST ? most[c] : least[c];
			if (Math.abs(scale.apply(c, far)) <= FARTHEST) continue;
			final Cursor<FloatType> cursor = plane(image, c).localizingCursor();
			while (cursor.next().get() != far)
				continue;
			return Optional.of(new Fault(false,
				"Image '" + name + "' has a pixel of " + far + " in channel " + (c + 1) + ", pixel "
					+ place(cursor) + ", beside which all others look the same.",
				"Set such pixels to a usual value first, for instance with Process > Noise > Remove Outliers."));
		}
		return Optional.empty();
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

	private static Fault notFinite(final String name, final long channel, final float value,
		final String position) {
		return new Fault(false,
			"Image '" + name + "' has a pixel that is not a number (" + value + ") in channel "
				+ (channel + 1) + ", pixel " + position + ".",
			"Replace such pixels first, for instance with Process > Noise > Remove NaNs.");
	}

	private static Fault constant(final String name) {
		return new Fault(true, "Image '" + name + "' is empty: all its pixels have the same value.",
			"Check the file, or leave this image out.");
	}

	/**
	 * Why a network can make no sense of an image.
	 *
	 * @param constant whether all pixels have the same value, so that there is nothing to find
	 * @param cause a sentence that names the image
	 * @param advice a sentence that says what to do
	 */
	public record Fault(boolean constant, String cause, String advice) {

		/** To be thrown where the image cannot be left out. */
		public McdUnetException refusal() {
			return new McdUnetException(cause + " " + advice);
		}
	}
}
