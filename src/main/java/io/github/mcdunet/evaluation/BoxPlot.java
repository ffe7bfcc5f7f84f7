package io.github.mcdunet.evaluation;

import java.util.Arrays;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * The numbers of a box plot (Tukey 1977): quartiles by linear interpolation (type 7 of Hyndman and
 * Fan 1996, https://doi.org/10.1080/00031305.1996.10473566), whiskers to the last value within 1.5
 * times the box's height of it. Immutable.
 */
public final class BoxPlot {

	private static final double REACH = 1.5;

	private final double[] values;
	private final double lower;
	private final double upper;

	/** @param values at least one */
	public BoxPlot(final double[] values) {
		if (values.length == 0) throw new IllegalArgumentException("No value");
		this.values = values.clone();
		Arrays.sort(this.values);
		final Percentile percentile = new Percentile()
			.withEstimationType(Percentile.EstimationType.R_7);
		percentile.setData(this.values);
		lower = percentile.evaluate(25);
		upper = percentile.evaluate(75);
	}

	public double mean() {
		return Average.mean(values);
	}

	public double median() {
		return Average.median(values);
	}

	/** A quarter of the values is below. */
	public double lowerQuartile() {
		return lower;
	}

	/** A quarter of the values is above. */
	public double upperQuartile() {
		return upper;
	}

	/** The lowest value that is no outlier. */
	public double lowerWhisker() {
		return Arrays.stream(values).filter(v -> v >= lower - REACH * (upper - lower)).min()
			.orElse(lower);
	}

	/** The highest value that is no outlier. */
	public double upperWhisker() {
		return Arrays.stream(values).filter(v -> v <= upper + REACH * (upper - lower)).max()
			.orElse(upper);
	}

	/** All values, sorted. */
	public double[] values() {
		return values.clone();
	}
}
