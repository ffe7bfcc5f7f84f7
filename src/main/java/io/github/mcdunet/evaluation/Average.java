package io.github.mcdunet.evaluation;

import java.util.Arrays;

/** The middle of some values, of which there must be at least one. */
public final class Average {

	private Average() {
	}

	public static double mean(final double[] values) {
		return Arrays.stream(values).sum() / values.length;
	}

	/** The middle value, or the mean of the two in the middle. */
	public static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int half = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
	}
}
