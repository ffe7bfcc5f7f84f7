package io.github.mcdunet.dataset;

import java.util.Arrays;

/**
 * What a {@link Normalization} does to one image: v' = (v - offset) * factor, per channel.
 * Immutable.
 */
public final class IntensityScale {

	private final double[] offsets;
	private final double[] factors;

	/**
	 * @param offsets one per channel, float values; not copied
	 * @param factors one per channel, finite, &gt;= 0
	 */
	IntensityScale(final double[] offsets, final double[] factors) {
		this.offsets = offsets;
		this.factors = Arrays.stream(factors).map(f -> isPlain(f) ? (float) f : f).toArray();
	}

	/** Whether a float holds a factor with all its digits: not at the ends of the range. */
	private static boolean isPlain(final double factor) {
		return factor == 0 || factor >= Float.MIN_NORMAL && factor <= Float.MAX_VALUE;
	}

	/** Number of channels. */
	public int channels() {
		return offsets.length;
	}

	/** This for the first channels, the other for the channels after them. */
	public IntensityScale followedBy(final IntensityScale other) {
		final int n = channels(), all = n + other.channels();
		final double[] bothOffsets = Arrays.copyOf(offsets, all),
			bothFactors = Arrays.copyOf(factors, all);
		System.arraycopy(other.offsets, 0, bothOffsets, n, other.channels());
		System.arraycopy(other.factors, 0, bothFactors, n, other.channels());
		return new IntensityScale(bothOffsets, bothFactors);
	}

	/**
	 * Scales in place the image or any part of it.
	 *
	 * @param pixels [C, ...] row-major: channel c is pixels[c * n .. (c + 1) * n)
	 */
	public void apply(final float[] pixels) {
		final int n = pixels.length / channels();
		for (int c = 0; c < channels(); c++)
			for (int i = c * n; i < (c + 1) * n; i++)
				pixels[i] = scaled(pixels[i], c);
	}

	private float scaled(final float value, final int c) {
		final float scaled = (value - (float) offsets[c]) * (float) factors[c];
		return isPlain(factors[c]) && Float.isFinite(scaled) ? scaled : (float) apply(c, value);
	}

	/** One intensity of channel c. */
	public double apply(final int c, final double value) {
		return (value - offsets[c]) * factors[c];
	}
}
