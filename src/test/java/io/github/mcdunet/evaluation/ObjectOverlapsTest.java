package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

public class ObjectOverlapsTest {

	private static final double EXACT = 1e-15;

	/**
	 * 1: 3 of 4 pixels, IoU 0.75; 2: 4 of 5, IoU 0.8; 3: false; the third true one is missed.
	 * Everything by hand.
	 */
	@Test
	public void scoresByHand() {
		final ObjectScore score = ObjectScore.of(row("111..2222..3.."), row("1111.22222...3"));
		final ObjectMatches half = score.at(0.5), most = score.at(0.75);
		assertEquals(new ObjectMatches(2, 1, 1, half.iouSum()), half);
		assertEquals(1.55, half.iouSum(), EXACT);
		assertEquals(2 / 3.0, half.f1(), EXACT);
		assertEquals(2 / 3.0, half.precision(), EXACT);
		assertEquals(2 / 3.0, half.recall(), EXACT);
		assertEquals(0.5, half.averagePrecision(), EXACT);
		assertEquals(0.775, half.meanIou().value(), EXACT);
		assertEquals(1.55 / 3, half.panopticQuality(), EXACT);
		assertEquals(half.f1() * half.meanIou().value(), half.panopticQuality(), EXACT);
		// 0.75 is not above 0.75
		assertEquals(new ObjectMatches(1, 2, 2, 0.8), most);
		assertEquals(1 / 5.0, most.averagePrecision(), EXACT);
		assertEquals(1 / 3.0, most.f1(), EXACT);
		assertEquals(0, score.at(0.8).truePositives());
		// AP 0.5 at 0.5 to 0.7, 0.2 at 0.75, 0 at 0.8 to 0.9
		assertEquals((5 * 0.5 + 0.2) / 9, score.meanAveragePrecision(), EXACT);
		assertThrows(IllegalArgumentException.class, () -> score.at(0.95));
		assertThrows(IllegalArgumentException.class, () -> score.at(0.52));
	}

	/**
	 * Below 0.5 an object may have several candidates; what is left over is matched if it can be.
	 */
	@Test
	public void belowOneHalfTheLargestOverlapGoesFirst() {
		// Truth 1 has 6 pixels, truth 2 has 3; predicted 1 covers 2 of truth 1; predicted 2 covers 3
		// of truth 1 and 3 of truth 2
		final ObjectOverlaps overlaps = ObjectOverlaps.of(row("11.222222"), row("111111222"));
		// IoU: 1-1 2/6, 2-1 3/9, 2-2 3/6
		assertEquals(new ObjectMatches(2, 0, 0, 0.5 + 2 / 6.0), overlaps.matches(0.3));
		assertEquals(new ObjectMatches(1, 1, 1, 0.5), overlaps.matches(0.4));
		assertEquals(0, overlaps.matches(0.5).truePositives());
	}

	@Test
	public void whatIsUnlabelledInTheTruthDoesNotCount() {
		// Predicted 1 has 2 of its 3 labelled pixels right; 2 is mostly unlabelled and no match, so it
		// does not count; 3 is labelled by half and false
		final Labels truth = row("?111..???2.?????");
		final Labels prediction = row("111...22222..33.");
		assertEquals(new ObjectMatches(1, 0, 1, 2 / 3.0),
			ObjectOverlaps.of(prediction, truth).matches(0.5));
		final ObjectMatches half = ObjectOverlaps.of(row(".11."), row("??..")).matches(0.5);
		assertEquals(new ObjectMatches(0, 1, 0, 0), half);
		assertEquals(new Overlap(2, 1, 0, 0), Overlap.of(row("11.1"), row("1.?1")));
		assertEquals(0, TruthMatch.of(row("11"), row("1?")).missed());
		assertEquals(1, TruthMatch.of(row("11"), row("1?")).iou(1), 0);
	}

	@Test
	public void numbersWithoutPixelsAreNoObjects() {
		final Labels sparse = Labels.ofObjects(new int[]{ 7, 0, 9 }, 3, 1, 9);
		assertEquals(new ObjectMatches(2, 0, 0, 2), ObjectOverlaps.of(sparse, sparse).matches(0.5));
	}

