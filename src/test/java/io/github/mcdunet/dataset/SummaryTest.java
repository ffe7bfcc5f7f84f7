package io.github.mcdunet.dataset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class SummaryTest {

	private static final double[] VALUES = { 40, 10, 30, 20 };

	/**
	 * Type 7: a quarter of the way from 10 at 0 to 40 at 3 is 0.75, so 17.5. Type 6: a quarter of 5
	 * is position 1.25, so 12.5.
	 */
	@Test
	public void quartilesByHand() {
		assertArrayEquals(new double[]{ 17.5, 32.5 }, Summary.type7(VALUES, 25, 75), 1e-12);
		assertArrayEquals(new double[]{ 12.5, 37.5 }, Summary.type6(VALUES, 25, 75), 1e-12);
		assertEquals(25, Summary.median(VALUES), 0);
		assertEquals(30, Summary.median(new double[]{ 40, 10, 30 }), 0);
		assertEquals(20, Summary.nearest(VALUES, 0.4), 0);
		assertEquals(40, Summary.nearest(VALUES, 1), 0);
		assertArrayEquals("left as they are", new double[]{ 40, 10, 30, 20 }, VALUES, 0);
	}
}
