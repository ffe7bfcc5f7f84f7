package io.github.mcdunet.dataset;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class LogisticTest {

	/** 1 / (1 + e^-1) = 0.7310585786300049, to 16 digits by another program. */
	@Test
	public void valuesByHand() {
		assertEquals(0.5, Logistic.sigmoid(0), 0);
		assertEquals(0.7310585786300049, Logistic.sigmoid(1), 1e-16);
		assertEquals(0.2689414213699951, Logistic.sigmoid(-1), 1e-16);
		assertEquals(1, Logistic.sigmoid(Double.POSITIVE_INFINITY), 0);
		assertEquals(0, Logistic.sigmoid(Double.NEGATIVE_INFINITY), 0);
		assertEquals(Math.exp(-700), Logistic.sigmoid(-700), 1e-16 * Math.exp(-700));
	}

	@Test
	public void theLogitIsTheInverseBetweenItsLimits() {
		for (double z = -12; z <= 12; z += 0.37)
			assertEquals(z, Logistic.logit(Logistic.sigmoid(z), 1e-7), 1e-10);
		assertEquals(Math.log(999), Logistic.logit(1, 0.001), 1e-12);
		assertEquals(-Math.log(999), Logistic.logit(0, 0.001), 1e-12);
	}
}
