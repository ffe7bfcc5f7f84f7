package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.github.mcdunet.dataset.Labels;

import org.junit.Test;

public class TruthMatchTest {

	@Test
	public void matchesByHand() {
		// 1: 3 of 4 pixels; 2: 2 of 3; 3: nothing there; the third true one is missed
		final Labels predicted = Labels.ofObjects(new int[]{ 1, 1, 1, 0, 0, 2, 2, 2, 0, 3, 0, 0 },
			12, 1, 3);
		final Labels truth = Labels.ofObjects(new int[]{ 1, 1, 1, 1, 0, 2, 2, 0, 0, 0, 0, 3 }, 12,
			1, 3);
		final TruthMatch match = TruthMatch.of(predicted, truth);
		assertEquals(1, match.truth(1));
		assertEquals(0.75, match.iou(1), 1e-15);
		assertEquals(2, match.truth(2));
		assertEquals(2 / 3.0, match.iou(2), 1e-15);
		assertEquals(0, match.truth(3));
		assertEquals(0, match.iou(3), 0);
		assertEquals(1, match.missed());
	}

	@Test
	public void halfIsNoMatch() {
		final Labels predicted = Labels.ofObjects(new int[]{ 1, 1 }, 2, 1, 1);
		final TruthMatch match = TruthMatch.of(predicted,
			Labels.ofObjects(new int[]{ 1, 0 }, 2, 1, 1));
		assertEquals(0, match.truth(1));
		assertEquals(0.5, match.iou(1), 0);
		assertEquals(1, match.missed());
	}

	@Test
	public void objectOverTwoTrueOnesIsTheOneThatItMostlyIs() {
		final Labels predicted = Labels.ofObjects(new int[]{ 1, 1, 1, 1, 1, 1 }, 6, 1, 1);
		final Labels truth = Labels.ofObjects(new int[]{ 1, 0, 2, 2, 2, 2 }, 6, 1, 2);
		assertEquals(2, TruthMatch.of(predicted, truth).truth(1));
	}

	@Test
	public void otherSizeIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> TruthMatch
			.of(Labels.ofObjects(new int[2], 2, 1, 0), Labels.ofObjects(new int[2], 1, 2, 0)));
	}
}
