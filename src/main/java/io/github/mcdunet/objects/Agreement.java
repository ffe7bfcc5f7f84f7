package io.github.mcdunet.objects;

import io.github.mcdunet.inference.SampleMasks;

import java.util.Arrays;

/**
 * How much samples agree with each other (Roy et al. 2018,
 * https://doi.org/10.1007/978-3-030-00928-1_75). Pairs of at most 100 samples are compared: the
 * first ones, as any are as good as any others.
 */
final class Agreement {

	private static final int MOST = 100;

	private Agreement() {
	}

	/** Mean Dice over all pairs of samples, 0..1; 1 for two empty masks; NaN where T = 1. */
	static double dice(final SampleMasks masks) {
		final int samples = Math.min(MOST, masks.samples());
		final long[] areas = new long[samples];
		for (int t = 0; t < samples; t++)
			areas[t] = masks.count(t);
		double sum = 0;
		for (int t = 0; t < samples; t++)
			for (int u = 0; u < t; u++)
				sum += areas[t] + areas[u] == 0 ? 1
					: 2.0 * masks.intersection(t, u) / (areas[t] + areas[u]);
		return sum / pairs(samples);
	}

	/**
	 * Mean IoU over all pairs of an object's regions, 0..1; 0 for a pair of two empty ones, which
	 * say that there is no object; NaN where T = 1.
	 *
	 * @param regions one per sample, indices of pixels
	 */
	static double iou(final int[][] regions) {
		final int samples = Math.min(MOST, regions.length);
		final long[][] bits = bits(Arrays.copyOf(regions, samples));
		double sum = 0;
		for (int t = 0; t < samples; t++)
			for (int u = 0; u < t; u++) {
				long shared = 0;
				for (int i = 0; i < bits[t].length; i++)
					shared += Long.bitCount(bits[t][i] & bits[u][i]);
				final long union = regions[t].length + regions[u].length - shared;
				sum += union == 0 ? 0 : (double) shared / union;
			}
		return sum / pairs(samples);
	}

	private static double pairs(final int samples) {
		return samples * (samples - 1) / 2.0;
	}

	/** The regions as bits, one for each pixel of any of them. */
	private static long[][] bits(final int[][] regions) {
		final int[] pixels = Arrays.stream(regions).flatMapToInt(Arrays::stream).sorted().distinct()
			.toArray();
		final long[][] bits = new long[regions.length][(pixels.length + 63) >>> 6];
		for (int t = 0; t < regions.length; t++)
			for (final int pixel : regions[t]) {
				final int i = Arrays.binarySearch(pixels, pixel);
				bits[t][i >>> 6] |= 1L << i;
			}
		return bits;
	}
}
