package io.github.mcdunet.objects;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.Test;

public class IntervalTest {

	@Test
	public void lessThanTwoSamplesTellNothing() {
		assertFalse(Interval.of(new double[0]).isKnown());
		assertFalse(Interval.of(new double[]{ 3 }).isKnown());
		assertFalse(Interval.of(new double[]{ 3 }).including(5).isKnown());
	}

	/** Mean 2, s = 1, t(0.975; 2) = 4.302653. */
	@Test
	public void fewSamplesByHand() {
		final Interval interval = Interval.of(new double[]{ 3, 1, 2 });
		assertEquals(2 - 4.302652729911275 * Math.sqrt(4 / 3.0), interval.low(), 1e-6);
		assertEquals(2 + 4.302652729911275 * Math.sqrt(4 / 3.0), interval.high(), 1e-6);
	}

	/** Of 1..99 the p-th is at 100 p. */
	@Test
	public void manySamplesByHand() {
		final Interval interval = Interval
			.of(IntStream.rangeClosed(1, 99).asDoubleStream().toArray());
		assertEquals(2.5, interval.low(), 1e-12);
		assertEquals(97.5, interval.high(), 1e-12);
	}

	@Test
	public void furtherGaussianValuesAreCovered() {
		final Random random = new Random(11);
		for (final int n : new int[]{ 2, 5, 20, 39, 40, 100 }) {
			int inside = 0;
			for (int k = 0; k < 8000; k++) {
				final Interval interval = Interval.of(IntStream.range(0, n)
					.mapToDouble(i -> 400 + 9 * random.nextGaussian()).toArray());
				if (interval.contains(400 + 9 * random.nextGaussian())) inside++;
			}
			// The standard deviation of the share is 0.0024
			assertEquals("n = " + n, 0.95, inside / 8000.0, 0.009);
		}
	}

	@Test
	public void includesAndWidens() {
		final Interval interval = new Interval(2, 4).including(6);
		assertEquals(6, interval.high(), 0);
		assertEquals(1, interval.widened(1.5, 0).low(), 0);
		assertEquals(7, interval.widened(1.5, 0).high(), 0);
		assertEquals(4 - 10, interval.widened(2, 5).low(), 0);
	}
}
