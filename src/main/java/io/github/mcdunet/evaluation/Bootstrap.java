package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Summary;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How far the mean or the median of some values may be from that of all the images there could be:
 * the percentiles 2.5 and 97.5 of 10,000 resamples with replacement (Efron and Tibshirani 1993,
 * https://doi.org/10.1201/9780429246593, chapter 13). With few values the interval is somewhat too
 * narrow; it speaks of images like these, which must not depend on each other.
 */
public final class Bootstrap {

	/** Number of resamples. */
	public static final int RESAMPLES = 10_000;

	/**
	 * The bounds of a 95 % confidence interval.
	 *
	 * @param low lower bound
	 * @param high upper bound, &gt;= low
	 */
	public record Interval(double low, double high) {
	}

	private static final int BEYOND = RESAMPLES / 40;

	private final double[] values;
	private final long seed;

	/** @param seed the same seed gives the same intervals */
	public Bootstrap(final double[] values, final long seed) {
		this.values = values.clone();
		this.seed = seed;
	}

	/** 95 % interval of the mean; none of less than two values. */
	public Optional<Interval> mean() {
		return interval(Summary::mean);
	}

	/** 95 % interval of the median; none of less than two values. */
	public Optional<Interval> median() {
		return interval(Summary::median);
	}

	private Optional<Interval> interval(final ToDoubleFunction<double[]> statistic) {
		if (values.length < 2) return Optional.empty();
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] resample = new double[values.length], statistics = new double[RESAMPLES];
		for (int r = 0; r < RESAMPLES; r++) {
			for (int i = 0; i < resample.length; i++)
				resample[i] = values[random.nextInt(values.length)];
			statistics[r] = statistic.applyAsDouble(resample);
		}
		Arrays.sort(statistics);
		return Optional.of(new Interval(statistics[BEYOND - 1], statistics[RESAMPLES - BEYOND]));
	}
}
