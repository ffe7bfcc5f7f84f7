package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;

import java.util.HashMap;
import java.util.Map;

/**
 * Which predicted object is which true one: those whose IoU is above 0.5, of which there is at most
 * one for each.
 */
public final class TruthMatch {

	private static final double MATCHES = 0.5;

	private final int[] truths;
	private final double[] ious;
	private final int trueObjects;

	private TruthMatch(final int predicted, final int trueObjects) {
		truths = new int[predicted + 1];
		ious = new double[predicted + 1];
		this.trueObjects = trueObjects;
	}

	/** Linear in the number of pixels; those that are unlabelled in the truth do not count. */
	public static TruthMatch of(final Labels predicted, final Labels truth) {
		if (predicted.width() != truth.width() || predicted.height() != truth.height())
			throw new IllegalArgumentException(
				"Labels of " + predicted.width() + " x " + predicted.height() + " and "
					+ truth.width() + " x " + truth.height() + " pixels");
		final int[] areas = new int[predicted.objectCount() + 1],
			trueAreas = new int[truth.objectCount() + 1];
		final Map<Long, Integer> shared = new HashMap<>();
		for (int i = 0; i < predicted.objects().length; i++) {
			if (truth.classes()[i] == Labels.UNLABELLED) continue;
			final int p = predicted.objects()[i], t = truth.objects()[i];
			areas[p]++;
			trueAreas[t]++;
			if (p != 0 && t != 0) shared.merge((long) p << 32 | t, 1, Integer::sum);
		}
		final TruthMatch match = new TruthMatch(predicted.objectCount(), truth.objectCount());
		shared.forEach((pair, n) -> {
			final int p = (int) (pair >> 32), t = pair.intValue();
			match.compare(p, t, (double) n / (areas[p] + trueAreas[t] - n));
		});
		return match;
	}

	private void compare(final int label, final int truth, final double iou) {
		ious[label] = Math.max(ious[label], iou);
		if (iou > MATCHES) truths[label] = truth;
	}

	/** Number of the true object that a predicted one is; 0 if it is none. */
	public int truth(final int label) {
		return truths[label];
	}

	/** Largest IoU of a predicted object with a true one, 0..1. */
	public double iou(final int label) {
		return ious[label];
	}

	/** Number of true objects that were not found. */
	public int missed() {
		int missed = trueObjects;
		for (final int truth : truths)
			if (truth != 0) missed--;
		return missed;
	}
}
