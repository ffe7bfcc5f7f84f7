package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.objects.ConnectedComponents;

import java.util.ArrayList;
import java.util.List;

/**
 * How well the objects of two masks agree, counted in objects, at thresholds of the IoU from 0.5 to
 * 0.9.
 *
 * @param matches at 0.5, 0.55 .. 0.9; an IoU that is equal to the threshold is no match
 * @param splits true objects that are split; see {@link ObjectOverlaps#splits}
 * @param merges predicted objects that are merged; see {@link ObjectOverlaps#merges}
 */
public record ObjectScore(List<ObjectMatches> matches, int splits, int merges) {

	/** Thresholds in twentieths: 0.5 .. 0.9. */
	private static final int FIRST = 10, LAST = 18;

	public ObjectScore {
		if (matches.size() != LAST - FIRST + 1)
			throw new IllegalArgumentException(matches.size() + " thresholds");
		matches = List.copyOf(matches);
	}

	/**
	 * Where objects are not numbered, they are the connected areas of the foreground; pixels that
	 * touch by a side or a corner belong to one object.
	 *
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground; unlabelled pixels do not count
	 */
	public static ObjectScore of(final Labels prediction, final Labels truth) {
		final ObjectOverlaps overlaps = ObjectOverlaps.of(prediction, truth);
		final List<ObjectMatches> matches = new ArrayList<>();
		for (int i = FIRST; i <= LAST; i++)
			matches.add(overlaps.matches(i / 20.0));
		return new ObjectScore(matches, overlaps.splits(), overlaps.merges());
	}

	static Labels numbered(final Labels labels) {
		return labels.hasObjects() ? labels : ConnectedComponents.label(labels, 0);
	}

	/** The counts of both together, as if their images were one. */
	public ObjectScore plus(final ObjectScore o) {
		final List<ObjectMatches> sums = new ArrayList<>();
		for (int i = 0; i < matches.size(); i++)
			sums.add(matches.get(i).plus(o.matches.get(i)));
		return new ObjectScore(sums, splits + o.splits, merges + o.merges);
	}

	/**
	 * @param threshold 0.5, 0.55 .. 0.9
	 * @throws IllegalArgumentException for another threshold
	 */
	public ObjectMatches at(final double threshold) {
		final int i = (int) Math.round(20 * threshold);
		if (i < FIRST || i > LAST || Math.abs(20 * threshold - i) > 1e-9)
			throw new IllegalArgumentException("No matches at an IoU of " + threshold);
		return matches.get(i - FIRST);
	}

	/** Number of predicted objects. */
	public int predicted() {
		return at(0.5).truePositives() + at(0.5).falsePositives();
	}

	/** Number of true objects. */
	public int trueObjects() {
		return at(0.5).truePositives() + at(0.5).falseNegatives();
	}

	/** Number of true objects that were found, with an IoU above 0.5. */
	public int found() {
		return at(0.5).truePositives();
	}

	/** See {@link ObjectMatches#precision}; at an IoU above 0.5. */
	public double precision() {
		return at(0.5).precision();
	}

	/** See {@link ObjectMatches#recall}; at an IoU above 0.5. */
	public double recall() {
		return at(0.5).recall();
	}

	/** See {@link ObjectMatches#f1}; at an IoU above 0.5. */
	public double f1() {
		return at(0.5).f1();
	}

	/** Mean of {@link ObjectMatches#averagePrecision} over the thresholds 0.5, 0.55 .. 0.9. */
	public double meanAveragePrecision() {
		return matches.stream().mapToDouble(ObjectMatches::averagePrecision).average()
			.orElseThrow();
	}
}
