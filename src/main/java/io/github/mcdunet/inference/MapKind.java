package io.github.mcdunet.inference;

import java.util.Set;

/**
 * The kinds of map that Monte Carlo samples give, each with its formula and how it is shown. With
 * p_t the foreground probability in sample t of T and p their mean; entropies are in nats.
 */
public enum MapKind {

	/** Mean foreground probability p, 0..1. */
	PROBABILITY("probability", "", 1, Colors.VIRIDIS, Set.of(), pixel -> pixel.mean),

	/**
	 * Predictive entropy U = -(p ln p + (1 - p) ln(1 - p)), nats, 0..ln 2, exactly 0 at p = 0 or 1;
	 * of K classes -sum of p_k ln p_k, 0..ln K.
	 */
	ENTROPY("uncertainty", "nats", Math.log(2), Colors.MAGMA, Set.of(),
		pixel -> pixel.classes == null ? UncertaintyMaps.entropy((float) pixel.mean)
			: UncertaintyMaps.entropy(pixel.classes)) {

		@Override
		public double maximum(final int classes) {
			return Math.log(classes);
		}
	},

	/**
	 * Mutual information I = U - mean of the samples' entropies, nats, 0..ln K (BALD; Houlsby et
	 * al. 2011, arXiv:1112.5745): the part of U that comes from the model; 0 where T = 1, and not
	 * negative, which rounding could make it.
	 */
	MUTUAL_INFORMATION("mutual information", "nats", Math.log(2), Colors.MAGMA,
		Set.of(Sum.ENTROPIES),
		pixel -> pixel.samples == 1 ? 0
			: Math.max(0, (pixel.classes == null ? UncertaintyMaps.entropy(pixel.mean)
				: UncertaintyMaps.entropy(pixel.classes)) - pixel.meanEntropy)) {

		@Override
		public double maximum(final int classes) {
			return Math.log(classes);
		}
	},

	/**
	 * Variance of the p_t over the samples (divided by T), 0..0.25; 0 where T = 1. Of K classes
	 * half of the sum of their variances, 0..(1 - 1 / K) / 2, which is the same for two.
	 */
	VARIANCE("variance", "", 0.25, Colors.MAGMA, Set.of(Sum.SQUARES), pixel -> pixel.variance) {

		@Override
		public double maximum(final int classes) {
			return (1 - 1.0 / classes) / 2;
		}
	},

	/** The foreground's part of U, -p ln p, nats, 0..1/e; 0 at p = 0. */
	FOREGROUND_ENTROPY("foreground entropy", "nats", 1 / Math.E, Colors.MAGMA, Set.of(),
		pixel -> UncertaintyMaps.minusPLnP((float) pixel.mean)),

	/** The background's part of U, -(1 - p) ln(1 - p), nats, 0..1/e; 0 at p = 1. */
	BACKGROUND_ENTROPY("background entropy", "nats", 1 / Math.E, Colors.MAGMA, Set.of(),
		pixel -> UncertaintyMaps.minusPLnP(1 - (double) (float) pixel.mean));

	/** Names of look-up tables. */
	public enum Colors {
		VIRIDIS,
		MAGMA
	}

	/** What is summed up over the samples besides their probabilities. */
	enum Sum {
		/** The samples' entropies. */
		ENTROPIES,
		/** Squared deviations from the mean. */
		SQUARES
	}

	/**
	 * What the samples say of one pixel; what no kind has asked for is 0.
	 *
	 * @param samples T, &gt;= 1
	 * @param mean of the p_t
	 * @param meanEntropy of the samples, in nats
	 * @param variance of the p_t, divided by T
	 * @param classes mean probabilities of more than two classes; null for two
	 */
	record Pixel(int samples, double mean, double meanEntropy, double variance, double[] classes) {
	}

	/** A map's value, from what the samples say of a pixel. */
	@FunctionalInterface
	private interface Formula {

		double value(Pixel pixel);
	}

	private final String label;
	private final String unit;
	private final double maximum;
	private final Colors colors;
	private final Set<Sum> sums;
	private final Formula formula;

	MapKind(final String label, final String unit, final double maximum, final Colors colors,
		final Set<Sum> sums, final Formula formula) {
		this.label = label;
		this.unit = unit;
		this.maximum = maximum;
		this.colors = colors;
		this.sums = sums;
		this.formula = formula;
	}

	/** Its name for people, the last words of an image's title, such as "mutual information". */
	public String label() {
		return label;
	}

	/** "nats", or empty for a plain number. */
	public String unit() {
		return unit;
	}

	/** Largest possible value for two classes; the smallest is 0. */
	public double maximum() {
		return maximum(2);
	}

	/**
	 * Largest possible value; the smallest is 0.
	 *
	 * @param classes K, background included
	 */
	public double maximum(final int classes) {
		return maximum;
	}

	/** The look-up table that it is shown with. */
	public Colors colors() {
		return colors;
	}

	/** What an image's name becomes for this map's file: "-mutual-information.tif". */
	public String fileEnding() {
		return "-" + label.replace(' ', '-') + ".tif";
	}

	/**
	 * Whether it follows from the mean probability alone; else it is 0 everywhere if there is only
	 * one sample.
	 */
	public boolean isOfMean() {
		return sums.isEmpty();
	}

	boolean needs(final Sum sum) {
		return sums.contains(sum);
	}

	float value(final Pixel pixel) {
		return (float) formula.value(pixel);
	}

	/** The whole map, of a kind that follows from the mean probabilities alone; a new array. */
	float[] of(final float[] probability, final OutputMaps others) {
		final float[] map = new float[probability.length];
		for (int i = 0; i < map.length; i++)
			map[i] = value(new Pixel(1, probability[i], 0, 0, others.pixel(i)));
		return map;
	}
}
