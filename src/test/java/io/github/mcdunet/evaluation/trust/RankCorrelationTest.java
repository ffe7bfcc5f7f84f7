package io.github.mcdunet.evaluation.trust;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class RankCorrelationTest {

	/** Ranks 1 2 3 4 5 and 2 1 4 3 5: 1 - 6 * 4 / (5 * 24). */
	@Test
	public void byHand() {
		assertEquals(1 - 24 / 120.0,
			RankCorrelation
				.spearman(new double[]{ 1, 2, 4, 8, 16 }, new double[]{ 0.2, 0.1, 0.8, 0.7, 0.9 })
				.value(),
			1e-12);
	}

	/** Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: Pearson's 4.5 / sqrt(4.5 * 5). */
	@Test
	public void equalValuesShareTheirRanks() {
		assertEquals(4.5 / Math.sqrt(4.5 * 5), RankCorrelation
			.spearman(new double[]{ 1, 3, 3, 7 }, new double[]{ 1, 2, 3, 4 }).value(), 1e-12);
	}

	@Test
	public void opposedOrdersGiveMinusOne() {
		assertEquals(-1,
			RankCorrelation.spearman(new double[]{ 1, 2, 3 }, new double[]{ 9, 8, -5 }).value(),
			1e-12);
	}

	@Test
	public void whatHasNoOrderHasNoCorrelation() {
		assertTrue(RankCorrelation.spearman(new double[1], new double[1]).reason()
			.contains("there is 1."));
		assertTrue(RankCorrelation.spearman(new double[2], new double[2]).reason()
			.contains("there are 2."));
		assertTrue(RankCorrelation.spearman(new double[3], new double[]{ 1, 2, 3 }).reason()
			.contains("same value"));
		assertThrows(IllegalArgumentException.class,
			() -> RankCorrelation.spearman(new double[3], new double[4]));
	}
}
