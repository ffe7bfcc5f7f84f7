package io.github.mcdunet.evaluation.quality;

import java.util.Locale;

/**
 * How far predicted scores are from true ones.
 *
 * @param quality what is predicted
 * @param count number of cases
 * @param meanError mean of |predicted - true|; NaN without a case
 * @param meanOnlyError the same if the mean true score of the validation part were said of every
 * case; NaN if that is not known
 * @param coverage share of the cases whose interval holds the true score, 0..1; NaN where intervals
 * are not known
 */
public record QualityError(Quality quality, int count, double meanError, double meanOnlyError,
	double coverage) {

	/**
	 * Such as "The predicted Dice of 20 images is off by 0.021 on average (their mean alone would
	 * be off by 0.046). Its interval holds it for 95 %."
	 */
	public String sentence() {
		if (count == 0)
			return "There are no " + quality.cases() + " to check the predicted " + quality.score()
				+ " with.";
		final String off = String.format(Locale.ROOT, "of %d %s is off by %.3f on average", count,
			quality.cases(), meanError);
		if (Double.isNaN(coverage))
			return "The samples' agreement, taken for the " + quality.score() + ", " + off + ".";
		return String.format(Locale.ROOT,
			"The predicted %s %s (always saying the mean of the validation part would be off by %.3f%s). The interval holds the true one for %.0f %%.",
			quality.score(), off, meanOnlyError,
			meanError < meanOnlyError ? "" : ", so that the prediction is of no use",
			100 * coverage);
	}
}
