package io.github.mcdunet.evaluation;

/**
 * How many objects of prediction and truth are matched one to one at a threshold of the IoU.
 *
 * @param truePositives matched objects
 * @param falsePositives predicted objects without a match
 * @param falseNegatives true objects without a match
 * @param iouSum sum of the matches' IoU
 */
public record ObjectMatches(int truePositives, int falsePositives, int falseNegatives,
	double iouSum) {

	/** The counts of both together, as if their images were one. */
	public ObjectMatches plus(final ObjectMatches o) {
		return new ObjectMatches(truePositives + o.truePositives, falsePositives + o.falsePositives,
			falseNegatives + o.falseNegatives, iouSum + o.iouSum);
	}

	/**
	 * Share of the predicted objects that are true ones, 0..1; 1 when nothing is predicted and
	 * nothing is there, 0 when only the truth has objects.
	 */
	public double precision() {
		return truePositives + falsePositives == 0 ? (falseNegatives == 0 ? 1 : 0)
			: (double) truePositives / (truePositives + falsePositives);
	}

	/**
	 * Share of the true objects that were found, 0..1; 1 when nothing is there and nothing is
	 * predicted, 0 when only the prediction has objects.
	 */
	public double recall() {
		return truePositives + falseNegatives == 0 ? (falsePositives == 0 ? 1 : 0)
			: (double) truePositives / (truePositives + falseNegatives);
	}

	/**
	 * Harmonic mean of precision and recall, 0..1; 1 without objects. At a threshold of 0.5 the
	 * recognition quality of Kirillov et al. 2019 (https://arxiv.org/abs/1801.00868).
	 */
	public double f1() {
		return isEmpty() ? 1
			: 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
	}

	/**
	 * TP / (TP + FP + FN), 0..1; 1 without objects. The average precision of the Data Science Bowl
	 * 2018 (Caicedo et al. 2019, https://doi.org/10.1038/s41592-019-0612-7) and of StarDist
	 * (Schmidt et al. 2018, https://doi.org/10.1007/978-3-030-00934-2_30).
	 */
	public double averagePrecision() {
		return isEmpty() ? 1
			: (double) truePositives / (truePositives + falsePositives + falseNegatives);
	}

	/**
	 * Mean IoU of the matched objects, 0..1; none if there is no match. At a threshold of 0.5 the
	 * segmentation quality of Kirillov et al. 2019.
	 */
	public Measure meanIou() {
		return truePositives == 0
			? Measure.none("No predicted object is a true one, so no match has an overlap.")
			: Measure.of(iouSum / truePositives);
	}

	/**
	 * F1 times mean IoU, 0..1; 1 without objects. At a threshold of 0.5 the panoptic quality of
	 * Kirillov et al. 2019.
	 */
	public double panopticQuality() {
		return isEmpty() ? 1 : 2 * iouSum / (2 * truePositives + falsePositives + falseNegatives);
	}

	private boolean isEmpty() {
		return truePositives + falsePositives + falseNegatives == 0;
	}
}
