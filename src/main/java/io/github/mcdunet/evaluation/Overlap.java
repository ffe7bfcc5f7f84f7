package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;

import java.util.function.IntPredicate;

/**
 * How two masks agree, counted in pixels.
 *
 * @param truePositives foreground in both
 * @param falsePositives foreground in the prediction alone
 * @param falseNegatives foreground in the truth alone
 * @param trueNegatives background in both
 */
public record Overlap(long truePositives, long falsePositives, long falseNegatives,
	long trueNegatives) {

	/**
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground; unlabelled pixels do not count
	 */
	public static Overlap of(final Labels prediction, final Labels truth) {
		return of(prediction, truth, prediction::isForeground, truth::isForeground);
	}

	/**
	 * Of one class against all others.
	 *
	 * @param prediction of the truth's width and height
	 * @param truth unlabelled pixels do not count
	 * @param wanted the class that takes the place of the foreground
	 */
	public static Overlap of(final Labels prediction, final Labels truth, final int wanted) {
		return of(prediction, truth, i -> prediction.classes()[i] == wanted,
			i -> truth.classes()[i] == wanted);
	}

	private static Overlap of(final Labels prediction, final Labels truth,
		final IntPredicate predicted, final IntPredicate real) {
		prediction.checkSize(truth.width(), truth.height());
		final long[] counts = new long[4];
		for (int i = 0; i < truth.size(); i++)
			if (truth.classes()[i] != Labels.UNLABELLED)
				counts[(predicted.test(i) ? 2 : 0) + (real.test(i) ? 1 : 0)]++;
		return new Overlap(counts[3], counts[2], counts[1], counts[0]);
	}

	/** 2 |A and B| / (|A| + |B|), 0..1; 1 when both masks are empty. */
	public double dice() {
		return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
	}

	/** |A and B| / |A or B|, 0..1; 1 when both masks are empty. */
	public double iou() {
		return ratio(truePositives, truePositives + falsePositives + falseNegatives);
	}

	/**
	 * Share of the predicted foreground that is true, 0..1; 1 when nothing is predicted and nothing
	 * is there, 0 when only the truth has foreground.
	 */
	public double precision() {
		return truePositives + falsePositives == 0 ? (falseNegatives == 0 ? 1 : 0)
			: ratio(truePositives, truePositives + falsePositives);
	}

	/**
	 * Share of the true foreground that is found, 0..1; 1 when nothing is there and nothing is
	 * predicted, 0 when only the prediction has foreground.
	 */
	public double recall() {
		return truePositives + falseNegatives == 0 ? (falsePositives == 0 ? 1 : 0)
			: ratio(truePositives, truePositives + falseNegatives);
	}

	/** Share of the pixels on which both agree, 0..1. */
	public double accuracy() {
		return ratio(truePositives + trueNegatives,
			truePositives + trueNegatives + falsePositives + falseNegatives);
	}

	/** The counts of both together, as if their images were one. */
	public Overlap plus(final Overlap o) {
		return new Overlap(truePositives + o.truePositives, falsePositives + o.falsePositives,
			falseNegatives + o.falseNegatives, trueNegatives + o.trueNegatives);
	}

	private static double ratio(final long part, final long whole) {
		return whole == 0 ? 1 : (double) part / whole;
	}
}
