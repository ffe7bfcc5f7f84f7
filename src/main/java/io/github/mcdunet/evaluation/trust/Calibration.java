package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Measure;

/**
 * Whether the probability means what it says. Streaming: images are added one after another and not
 * kept. Not thread-safe.
 * <p>
 * "The" expected calibration error (ECE) is that of the foreground's probability: a pixel with p =
 * 0.2 should be foreground in 20 % of the cases. It sees too much and too little foreground, which
 * the error of the confidence max(p, 1 - p) in being right (Guo et al. 2017, arXiv:1706.04599) need
 * not; both are given. All use the same number of bins.
 */
public final class Calibration {

	/** Number of bins unless told otherwise, as Guo et al. use. */
	public static final int BINS = 15;

	/**
	 * For the logarithm, probabilities are limited to 1e-7 .. 1 - 1e-7: one sure error costs at
	 * most 16.1 nats.
	 */
	public static final double CLAMP = 1e-7;

	private final int bins;
	private final Reliability foreground;
	private final Reliability confidence;
	private final ScoreHistogram byProbability = new ScoreHistogram();
	private double brier;
	private double logLoss;
	private long pixels;

	public Calibration() {
		this(BINS);
	}

	/** @param bins number of bins of the reliability diagrams and of the adaptive error, &gt;= 1 */
	public Calibration(final int bins) {
		this.bins = bins;
		foreground = new Reliability(bins);
		confidence = new Reliability(bins);
	}

	/**
	 * @param probability of foreground, 0..1
	 * @param truth of as many pixels; unlabelled ones do not count
	 */
	public void add(final float[] probability, final Labels truth) {
		if (probability.length != truth.size())
			throw new IllegalArgumentException(
				probability.length + " and " + truth.size() + " pixels");
		for (int i = 0; i < truth.size(); i++)
			if (truth.isKnown(i)) add(probability[i], truth.isForeground(i));
	}

	private void add(final float p, final boolean positive) {
		if (!(p >= 0 && p <= 1)) throw new IllegalArgumentException("Probability " + p);
		foreground.add(p, positive);
		confidence.add(Math.max(p, 1 - (double) p), p >= 0.5f == positive);
		byProbability.add(p, positive, p);
		final double miss = positive ? 1 - (double) p : p;
		brier += miss * miss;
		final double clamped = clamp(p);
		logLoss -= Math.log(positive ? clamped : 1 - clamped);
		pixels++;
	}

	static double clamp(final double p) {
		return Math.max(CLAMP, Math.min(1 - CLAMP, p));
	}

	public long pixels() {
		return pixels;
	}

	/**
	 * The diagram of the foreground's probability: said p, seen share of foreground. Changes when
	 * images are added.
	 */
	public Reliability foreground() {
		return foreground;
	}

	/**
	 * The diagram of the confidence max(p, 1 - p): said confidence, seen share of right pixels at
	 * threshold 0.5.
	 */
	public Reliability confidence() {
		return confidence;
	}

	/** Expected calibration error of the foreground's probability (ECE), 0..1. */
	public Measure expectedError() {
		return foreground.error();
	}

	/** Expected calibration error of the confidence in the chosen class, 0..1. */
	public Measure confidenceError() {
		return confidence.error();
	}

	/**
	 * Adaptive calibration error of the foreground's probability, 0..1: the same over bins of equal
	 * numbers of pixels (Nixon et al. 2019, arXiv:1904.01685). A group of equal probabilities that
	 * a border cuts is shared out in proportion; probabilities closer than 1/8192 of themselves
	 * count as equal.
	 */
	public Measure adaptiveError() {
		return pixels == 0 ? nothing() : Measure.of(equalMassError(byProbability.groups(), bins));
	}

	/** Brier score, the mean of (p - truth)^2, 0..1. */
	public Measure brier() {
		return pixels == 0 ? nothing() : Measure.of(brier / pixels);
	}

	/** Negative log-likelihood per pixel in nats; see {@link #CLAMP}. */
	public Measure logLoss() {
		return pixels == 0 ? nothing() : Measure.of(logLoss / pixels);
	}

	private static Measure nothing() {
		return Measure.none("There is no pixel.");
	}

	/**
	 * Calibration error over bins that hold equally many pixels.
	 *
	 * @param groups by probability; hits = events, sums = of the probabilities; at least one pixel
	 */
	private static double equalMassError(final ScoreGroups groups, final int bins) {
		final double size = (double) groups.pixels() / bins;
		double error = 0, gap = 0, room = size;
		for (int i = 0; i < groups.size(); i++) {
			final double gapPerPixel = (groups.sum(i) - groups.hits(i)) / groups.count(i);
			double left = groups.count(i);
			// NB: the rest that rounding leaves of a bin must not make a bin of its own.
			while (left > room * (1 + 1e-12)) {
				error += Math.abs(gap + room * gapPerPixel);
				left -= room;
				gap = 0;
				room = size;
			}
			gap += left * gapPerPixel;
			room -= left;
		}
		return (error + Math.abs(gap)) / groups.pixels();
	}
}
