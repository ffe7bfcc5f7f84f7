package io.github.mcdunet.dataset;

import java.util.Arrays;
import java.util.Objects;

/**
 * How raw intensities become network input: each channel of each image on its own, v' = (v - offset) * factor. A value, stored in
 * the model so that prediction does what training did.
 * <ul>
 * <li>{@link Method#MAXIMUM}: offset 0, factor 1 / maximum (the reference);</li>
 * <li>{@link Method#PERCENTILE}: offset = low percentile, factor 1 / (high - low percentile), not clipped.</li>
 * </ul>
 * A channel without contrast (maximum &lt;= 0, or equal percentiles) becomes 0 everywhere instead of NaN.
 */
public final class Normalization {

	public enum Method {
		MAXIMUM, PERCENTILE
	}

	private final Method method;
	private final double low;
	private final double high;

	private Normalization(final Method method, final double low, final double high) {
		this.method = method;
		this.low = low;
		this.high = high;
	}

	public static Normalization maximum() {
		return new Normalization(Method.MAXIMUM, 0, 100);
	}

	/** @param low, high percentiles, 0 &lt;= low &lt; high &lt;= 100 */
	public static Normalization percentiles(final double low, final double high) {
		if (!(low >= 0 && low < high && high <= 100))
			throw new IllegalArgumentException("Percentiles " + low + ", " + high);
		return new Normalization(Method.PERCENTILE, low, high);
	}

	public Method method() {
		return method;
	}

	/** Lower percentile, 0..100. */
	public double low() {
		return low;
	}

	/** Upper percentile, 0..100. */
	public double high() {
		return high;
	}

	/**
	 * Normalises channels in place.
	 *
	 * @param pixels [C, ...] row-major: channel c is pixels[c * n .. (c + 1) * n)
	 * @param n pixels per channel
	 */
	public void apply(final float[] pixels, final int channels, final int n) {
		for (int c = 0; c < channels; c++) {
			final float[] oi = offsetAndFactor(pixels, c * n, n);
			for (int i = c * n; i < (c + 1) * n; i++)
				pixels[i] = (pixels[i] - oi[0]) * oi[1];
		}
	}

	/** The offset and the factor for the n values that start at an index. O(n) for the maximum, O(n log n) for percentiles. */
	float[] offsetAndFactor(final float[] values, final int start, final int n) {
		if (method == Method.MAXIMUM) {
			float max = 0;
			for (int i = start; i < start + n; i++)
				max = Math.max(max, values[i]);
			return new float[]{ 0, max > 0 ? 1 / max : 0 };
		}
		final float[] sorted = Arrays.copyOfRange(values, start, start + n);
		Arrays.sort(sorted);
		final double lo = percentile(sorted, low), hi = percentile(sorted, high);
		return new float[]{ (float) lo, hi > lo ? (float) (1 / (hi - lo)) : 0 };
	}

	/** Linear interpolation between closest ranks (NumPy's default). */
	static double percentile(final float[] sorted, final double percent) {
		final double rank = percent / 100 * (sorted.length - 1);
		final int below = (int) Math.floor(rank);
		final int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (rank - below) * ((double) sorted[above] - sorted[below]);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof Normalization && ((Normalization) o).method == method
			&& ((Normalization) o).low == low &&
			((Normalization) o).high == high;
	}

	@Override
	public int hashCode() {
		return Objects.hash(method, low, high);
	}

	@Override
	public String toString() {
		return method == Method.MAXIMUM ? "maximum" : "percentiles " + low + " .. " + high;
	}
}
