package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;

import java.util.Arrays;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** Whether two measures put images in the same order. */
final class RankCorrelation {

	private static final int FEWEST = 3;

	private RankCorrelation() {
	}

	/**
	 * Spearman's rank correlation, -1..1: Pearson's of the ranks, where equal values share the mean
	 * of their ranks.
	 *
	 * @param a of the same length
	 * @param b of the same length
	 * @return none if there are fewer than three pairs or one of the two is constant
	 */
	public static Measure spearman(final double[] a, final double[] b) {
		if (a.length != b.length) throw new IllegalArgumentException(a.length + " and " + b.length);
		if (a.length < FEWEST)
			return Measure.none("A rank correlation needs at least 3 images, but there "
				+ (a.length == 1 ? "is 1." : "are " + a.length + "."));
		if (isConstant(a) || isConstant(b))
			return Measure
				.none("All images have the same value, so they have no order to compare.");
		return Measure.of(new SpearmansCorrelation().correlation(a, b));
	}

	private static boolean isConstant(final double[] values) {
		return Arrays.stream(values).allMatch(v -> v == values[0]);
	}
}
