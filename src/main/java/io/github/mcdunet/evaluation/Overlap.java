package io.github.mcdunet.evaluation;

/** How two masks agree, counted in pixels. */
public final class Overlap {

	private final long truePositives;
	private final long falsePositives;
	private final long falseNegatives;
	private final long trueNegatives;

	public Overlap(final long truePositives, final long falsePositives, final long falseNegatives,
		final long trueNegatives) {
		this.truePositives = truePositives;
		this.falsePositives = falsePositives;
		this.falseNegatives = falseNegatives;
		this.trueNegatives = trueNegatives;
	}

	/**
	 * @param prediction masks of the same length; any non-zero value is foreground
	 * @param truth masks of the same length; any non-zero value is foreground
	 */
	public static Overlap of(final byte[] prediction, final byte[] truth) {
		if (prediction.length != truth.length)
			throw new IllegalArgumentException(
				"Masks of " + prediction.length + " and " + truth.length + " pixels");
		final long[] counts = new long[4];
		for (int i = 0; i < truth.length; i++)
			counts[(prediction[i] != 0 ? 2 : 0) + (truth[i] != 0 ? 1 : 0)]++;
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
