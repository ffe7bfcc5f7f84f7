package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Summary;

import java.util.Arrays;

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
		final double[] quartiles = Summary.type7(values, 25, 75);
		lower = quartiles[0];
		upper = quartiles[1];
	}

	public double mean() {
		return Summary.mean(values);
	}

	public double median() {
		return Summary.median(values);
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
