package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.github.mcdunet.dataset.Rows;

import org.junit.Test;

public class OverlapTest {

	private static final double EXACT = 1e-15;
	private static final byte[] NOTHING = new byte[4];
	private static final byte[] SOMETHING = { 0, 1, 0, 1 };

	/** By hand: 2 found, 1 invented, 3 missed, 4 rightly left. */
	@Test
	public void countsByHand() {
		final byte[] prediction = { 1, 1, 1, 0, 0, 0, 0, 0, 0, 0 };
		final byte[] truth = { 1, 1, 0, 1, 1, 1, 0, 0, 0, 0 };
		final Overlap o = Overlap.of(Rows.row(prediction), Rows.row(truth));
		assertEquals(4 / 8.0, o.dice(), EXACT);
		assertEquals(2 / 6.0, o.iou(), EXACT);
		assertEquals(2 / 3.0, o.precision(), EXACT);
		assertEquals(2 / 5.0, o.recall(), EXACT);
		assertEquals(6 / 10.0, o.accuracy(), EXACT);
	}

	@Test
	public void exchangingTheMasksExchangesPrecisionAndRecall() {
		final byte[] a = { 1, 1, 1, 0, 0 }, b = { 1, 0, 0, 1, 0 };
		assertEquals(1 / 3.0, Overlap.of(Rows.row(a), Rows.row(b)).precision(), EXACT);
		assertEquals(1 / 2.0, Overlap.of(Rows.row(a), Rows.row(b)).recall(), EXACT);
		assertEquals(1 / 2.0, Overlap.of(Rows.row(b), Rows.row(a)).precision(), EXACT);
		assertEquals(1 / 3.0, Overlap.of(Rows.row(b), Rows.row(a)).recall(), EXACT);
	}

	@Test
	public void twoEmptyMasksAgree() {
		assertScores(1, Overlap.of(Rows.row(NOTHING), Rows.row(NOTHING)));
	}

	@Test
	public void onlyOneEmptyMaskScoresZero() {
		assertScores(0, Overlap.of(Rows.row(NOTHING), Rows.row(SOMETHING)));
		assertScores(0, Overlap.of(Rows.row(SOMETHING), Rows.row(NOTHING)));
	}

	@Test
	public void everyNonZeroValueIsForeground() {
		assertScores(1,
			Overlap.of(Rows.row(new byte[]{ 0, (byte) 255, 0, 7 }), Rows.row(SOMETHING)));
	}

	@Test
	public void plusCountsBothAsOneImage() {
		final Overlap both = Overlap.of(Rows.row(SOMETHING), Rows.row(SOMETHING))
			.plus(Overlap.of(Rows.row(SOMETHING), Rows.row(NOTHING)));
		assertEquals(4 / 6.0, both.dice(), EXACT);
		assertEquals(2 / 4.0, both.precision(), EXACT);
		assertEquals(1, both.recall(), EXACT);
		assertEquals(6 / 8.0, both.accuracy(), EXACT);
	}

	@Test
	public void masksOfDifferentLengthsAreRefused() {
		assertThrows(IllegalArgumentException.class,
			() -> Overlap.of(Rows.row(new byte[3]), Rows.row(new byte[4])));
	}

	private static void assertScores(final double expected, final Overlap o) {
		assertEquals(expected, o.dice(), EXACT);
		assertEquals(expected, o.iou(), EXACT);
		assertEquals(expected, o.precision(), EXACT);
		assertEquals(expected, o.recall(), EXACT);
	}
}