	@Test
	public void splitsAndMergesByHand() {
		final Labels whole = row("1111111111"), halves = row("1111122222"),
			speck = row("1111111112");
		assertEquals(1, ObjectOverlaps.of(halves, whole).splits());
		assertEquals(0, ObjectOverlaps.of(halves, whole).merges());
		assertEquals(0, ObjectOverlaps.of(whole, halves).splits());
		assertEquals(1, ObjectOverlaps.of(whole, halves).merges());
		assertEquals(1, ObjectOverlaps.of(speck, whole).splits());
		// 1 of 21 pixels is less than 5 %
		final Labels large = row("111111111111111111111"), small = row("111111111111111111112");
		assertEquals(0, ObjectOverlaps.of(small, large).splits());
		// ... but a small true one that is swallowed is one
		assertEquals(1, ObjectOverlaps.of(large, small).merges());
		// A neighbour's part counts for the object in which more than half of it lies
		assertEquals(0, ObjectOverlaps.of(row("1111122222"), row("1111111222")).splits());
		assertEquals(0, ObjectOverlaps.of(row("1111122222"), row("1111111222")).merges());
	}

	@Test
	public void emptyImages() {
		final Labels none = row("..."), some = row(".1.");
		final ObjectScore nothing = ObjectScore.of(none, none);
		assertEquals(1, nothing.meanAveragePrecision(), 0);
		assertEquals(1, nothing.at(0.5).panopticQuality(), 0);
		assertTrue(nothing.at(0.5).meanIou().reason().startsWith("No predicted object"));
		for (final ObjectScore score : new ObjectScore[]{ ObjectScore.of(some, none),
			ObjectScore.of(none, some) }) {
			assertEquals(0, score.meanAveragePrecision(), 0);
			assertEquals(0, score.at(0.5).panopticQuality(), 0);
		}
	}

	/** Against sets of pixels, all pairs of objects, and a search over all ways to match them. */
	@Test
	public void randomImagesAgreeWithSets() {
		final Random random = new Random(4);
		for (int run = 0; run < 200; run++) {
			final Labels truth = random(random, run % 2 == 1), prediction = random(random, false);
			final ObjectOverlaps overlaps = ObjectOverlaps.of(prediction, truth);
			for (final double threshold : new double[]{ 0.5, 0.55, 0.75, 0.9 }) {
				int found = 0, predicted = 0, truths = 0;
				double sum = 0;
				for (int t = 1; t <= 4; t++)
					if (!pixels(truth, truth, t).isEmpty()) truths++;
				for (int p = 1; p <= 4; p++) {
					final Set<Integer> known = pixels(prediction, truth, p);
					boolean match = false;
					for (int t = 1; t <= 4; t++) {
						final double iou = iou(known, pixels(truth, truth, t));
						if (!(iou > threshold)) continue;
						match = true;
						found++;
						sum += iou;
					}
					int all = 0;
					for (final int object : prediction.objects())
						if (object == p) all++;
					if (match || !known.isEmpty() && 2 * known.size() >= all) predicted++;
				}
				final ObjectMatches matches = overlaps.matches(threshold);
				assertEquals(found, matches.truePositives());
				assertEquals(predicted - found, matches.falsePositives());
				assertEquals(truths - found, matches.falseNegatives());
				assertEquals(sum, matches.iouSum(), 1e-12);
			}
		}
	}

	/** Runs of numbers, so that objects overlap well now and then. */
	private static Labels random(final Random random, final boolean sparse) {
		final int n = 24;
		final int[] objects = new int[n];
		final byte[] classes = new byte[n];
		for (int i = 0; i < n; i++) {
			objects[i] = i % 6 == 0 || random.nextInt(8) == 0 ? 0 : i / 6 + 1;
			if (sparse && random.nextInt(5) == 0) objects[i] = -1;
			classes[i] = objects[i] < 0 ? Labels.UNLABELLED : (byte) Integer.signum(objects[i]);
			objects[i] = Math.max(objects[i], 0);
		}
		return Labels.of(classes, objects, n, 1, 4);
	}

	private static Set<Integer> pixels(final Labels labels, final Labels truth, final int object) {
		final Set<Integer> pixels = new HashSet<>();
		for (int i = 0; i < labels.size(); i++)
			if (labels.objects()[i] == object && truth.classes()[i] != Labels.UNLABELLED)
				pixels.add(i);
		return pixels;
	}

	private static double iou(final Set<Integer> a, final Set<Integer> b) {
		final Set<Integer> both = new HashSet<>(a), either = new HashSet<>(a);
		both.retainAll(b);
		either.addAll(b);
		return either.isEmpty() ? 0 : (double) both.size() / either.size();
	}

	/** Digits are objects, a point is background, a question mark is unlabelled. */
	private static Labels row(final String row) {
		final int[] objects = new int[row.length()];
		final byte[] classes = new byte[row.length()];
		int count = 0;
		for (int i = 0; i < objects.length; i++) {
			final char c = row.charAt(i);
			objects[i] = Character.isDigit(c) ? c - '0' : 0;
			classes[i] = c == '?' ? Labels.UNLABELLED : (byte) Integer.signum(objects[i]);
			count = Math.max(count, objects[i]);
		}
		return Labels.of(classes, objects, row.length(), 1, count);
	}
}
