package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the predicted and the true objects of one image overlap. Pixels that are unlabelled in the
 * truth do not count, and neither does a predicted object more than half of whose pixels are
 * unlabelled, unless it is matched (the void regions of Kirillov et al. 2019,
 * https://arxiv.org/abs/1801.00868).
 */
public final class ObjectOverlaps {

	/** What more than this share of lies within another object is a part of that. */
	private static final double PART = 0.5;
	/** Of a true object: predicted parts below this share are specks. */
	private static final double SPECK = 0.05;

	/** Two objects that overlap. */
	private record Pair(int predicted, int truth, int shared, double iou) {
	}

	private final int[] predictedAreas;
	private final int[] trueAreas;
	private final boolean[] unknown;
	/** In descending order of IoU, then in that of the numbers. */
	private final List<Pair> pairs = new ArrayList<>();

	/**
	 * Linear in the number of pixels.
	 *
	 * @param prediction numbered objects
	 * @param truth numbered objects of the same width and height
	 * @param known classes of the truth, of which only {@link Labels#UNLABELLED} matters, [H, W]
	 * row-major
	 */
	private ObjectOverlaps(final Labels prediction, final Labels truth, final byte[] known) {
		prediction.checkSize(truth.width(), truth.height());
		predictedAreas = new int[prediction.objectCount() + 1];
		trueAreas = new int[truth.objectCount() + 1];
		unknown = new boolean[predictedAreas.length];
		final int[] unlabelled = new int[predictedAreas.length];
		final Map<Long, Integer> shared = new HashMap<>();
		for (int i = 0; i < known.length; i++) {
			final int p = prediction.objects()[i], t = truth.objects()[i];
			if (known[i] == Labels.UNLABELLED) {
				unlabelled[p]++;
				continue;
			}
			predictedAreas[p]++;
			trueAreas[t]++;
			if (p != 0 && t != 0) shared.merge((long) p << 32 | t, 1, Integer::sum);
		}
		for (int p = 1; p < unknown.length; p++)
			unknown[p] = unlabelled[p] > predictedAreas[p];
		shared.forEach((pair, n) -> {
			final int p = (int) (pair >> 32), t = pair.intValue();
			pairs.add(new Pair(p, t, n, (double) n / (predictedAreas[p] + trueAreas[t] - n)));
		});
		pairs.sort(Comparator.comparingDouble(Pair::iou).reversed()
			.thenComparingInt(Pair::predicted).thenComparingInt(Pair::truth));
	}

	/**
	 * Objects as they are numbered; where they are not, they are the connected areas of the
	 * foreground, pixels that touch by a side or a corner being of one. Linear in the number of
	 * pixels.
	 *
	 * @param prediction of the truth's width and height
	 * @param truth unlabelled pixels do not count
	 */
	public static ObjectOverlaps of(final Labels prediction, final Labels truth) {
		return new ObjectOverlaps(ObjectScore.numbered(prediction), ObjectScore.numbered(truth),
			truth.classes());
	}

	/**
	 * Pairs of one predicted and one true object each whose IoU is above a threshold. From 0.5 on
	 * there is at most one partner for each object. Below, pairs are taken greedily: always the one
	 * with the largest IoU of those whose objects are both still free, among equals the one with
	 * the smallest predicted number, then the smallest true one.
	 *
	 * @param threshold 0..1; an IoU that is equal to it is no match
	 */
	public ObjectMatches matches(final double threshold) {
		final boolean[] taken = new boolean[predictedAreas.length],
			found = new boolean[trueAreas.length];
		int matches = 0;
		double sum = 0;
		for (final Pair pair : pairs) {
			if (pair.iou <= threshold) break;
			if (taken[pair.predicted] || found[pair.truth]) continue;
			taken[pair.predicted] = true;
			found[pair.truth] = true;
			matches++;
			sum += pair.iou;
		}
		int predicted = 0, truths = 0;
		for (int p = 1; p < predictedAreas.length; p++)
			if (predictedAreas[p] > 0 && (taken[p] || !unknown[p])) predicted++;
		for (int t = 1; t < trueAreas.length; t++)
			if (trueAreas[t] > 0) truths++;
		return new ObjectMatches(matches, predicted - matches, truths - matches, sum);
	}

	/**
	 * Number of true objects that are split: two or more predicted ones each lie with more than
	 * half of their pixels in it and make up at least 5 % of it.
	 */
	public int splits() {
		final int[] parts = new int[trueAreas.length];
		for (final Pair pair : pairs)
			if (pair.shared > PART * predictedAreas[pair.predicted]
				&& pair.shared >= SPECK * trueAreas[pair.truth]) parts[pair.truth]++;
		return severalOf(parts);
	}

	/**
	 * Number of predicted objects that are merged: two or more true ones each lie with more than
	 * half of their pixels in it.
	 */
	public int merges() {
		final int[] parts = new int[predictedAreas.length];
		for (final Pair pair : pairs)
			if (pair.shared > PART * trueAreas[pair.truth]) parts[pair.predicted]++;
		return severalOf(parts);
	}

	private static int severalOf(final int[] parts) {
		int n = 0;
		for (final int count : parts)
			if (count > 1) n++;
		return n;
	}
}
