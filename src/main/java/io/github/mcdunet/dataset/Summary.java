package io.github.mcdunet.dataset;

import java.util.Arrays;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * One number for many values, of which there is at least one, in any order: the mean, the median,
 * and other quantiles by the definitions of Hyndman and Fan (1996,
 * https://doi.org/10.1080/00031305.1996.10473566).
 */
public final class Summary {

	private Summary() {
	}

	public static double mean(final double[] values) {
		return Arrays.stream(values).sum() / values.length;
	}

	/** The middle value, or the mean of the two in the middle. */
	public static double median(final double[] values) {
		final double[] sorted = sorted(values);
		final int half = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
	}

	/**
	 * One of the values: that at the position nearest to share (n - 1).
	 *
	 * @param share 0..1
	 */
	public static double nearest(final double[] values, final double share) {
		return sorted(values)[(int) Math.round(share * (values.length - 1))];
	}

	/**
	 * Interpolated at positions p (n + 1), counted from 1: where a further value of the same kind
	 * is expected (type 6).
	 *
	 * @param percent 0..100
	 */
	public static double[] type6(final double[] values, final double... percent) {
		return interpolated(EstimationType.R_6, values, percent);
	}

	/**
	 * Interpolated at positions p (n - 1), counted from 0: between the smallest and the largest
	 * value (type 7).
	 *
	 * @param percent 0..100
	 */
	public static double[] type7(final double[] values, final double... percent) {
		return interpolated(EstimationType.R_7, values, percent);
	}

	private static double[] interpolated(final EstimationType type, final double[] values,
		final double[] percent) {
		final Percentile percentile = new Percentile().withEstimationType(type);
		percentile.setData(values);
		return Arrays.stream(percent).map(percentile::evaluate).toArray();
	}

	private static double[] sorted(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted;
	}
}
