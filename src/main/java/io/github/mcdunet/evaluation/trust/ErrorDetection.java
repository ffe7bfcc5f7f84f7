package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Measure;

import java.util.Locale;

/**
 * Whether an uncertainty score finds the wrong pixels: those where the mask p &gt;= 0.5 is not the
 * truth. Streaming: images are added one after another and not kept. Scores closer than 1/8192 of
 * themselves count as equal; with that, every number is exact.
 * <p>
 * Risk-coverage: Geifman and El-Yaniv 2017, arXiv:1705.08500. Sparsification: Ilg et al. 2018,
 * arXiv:1802.07095; here with the mean error of all pixels as its unit, so that images can be
 * compared. Not thread-safe.
 */
public final class ErrorDetection {

	private final ScoreHistogram byScore = new ScoreHistogram();
	private final ScoreHistogram byBrier = new ScoreHistogram();

	/**
	 * @param score &gt;= 0, higher is less certain
	 * @param probability of foreground, 0..1
	 * @param truth of as many pixels as the other two; unlabelled ones do not count
	 */
	public void add(final float[] score, final float[] probability, final Labels truth) {
		if (score.length != truth.size() || probability.length != truth.size())
			throw new IllegalArgumentException(
				score.length + ", " + probability.length + " and " + truth.size() + " pixels");
		for (int i = 0; i < truth.size(); i++) {
			if (!truth.isKnown(i)) continue;
			final double miss = truth.isForeground(i) ? 1 - (double) probability[i]
				: probability[i];
			final boolean wrong = probability[i] >= 0.5f != (truth.isForeground(i));
			byScore.add(score[i], wrong, miss * miss);
			byBrier.add((float) (miss * miss), wrong, miss * miss);
		}
	}

	/** All numbers at once, which go through the pixels' order only once. */
	public DetectionScores scores() {
		return DetectionScores.of(byScore.groups(), byBrier.groups());
	}

	/**
	 * Risk (share of wrong pixels) among the most certain pixels, against coverage (their share of
	 * all), from small coverage to 1; no points without pixels.
	 */
	public Curve riskCoverage() {
		final ScoreGroups groups = byScore.groups();
		return groups.size() == 0 ? Curve.none() : Curve.ofKept(RiskCoverage.ofHits(groups)::kept);
	}

	/** The risk-coverage curve of a score that knows the wrong pixels. */
	public Curve oracleRiskCoverage() {
		final ScoreGroups g = byScore.groups();
		return g.size() == 0 ? Curve.none()
			: Curve.ofKept(RiskCoverage.oracle(g.pixels() - g.hits(), g.hits())::kept);
	}

	/**
	 * Mean Brier score of what is left, in units of that of all pixels, against the share of the
	 * least certain pixels that are taken away.
	 */
	public Curve sparsification() {
		return sparsification(byScore.groups());
	}

	/** The sparsification curve of a score that knows every pixel's Brier score. */
	public Curve oracleSparsification() {
		return sparsification(byBrier.groups());
	}

	private static Curve sparsification(final ScoreGroups groups) {
		final RiskCoverage errors = RiskCoverage.ofSums(groups);
		return groups.size() == 0 || errors.mean() == 0 ? Curve.none()
			: Curve.ofTaken(share -> share == 1 ? 0 : errors.kept(1 - share) / errors.mean());
	}

	/**
	 * Share of the wrong pixels that are found, against the share of the least certain pixels that
	 * are checked; no points if none is wrong.
	 */
	public Curve deferral() {
		final ScoreGroups groups = byScore.groups();
		return groups.hits() == 0 ? Curve.none()
			: Curve.ofTaken(RiskCoverage.ofHits(groups)::found);
	}

	/**
	 * Share of the wrong pixels among the least certain ones, 0..1.
	 *
	 * @param share of all pixels that are checked, 0..1
	 */
	public Measure found(final double share) {
		return DetectionScores.found(byScore.groups(), share);
	}

	/**
	 * "Checking the 5 % most uncertain pixels (entropy) finds 83 % of the wrong ones.", or why that
	 * cannot be said.
	 */
	public String sentence(final String score, final double share) {
		final Measure found = found(share);
		return found.isPresent() ? String.format(Locale.ROOT,
			"Checking the %s %% most uncertain pixels (%s) finds %d %% of the " + "wrong ones.",
			percent(share), score, wholePercent(found.value())) : found.reason();
	}

	/** NB: 100 % must mean all. */
	private static long wholePercent(final double share) {
		return share == 1 ? 100 : Math.min(99, Math.round(100 * share));
	}

	private static String percent(final double share) {
		final double percent = 100 * share;
		return percent == Math.rint(percent) ? String.format(Locale.ROOT, "%.0f", percent)
			: String.format(Locale.ROOT, "%.2g", percent);
	}
}
