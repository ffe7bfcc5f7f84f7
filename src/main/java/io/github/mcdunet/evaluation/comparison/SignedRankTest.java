package io.github.mcdunet.evaluation.comparison;

import io.github.mcdunet.evaluation.Measure;

import java.util.Arrays;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Wilcoxon's signed-rank test of paired differences (Wilcoxon 1945,
 * https://doi.org/10.2307/3001968), two-sided. Differences of zero are left out, equal ones share
 * the mean of their ranks. Up to 100 differences the probability is exact, ties or not: by how many
 * of all 2^n choices of signs the rank sum is as far out; beyond, it is that of the normal
 * distribution, with the variance that ties leave. (The test of Commons Math counts zeros as
 * losses, and its exact probability does not know ties.)
 */
final class SignedRankTest {

	private static final int EXACT = 100;

	private final double[] ranks;
	private final double sum;

	/**
	 * @param differences of pairs; those below 1e-12 count as zero, which rounding alone can make
	 */
	SignedRankTest(final double[] differences) {
		final double[] moved = Arrays.stream(differences).filter(d -> Math.abs(d) > Paired.EQUAL)
			.toArray();
		// NB: equal but for rounding is equal
		final double[] sizes = Arrays.stream(moved).map(d -> Math.rint(Math.abs(d) / Paired.EQUAL))
			.toArray();
		ranks = sizes.length == 0 ? sizes : new NaturalRanking(TiesStrategy.AVERAGE).rank(sizes);
		double positive = 0;
		for (int i = 0; i < moved.length; i++)
			if (moved[i] > 0) positive += ranks[i];
		sum = positive;
	}

	/** Number of differences that are not zero. */
	int count() {
		return ranks.length;
	}

	/** Sum of the ranks of the positive differences. */
	double rankSum() {
		return sum;
	}

	/**
	 * Probability of a rank sum as extreme as this if the differences were symmetric about 0; none
	 * if all are zero.
	 */
	Measure pValue() {
		if (ranks.length == 0)
			return Measure.none("All differences are zero, so there is nothing to test.");
		final double total = Arrays.stream(ranks).sum();
		final double lower = Math.min(sum, total - sum);
		return Measure.of(ranks.length <= EXACT ? exact(lower) : normal(lower));
	}

	/**
	 * Twice the share of all choices of signs whose rank sum is at most this: ranks are whole
	 * numbers or halves of them.
	 */
	private double exact(final double lower) {
		final int[] halves = Arrays.stream(ranks).mapToInt(rank -> (int) Math.rint(2 * rank))
			.toArray();
		final double[] probability = new double[Arrays.stream(halves).sum() + 1];
		probability[0] = 1;
		int reached = 0;
		for (final int half : halves) {
			reached += half;
			for (int s = reached; s >= 0; s--)
				probability[s] = (probability[s] + (s >= half ? probability[s - half] : 0)) / 2;
		}
		return Math.min(1, 2 * Arrays.stream(probability, 0, (int) Math.rint(2 * lower) + 1).sum());
	}

	/**
	 * Mean and variance of the sum of ranks with random signs are half their sum and a quarter of
	 * their squares' sum; with a correction for continuity.
	 */
	private double normal(final double lower) {
		final double mean = Arrays.stream(ranks).sum() / 2,
			deviation = Math.sqrt(Arrays.stream(ranks).map(rank -> rank * rank).sum() / 4);
		return Math.min(1, 2 * new NormalDistribution(null, 0, 1)
			.cumulativeProbability((lower + 0.5 - mean) / deviation));
	}
}
