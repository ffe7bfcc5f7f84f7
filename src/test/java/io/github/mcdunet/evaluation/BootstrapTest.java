package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.Test;

public class BootstrapTest {

	@Test
	public void oneImageHasNoInterval() {
		assertFalse(new Bootstrap(new double[]{ 0.9 }, 1).mean().isPresent());
		assertFalse(new Bootstrap(new double[0], 1).median().isPresent());
	}

	@Test
	public void equalImagesHaveNoWidth() {
		final Bootstrap.Interval mean = new Bootstrap(new double[]{ 0.5, 0.5, 0.5 }, 1).mean()
			.get();
		assertEquals(0.5, mean.low(), 0);
		assertEquals(0.5, mean.high(), 0);
	}

	/**
	 * The sum of a resample of 30 zeros and 70 ones is binomial: the percentiles are known but for
	 * chance, one step.
	 */
	@Test
	public void meanOfZerosAndOnesIsBinomial() {
		final double[] values = new double[100];
		for (int i = 30; i < 100; i++)
			values[i] = 1;
		final BinomialDistribution sum = new BinomialDistribution(null, 100, 0.7);
		final Bootstrap.Interval mean = new Bootstrap(values, 4).mean().get();
		assertEquals(sum.inverseCumulativeProbability(0.025) / 100.0, mean.low(), 0.0101);
		assertEquals(sum.inverseCumulativeProbability(0.975) / 100.0, mean.high(), 0.0101);
	}

	/**
	 * The median of a resample of 1..11 is at most k if 6 or more of 11 draws are, each with a
	 * probability of k / 11: by the binomial distribution 0.7 % for 2, 5 % for 3.
	 */
	@Test
	public void medianOfElevenByItsExactDistribution() {
		final double[] values = new double[11];
		for (int i = 0; i < 11; i++)
			values[i] = (7 * i) % 11 + 1;
		int low = 1;
		while (new BinomialDistribution(null, 11, low / 11.0).cumulativeProbability(5) > 0.975)
			low++;
		final Bootstrap.Interval median = new Bootstrap(values, 9).median().get();
		assertEquals(low, median.low(), 0);
		assertEquals(12 - low, median.high(), 0);
	}

	@Test
	public void theSeedDecides() {
		final double[] values = new SplittableRandom(2).doubles(13).toArray();
		final Bootstrap.Interval a = new Bootstrap(values, 1).mean().get(),
			b = new Bootstrap(values, 1).mean().get(), c = new Bootstrap(values, 2).mean().get();
		assertEquals(a.low(), b.low(), 0);
		assertEquals(a.high(), b.high(), 0);
		assertNotEquals(a.low(), c.low(), 0);
		assertTrue(Math.abs(a.low() - c.low()) < 0.01);
	}
}
