package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;

/** The numbers of {@link ErrorDetection}. Immutable. */
public final class DetectionScores {

	/** Share of the pixels that {@link #found()} checks. */
	public static final double CHECKED = 0.05;

	private static final String NO_PIXEL = "There is no pixel.";
	private static final String CONSTANT = "This uncertainty is the same in every pixel, so it cannot tell right from wrong.";
	private static final String NONE_WRONG = "No pixel is wrong, so there is nothing to find.";
	private static final String ALL_WRONG = "Every pixel is wrong, so there is nothing to tell apart.";
	private static final String NO_ERROR = "No pixel has any error, so no order is better than another.";

	private final long pixels;
	private final long wrong;
	private final Measure rocArea;
	private final Measure averagePrecision;
	private final Measure riskCoverageArea;
	private final Measure sparsificationError;
	private final Measure brierSparsificationError;
	private final Measure found;

	/**
	 * @param byScore hits = wrong, sums = Brier scores; byBrier the same pixels in the order of
	 * their Brier scores
	 */
	DetectionScores(final ScoreGroups byScore, final ScoreGroups byBrier) {
		pixels = byScore.pixels();
		wrong = byScore.hits();
		final String useless = useless(byScore);
		final RiskCoverage hits = RiskCoverage.ofHits(byScore),
			brier = RiskCoverage.ofSums(byScore);
		rocArea = useless.isEmpty() ? Measure.of(rocArea(byScore)) : Measure.none(useless);
		averagePrecision = useless.isEmpty() ? Measure.of(averagePrecision(byScore))
			: Measure.none(useless);
		final String unranked = byScore.size() < 2 ? useless : "";
		riskCoverageArea = unranked.isEmpty() ? Measure.of(hits.area()) : Measure.none(unranked);
		sparsificationError = useless.isEmpty()
			? excess(hits, RiskCoverage.oracle(pixels - wrong, wrong)) : Measure.none(useless);
		brierSparsificationError = unranked.isEmpty() ? excess(brier, RiskCoverage.ofSums(byBrier))
			: Measure.none(unranked);
		found = found(byScore, CHECKED);
	}

	/**
	 * Area under the ROC curve of score against wrong, 0..1, 0.5 by chance; ties count one half
	 * (Mann-Whitney's U).
	 */
	public Measure rocArea() {
		return rocArea;
	}

	/**
	 * Average precision, the sum of precision times gain in recall; equal scores enter together. By
	 * chance the share of wrong pixels.
	 */
	public Measure averagePrecision() {
		return averagePrecision;
	}

	/** Area under the risk-coverage curve (AURC), 0..1; lower is better, 0 if no pixel is wrong. */
	public Measure riskCoverageArea() {
		return riskCoverageArea;
	}

	/**
	 * Area between the sparsification curve and the oracle's (AUSE) where the error is 1 of a wrong
	 * pixel and 0 of another; 0 is best.
	 */
	public Measure sparsificationError() {
		return sparsificationError;
	}

	/** The same where the error is the pixel's Brier score. */
	public Measure brierSparsificationError() {
		return brierSparsificationError;
	}

	/** Share of the wrong pixels among the 5 % least certain ones, 0..1. */
	public Measure found() {
		return found;
	}

	public long pixels() {
		return pixels;
	}

	public long wrong() {
		return wrong;
	}

	static Measure found(final ScoreGroups groups, final double share) {
		final String useless = useless(groups);
		return useless.isEmpty() ? Measure.of(RiskCoverage.ofHits(groups).found(share))
			: Measure.none(useless);
	}

	/** Why the score cannot be judged by the wrong pixels; empty if it can. */
	private static String useless(final ScoreGroups groups) {
		if (groups.size() == 0) return NO_PIXEL;
		if (groups.hits() == 0) return NONE_WRONG;
		if (groups.hits() == groups.pixels()) return ALL_WRONG;
		return groups.size() == 1 ? CONSTANT : "";
	}

	private static Measure excess(final RiskCoverage errors, final RiskCoverage oracle) {
		// NB: an order as good as the oracle's could come out below 0 by rounding.
		return errors.mean() == 0 ? Measure.none(NO_ERROR)
			: Measure.of(Math.max(0, errors.area() - oracle.area()) / errors.mean());
	}

	private static double rocArea(final ScoreGroups groups) {
		double pairs = 0, rightBelow = 0;
		for (int i = 0; i < groups.size(); i++) {
			final double right = groups.count(i) - groups.hits(i);
			pairs += groups.hits(i) * (rightBelow + right / 2);
			rightBelow += right;
		}
		return pairs / rightBelow / groups.hits();
	}

	private static double averagePrecision(final ScoreGroups groups) {
		double sum = 0;
		long taken = 0, hits = 0;
		for (int i = groups.size() - 1; i >= 0; i--) {
			taken += groups.count(i);
			hits += groups.hits(i);
			sum += groups.hits(i) * ((double) hits / taken);
		}
		return sum / groups.hits();
	}
}
