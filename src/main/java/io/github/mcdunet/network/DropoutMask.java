package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Tensor;

import java.util.stream.IntStream;

/**
 * Dropout masks from a counter-based generator: whether a value is dropped is a function of (seed,
 * sample, dropout layer, channel, absolute position) alone, so that a Monte Carlo sample does not
 * depend on tiles, batches or threads. Inverted scaling: kept values are multiplied by 1 / (1 - p).
 * <p>
 * A 64-bit counter goes through SplitMix64's finaliser (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195); its 16-bit quarters decide four neighbouring channels, so p is
 * rounded to 1/65536 (and the scale with it, which keeps the expectation exact).
 */
final class DropoutMask {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private final int threshold;
	private final int keepBits;

	/** @param rate probability p with which a value is dropped, 0..1 */
	DropoutMask(final double rate) {
		threshold = (int) Math.round(rate * 65536);
		keepBits = Float.floatToRawIntBits((float) (65536.0 / (65536 - threshold)));
	}

	/** A key for one sample and one dropout layer. */
	static long key(final long seed, final long sample, final int layer) {
		return mix(mix(mix(seed + GOLDEN) + sample * GOLDEN) + (layer + 1L) * GOLDEN);
	}

	/**
	 * Sets image i of a mask to 0 or 1 / (1 - p).
	 *
	 * @param x0 absolute position of the first pixel, in pixels of this layer's resolution, 0 ..
	 * 2^24
	 * @param y0 absolute position of the first pixel, in pixels of this layer's resolution, 0 ..
	 * 2^24
	 */
	void fill(final Tensor mask, final int i, final long key, final long x0, final long y0) {
		IntStream.range(0, mask.h()).parallel()
			.forEach(y -> mask.setRow(i, y, row(mask.w(), mask.c(), key, x0, y0 + y)));
	}

	/** One row [W, C] of a mask. */
	float[] row(final int width, final int channels, final long key, final long x0, final long y) {
		final float[] values = new float[width * channels];
		for (int x = 0; x < width; x++)
			fillPixel(values, x * channels, channels, key + (y << 40 | (x0 + x) << 16) * GOLDEN);
		return values;
	}

	private void fillPixel(final float[] values, final int start, final int channels,
		final long counter) {
		for (int c = 0; c < channels; c += 4) {
			long bits = mix(counter + (c >> 2) * GOLDEN);
			final int end = Math.min(channels, c + 4);
			for (int k = c; k < end; k++) {
				// NB: keep or 0 without a branch, which would be mispredicted half of the time
				values[start + k] = Float
					.intBitsToFloat(keepBits & ~((int) (bits & 0xFFFF) - threshold >> 31));
				bits >>>= 16;
			}
		}
	}

	private static long mix(final long counter) {
		long z = counter;
		z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}
}
