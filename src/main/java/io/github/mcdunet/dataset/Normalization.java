package io.github.mcdunet.dataset;

import net.imglib2.IterableInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * How raw intensities become network input: each channel of each image on its own, v' = (v -
 * offset) * factor. A value, stored in the model so that prediction does what training did.
 * <ul>
 * <li>{@link Method#MAXIMUM}: offset 0, factor 1 / maximum (the reference);</li>
 * <li>{@link Method#PERCENTILE}: offset = low percentile, factor 1 / (high - low percentile), not
 * clipped; where both are the same, as in an image that is black but for a few small spots, minimum
 * and maximum take their places.</li>
 * </ul>
 * A channel without contrast (maximum &lt;= 0, or all values the same) becomes 0 everywhere instead
 * of NaN.
 *
 * @param method one of the two
 * @param low lower percentile, 0..100; 0 without percentiles
 * @param high upper percentile, 0..100; 100 without percentiles
 */
public record Normalization(Method method, double low, double high) {

	public enum Method {
		MAXIMUM,
		PERCENTILE
	}

	public static Normalization maximum() {
		return new Normalization(Method.MAXIMUM, 0, 100);
	}

	/**
	 * @param low percentiles, 0 &lt;= low &lt; high &lt;= 100
	 * @param high percentiles, 0 &lt;= low &lt; high &lt;= 100
	 */
	public static Normalization percentiles(final double low, final double high) {
		if (!(low >= 0 && low < high && high <= 100))
			throw new IllegalArgumentException("Percentiles " + low + ", " + high);
		return new Normalization(Method.PERCENTILE, low, high);
	}

	/**
	 * Normalises channels in place.
	 *
	 * @param pixels [C, ...] row-major: channel c is pixels[c * n .. (c + 1) * n)
	 * @param n pixels per channel
	 */
	public void apply(final float[] pixels, final int channels, final int n) {
		scale(ArrayImgs.floats(pixels, n, 1, channels)).apply(pixels);
	}

	/**
	 * What to do to an image, or to any part of it, by the intensities of the whole. O(pixels),
	 * whatever the method, and no copy.
	 *
	 * @param image [X, Y, C], raw intensities, none NaN
	 */
	public IntensityScale scale(final RandomAccessibleInterval<FloatType> image) {
		final int channels = (int) image.dimension(2);
		final double[] offsets = new double[channels], factors = new double[channels];
		for (int c = 0; c < channels; c++) {
			final IterableInterval<FloatType> plane = Views
				.flatIterable(Views.hyperSlice(image, 2, image.min(2) + c));
			final double[] range = range(plane);
			offsets[c] = (float) range[0]; // as models have been trained
			factors[c] = range[1] > range[0] ? 1 / (range[1] - range[0]) : 0;
		}
		return new IntensityScale(offsets, factors);
	}

	/** The intensities that become 0 and 1. */
	private double[] range(final IterableInterval<FloatType> plane) {
		if (method == Method.PERCENTILE) {
			final OrderStatistics order = new OrderStatistics(plane::cursor);
			final double from = percentile(order, low), to = percentile(order, high);
			if (to > from) return new double[]{ from, to };
			final float[] extremes = order.select(0, order.count() - 1);
			return new double[]{ extremes[0], extremes[1] };
		}
		float max = 0;
		for (final FloatType value : plane)
			max = Math.max(max, value.get());
		return new double[]{ 0, max };
	}

	/** Linear interpolation between closest ranks (NumPy's default). */
	private static double percentile(final OrderStatistics order, final double percent) {
		final long last = order.count() - 1;
		final double rank = percent / 100 * last;
		final long below = (long) Math.floor(rank);
		final float[] neighbours = order.select(below, Math.min(below + 1, last));
		return neighbours[0] + (rank - below) * ((double) neighbours[1] - neighbours[0]);
	}

	@Override
	public String toString() {
		return method == Method.MAXIMUM ? "maximum" : "percentiles " + low + " .. " + high;
	}
}
