package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Summary;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Within which bounds a quantity lies with a probability of 95 %, if the samples scatter about it
 * as they do about each other.
 *
 * @param low lower bound; NaN if it is unknown
 * @param high upper bound; NaN if it is unknown
 */
record Interval(double low, double high) {

	/** Where less than two samples say anything; its bounds are NaN. */
	static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

	/**
	 * From so many samples on, 2.5 % of them lie beyond the outermost ones: fewer cannot show such
	 * percentiles.
	 */
	private static final int PERCENTILES = 40;

	/**
	 * Of 40 values or more, their percentiles 2.5 and 97.5 at positions p (n + 1) (type 6 of
	 * Hyndman and Fan 1996, https://doi.org/10.1080/00031305.1996.10473566). Of fewer, mean -+ t s
	 * sqrt(1 + 1/n), with the standard deviation s and the quantile 0.975 of Student's t with n - 1
	 * degrees of freedom: the interval in which 95 % of further values lie if they are normally
	 * distributed. Of less than two, {@link #UNKNOWN}.
	 */
	static Interval of(final double[] samples) {
		final int n = samples.length;
		if (n < 2) return UNKNOWN;
		if (n >= PERCENTILES) {
			final double[] bounds = Summary.type6(samples, 2.5, 97.5);
			return new Interval(bounds[0], bounds[1]);
		}
		final double mean = StatUtils.mean(samples),
			t = new TDistribution(null, n - 1).inverseCumulativeProbability(0.975);
		final double half = t * Math.sqrt(StatUtils.variance(samples) * (1 + 1.0 / n));
		return new Interval(mean - half, mean + half);
	}

	/** The smallest interval that holds this one and a value. */
	Interval including(final double value) {
		return isKnown() ? new Interval(Math.min(low, value), Math.max(high, value)) : this;
	}

	/** The interval about the same middle whose half width is factor x max(half width, least). */
	Interval widened(final double factor, final double least) {
		final double half = factor * Math.max(halfWidth(), least);
		return new Interval(middle() - half, middle() + half);
	}

	boolean isKnown() {
		return !Double.isNaN(low);
	}

	boolean contains(final double value) {
		return low <= value && value <= high;
	}

	double middle() {
		return (low + high) / 2;
	}

	double halfWidth() {
		return (high - low) / 2;
	}
}
