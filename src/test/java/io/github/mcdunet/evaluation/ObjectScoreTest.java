package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;

import org.junit.Test;

public class ObjectScoreTest {

	/**
	 * True objects AAA, BB, C; predicted ones of 2, 1, 1 and 1 pixels: A has IoU 2 / 3 and is
	 * found, B has 1 / 2, which is not above 0.5, C is missed, and two are false.
	 */
	@Test
	public void objectsByHand() {
		final byte[] truth = mask("AAA.BB.C....."), prediction = mask("aa..b....c.d.");
		final ObjectScore score = ObjectScore.of(Labels.ofMask(prediction, 13, 1),
			Labels.ofMask(truth, 13, 1));
		assertEquals(3, score.trueObjects());
		assertEquals(4, score.predicted());
		assertEquals(1, score.found());
		assertEquals(1 / 4.0, score.precision(), 1e-15);
		assertEquals(1 / 3.0, score.recall(), 1e-15);
		assertEquals(2 / 7.0, score.f1(), 1e-15);
	}

	@Test
	public void twoThatAreMergedAreBothMissedUnlessOneIsMostOfIt() {
		assertEquals(0, ObjectScore
			.of(Labels.ofMask(mask("aaaaa"), 5, 1), Labels.ofMask(mask("AA.AA"), 5, 1)).found());
		final ObjectScore most = ObjectScore.of(Labels.ofMask(mask("aaaaaa"), 6, 1),
			Labels.ofMask(mask("AAAA.A"), 6, 1));
		assertEquals(1, most.found());
		assertEquals(2 / 3.0, most.f1(), 1e-15);
	}

	@Test
	public void pixelsThatTouchByACornerAreOneObject() {
		final byte[] diagonal = { 1, 0, 0, 1 };
		assertEquals(1, ObjectScore.of(Labels.ofMask(diagonal, 2, 2), Labels.ofMask(diagonal, 2, 2))
			.trueObjects());
		assertEquals(1,
			ObjectScore.of(Labels.ofMask(diagonal, 2, 2), Labels.ofMask(diagonal, 2, 2)).f1(), 0);
	}

	@Test
	public void emptyMasks() {
		final byte[] none = mask("..."), some = mask(".a.");
		assertScores(1, ObjectScore.of(Labels.ofMask(none, 3, 1), Labels.ofMask(none, 3, 1)));
		assertScores(0, ObjectScore.of(Labels.ofMask(none, 3, 1), Labels.ofMask(some, 3, 1)));
		assertScores(0, ObjectScore.of(Labels.ofMask(some, 3, 1), Labels.ofMask(none, 3, 1)));
	}

	private static void assertScores(final double expected, final ObjectScore score) {
		assertEquals(expected, score.precision(), 0);
		assertEquals(expected, score.recall(), 0);
		assertEquals(expected, score.f1(), 0);
	}

	private static byte[] mask(final String row) {
		final byte[] mask = new byte[row.length()];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (row.charAt(i) == '.' ? 0 : 1);
		return mask;
	}
}
