package io.github.mcdunet.evaluation.trust;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much error remains when pixels are kept from the most certain on. Pixels of equal score come
 * in random order; what is computed is the expectation over it, exactly. Immutable.
 */
final class RiskCoverage {

	private static final double EULER = 0.57721566490153286;
	private static final int FEW = 64;

	private final long[] counts;
	private final double[] errors;
	private final long pixels;
	private final double total;

	/**
	 * @param counts number of pixels and sum of their errors, group by group from the most certain
	 * to the least
	 * @param errors number of pixels and sum of their errors, group by group from the most certain
	 * to the least
	 */
	private RiskCoverage(final long[] counts, final double[] errors) {
		this.counts = counts;
		this.errors = errors;
		long n = 0;
		double sum = 0;
		for (int i = 0; i < counts.length; i++) {
			n += counts[i];
			sum += errors[i];
		}
		pixels = n;
		total = sum;
	}

	/** The error of a hit is 1, of any other pixel 0. */
	static RiskCoverage ofHits(final ScoreGroups groups) {
		return of(groups, groups::hits);
	}

	/** The error of a group is its sum. */
	static RiskCoverage ofSums(final ScoreGroups groups) {
		return of(groups, groups::sum);
	}

	private static RiskCoverage of(final ScoreGroups groups, final IntToDoubleFunction error) {
		return new RiskCoverage(
			IntStream.range(0, groups.size()).mapToLong(groups::count).toArray(),
			IntStream.range(0, groups.size()).mapToDouble(error).toArray());
	}

	/** All pixels without error before all others: the best order that there can be. */
	static RiskCoverage oracle(final long right, final long wrong) {
		return new RiskCoverage(new long[]{ right, wrong }, new double[]{ 0, wrong });
	}

	/** Mean error of all pixels. */
	double mean() {
		return total / pixels;
	}

	/**
	 * The mean, over k = 1 .. n, of the mean error of the k most certain pixels: the area under the
	 * risk-coverage curve.
	 */
	double area() {
		double area = 0, errorBefore = 0;
		long before = 0;
		for (int i = 0; i < counts.length; i++) {
			if (counts[i] == 0) continue;
			final double rate = errors[i] / counts[i];
			// NB: the mean error of k pixels is (errorBefore + (k - before) rate) / k.
			area += counts[i] * rate
				+ (errorBefore - before * rate) * harmonic(before, before + counts[i]);
			before += counts[i];
			errorBefore += errors[i];
		}
		return area / pixels;
	}

	/**
	 * Mean error of the most certain pixels.
	 *
	 * @param share of all pixels, above 0, at most 1
	 */
	double kept(final double share) {
		return errorOf(share * pixels) / (share * pixels);
	}

	/**
	 * Share of all error that lies in the least certain pixels.
	 *
	 * @param share of all pixels, 0..1
	 */
	double found(final double share) {
		return Math.min(1, Math.max(0, 1 - errorOf((1 - share) * pixels) / total));
	}

	/** Error of the k most certain pixels. */
	private double errorOf(final double k) {
		double error = 0, before = 0;
		for (int i = 0; i < counts.length && before < k; i++) {
			error += errors[i] * Math.min(1, (k - before) / Math.max(1, counts[i]));
			before += counts[i];
		}
		return error;
	}

	/** 1 / (a + 1) + ... + 1 / b. */
	private static double harmonic(final long a, final long b) {
		if (b - a > FEW) return harmonic(b) - (a == 0 ? 0 : harmonic(a));
		double sum = 0;
		for (long k = a + 1; k <= b; k++)
			sum += 1.0 / k;
		return sum;
	}

	/** The asymptotic series is exact to double precision from FEW on. */
	private static double harmonic(final long n) {
		if (n <= FEW) return harmonic(0, n);
		final double q = 1.0 / n;
		return Math.log(n) + EULER + q / 2 - q * q / 12 + q * q * q * q / 120;
	}
}
