package io.github.mcdunet.inference;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.network.Outputs;

import java.util.EnumSet;
import java.util.SplittableRandom;

import org.junit.Test;

/** Sums over samples of several classes, against sums by hand. */
public class ClassStatisticsTest {

	private static final int K = 4, T = 5, PIXELS = 7;

	@Test
	public void sameAsSumsByHand() {
		final SplittableRandom r = new SplittableRandom(1);
		final float[][] logits = new float[T][(K + 1) * PIXELS];
		final Outputs outputs = new Outputs(K, true);
		final SampleStatistics s = new SampleStatistics(outputs, PIXELS,
			EnumSet.allOf(MapKind.class));
		final SampleMasks masks = new SampleMasks(outputs, PIXELS, 1, T, 0.5);
		for (int t = 0; t < T; t++) {
			for (int i = 0; i < logits[t].length; i++)
				logits[t][i] = (float) (8 * r.nextDouble() - 4);
			final float[] foreground = s.add(logits[t]);
			masks.putRow(t, 0, 0, foreground, logits[t], PIXELS, 0, PIXELS);
		}
		for (int i = 0; i < PIXELS; i++) {
			final double[] mean = new double[K];
			double inner = 0, separation = 0;
			final double[][] p = new double[T][K];
			for (int t = 0; t < T; t++) {
				double all = 0;
				for (int k = 0; k < K; k++)
					all += Math.exp(logits[t][k * PIXELS + i]);
				int best = 1;
				for (int k = 0; k < K; k++) {
					p[t][k] = Math.exp(logits[t][k * PIXELS + i]) / all;
					mean[k] += p[t][k] / T;
					inner -= p[t][k] * Math.log(p[t][k]) / T;
					if (k > 1 && p[t][k] > p[t][best]) best = k;
				}
				separation += 1 / (1 + Math.exp(-logits[t][K * PIXELS + i])) / T;
				final Labels mask = masks.mask(t);
				assertEquals(1 - p[t][0] >= 0.5 ? best : 0, mask.classes()[i]);
				assertEquals(logits[t][K * PIXELS + i] >= 0, masks.seeds(t).get().isForeground(i));
			}
			double variance = 0, entropy = 0;
			for (int k = 0; k < K; k++) {
				assertEquals(mean[k], s.probability(k, i), 1e-6);
				entropy -= mean[k] * Math.log(mean[k]);
				for (int t = 0; t < T; t++)
					variance += Math.pow(p[t][k] - mean[k], 2) / T / 2;
			}
			assertEquals(1 - mean[0], s.value(MapKind.PROBABILITY, i), 1e-5);
			assertEquals(entropy, s.value(MapKind.ENTROPY, i), 1e-5);
			assertEquals(entropy - inner, s.value(MapKind.MUTUAL_INFORMATION, i), 1e-5);
			assertEquals(variance, s.value(MapKind.VARIANCE, i), 1e-6);
			assertEquals(separation, s.separation(i), 1e-6);
		}
		assertEquals(Math.log(4), MapKind.ENTROPY.maximum(4), 1e-12);
		assertEquals(MapKind.VARIANCE.maximum(), MapKind.VARIANCE.maximum(2), 0);
		// One bit for the foreground, one for the seeds, two for three classes
		assertEquals(4 * SampleMasks.bytes(PIXELS, 1, T), SampleMasks.bytes(outputs, PIXELS, 1, T));
		assertTrue(new SampleMasks(PIXELS, 1, T, 0.5).seeds(0).isEmpty());
	}
}
