package io.github.mcdunet.inference;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.network.Outputs;

import java.util.EnumSet;
import java.util.SplittableRandom;

import org.junit.Test;

/** The streaming statistics against sums over all samples kept in memory. */
public class SampleStatisticsTest {

	@Test
	public void equalTheNaiveSums() {
		final int pixels = 40000, samples = 7;
		final SplittableRandom r = new SplittableRandom(1);
		final float[][] logits = new float[samples][pixels];
		final SampleStatistics s = statistics(pixels);
		for (int t = 0; t < samples; t++) {
			for (int i = 0; i < pixels; i++)
				logits[t][i] = (float) (20 * r.nextDouble() - 10);
			s.add(logits[t]);
		}
		for (int i = 0; i < pixels; i += 37) {
			double mean = 0, variance = 0, inner = 0;
			for (int t = 0; t < samples; t++)
				mean += p(logits[t][i]) / samples;
			for (int t = 0; t < samples; t++) {
				variance += Math.pow(p(logits[t][i]) - mean, 2) / samples;
				inner += h(p(logits[t][i])) / samples;
			}
			assertEquals(mean, s.value(MapKind.PROBABILITY, i), 1e-6);
			assertEquals(variance, s.value(MapKind.VARIANCE, i), 1e-6);
			assertEquals(h(mean), s.value(MapKind.ENTROPY, i), 1e-6);
			assertEquals(h(mean) - inner, s.value(MapKind.MUTUAL_INFORMATION, i), 1e-6);
		}
	}

	private static SampleStatistics statistics(final int pixels) {
		return new SampleStatistics(Outputs.BINARY, pixels, EnumSet.allOf(MapKind.class));
	}

	@Test
	public void leaveOutWhatNobodyAsksFor() {
		final SampleStatistics all = statistics(2), few = new SampleStatistics(Outputs.BINARY, 2,
			EnumSet.of(MapKind.PROBABILITY, MapKind.ENTROPY));
		for (final float z : new float[]{ -1, 0.5f, 2 }) {
			all.add(new float[]{ z, -z });
			few.add(new float[]{ z, -z });
		}
		for (int i = 0; i < 2; i++) {
			assertEquals(all.value(MapKind.PROBABILITY, i), few.value(MapKind.PROBABILITY, i), 0);
			assertEquals(all.value(MapKind.ENTROPY, i), few.value(MapKind.ENTROPY, i), 0);
		}
	}

	private static double p(final double z) {
		return 1 / (1 + Math.exp(-z));
	}

	private static double h(final double p) {
		return -(p * Math.log(p) + (1 - p) * Math.log(1 - p));
	}

	@Test
	public void areFiniteAtTheExtremes() {
		final SampleStatistics s = statistics(4);
		for (int t = 0; t < 3; t++)
			s.add(new float[]{ 1e4f, -1e4f, Float.MAX_VALUE, -Float.MAX_VALUE });
		for (int i = 0; i < 4; i++) {
			assertEquals(i % 2 == 0 ? 1 : 0, s.value(MapKind.PROBABILITY, i), 0);
			assertEquals(0, s.value(MapKind.ENTROPY, i), 0);
			assertEquals(0, s.value(MapKind.MUTUAL_INFORMATION, i), 0);
			assertEquals(0, s.value(MapKind.VARIANCE, i), 0);
		}
	}

	/**
	 * The interpolation's worst places lie in the middle between two values of the table; the ends
	 * of the table join.
	 */
	@Test
	public void isExactToTwoInTenMillions() {
		for (double z = -18; z <= 18; z += 1 / 1024.0) {
			final SampleStatistics s = statistics(1);
			s.add(new float[]{ (float) z });
			s.add(new float[]{ (float) z });
			assertEquals(p((float) z), s.value(MapKind.PROBABILITY, 0), 2e-7);
			// both samples agree, so that the entropy of the mean is the mean of the entropies
			assertEquals(0, s.value(MapKind.MUTUAL_INFORMATION, 0), 4e-7);
		}
	}

	@Test
	public void aFairCoinHasLnTwo() {
		final SampleStatistics one = statistics(1), two = statistics(1);
		one.add(new float[]{ 0 });
		assertEquals(Math.log(2), one.value(MapKind.ENTROPY, 0), 1e-7);
		assertEquals("one sample cannot disagree", 0, one.value(MapKind.MUTUAL_INFORMATION, 0), 0);
		// two sure samples that contradict one another: all uncertainty is the model's
		two.add(new float[]{ 100 });
		two.add(new float[]{ -100 });
		assertEquals(Math.log(2), two.value(MapKind.ENTROPY, 0), 1e-7);
		assertEquals(Math.log(2), two.value(MapKind.MUTUAL_INFORMATION, 0), 1e-7);
		assertEquals(0.25, two.value(MapKind.VARIANCE, 0), 1e-7);
	}
}
