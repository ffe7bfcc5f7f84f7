package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;

import java.util.function.DoubleSupplier;

/**
 * The numbers of {@link ErrorDetection}.
 *
 * @param pixels their number
 * @param wrong number of wrong pixels
 * @param rocArea area under the ROC curve of score against wrong, 0..1, 0.5 by chance; ties count
 * one half (Mann-Whitney's U)
 * @param averagePrecision the sum of precision times gain in recall; equal scores enter together.
 * By chance the share of wrong pixels.
 * @param riskCoverageArea area under the risk-coverage curve (AURC), 0..1; lower is better, 0 if no
 * pixel is wrong
 * @param sparsificationError area between the sparsification curve and the oracle's (AUSE) where
 * the error is 1 of a wrong pixel and 0 of another; 0 is best
 * @param brierSparsificationError the same where the error is the pixel's Brier score
 * @param found share of the wrong pixels among the 5 % least certain ones, 0..1
 */
public record DetectionScores(long pixels, long wrong, Measure rocArea, Measure averagePrecision,
	Measure riskCoverageArea, Measure sparsificationError, Measure brierSparsificationError,
	Measure found) {

	/** Share of the pixels that {@link #found()} checks. */
	public static final double CHECKED = 0.05;

	private static final String NO_PIXEL = "There is no pixel.";
	private static final String CONSTANT = "This uncertainty is the same in every pixel, so it cannot tell right from wrong.";
	private static final String NONE_WRONG = "No pixel is wrong, so there is nothing to find.";
	private static final String ALL_WRONG = "Every pixel is wrong, so there is nothing to tell apart.";
	private static final String NO_ERROR = "No pixel has any error, so no order is better than another.";

	/**
	 * @param byScore hits = wrong, sums = Brier scores; byBrier the same pixels in the order of
	 * their Brier scores
	 */
	static DetectionScores of(final ScoreGroups byScore, final ScoreGroups byBrier) {
		final long pixels = byScore.pixels(), wrong = byScore.hits();
		final RiskCoverage hits = RiskCoverage.ofHits(byScore),
			brier = RiskCoverage.ofSums(byScore);
		final String useless = useless(byScore), unranked = byScore.size() < 2 ? useless : "";
		return new DetectionScores(pixels, wrong, unless(useless, () -> rocArea(byScore)),
			unless(useless, () -> averagePrecision(byScore)), unless(unranked, hits::area),
			useless.isEmpty() ? excess(hits, RiskCoverage.oracle(pixels - wrong, wrong))
				: Measure.none(useless),
			unranked.isEmpty() ? excess(brier, RiskCoverage.ofSums(byBrier))
				: Measure.none(unranked),
			found(byScore, CHECKED));
	}

	static Measure found(final ScoreGroups groups, final double share) {
		return unless(useless(groups), () -> RiskCoverage.ofHits(groups).found(share));
	}

	private static Measure unless(final String reason, final DoubleSupplier score) {
		return reason.isEmpty() ? Measure.of(score.getAsDouble()) : Measure.none(reason);
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
