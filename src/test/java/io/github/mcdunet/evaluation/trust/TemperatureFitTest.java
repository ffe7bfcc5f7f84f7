package io.github.mcdunet.evaluation.trust;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Rows;

import java.util.SplittableRandom;

import org.junit.Test;

public class TemperatureFitTest {

	/**
	 * Truth drawn with sigmoid(z), probabilities said with sigmoid(T z): dividing by T mends them.
	 */
	@Test
	public void aKnownTemperatureIsRecovered() {
		for (final double t : new double[]{ 0.4, 1, 2.5 }) {
			final Simulated s = new Simulated(t, 200_000);
			final TemperatureScaling scaling = s.fit().fit().get();
			// standard error: 1 / sqrt(n E[z^2 s (1 - s)]) = 0.005 of T here
			assertEquals(t, scaling.temperature(), 0.02 * t);
			assertTrue(calibrationError(scaling.apply(s.p), s.truth) < 0.005);
			if (t == 2.5) assertTrue(calibrationError(s.p, s.truth) > 0.05);
		}
	}

	/** Against a search that looks at every pixel. */
	@Test
	public void noOtherTemperatureIsBetter() {
		final Simulated s = new Simulated(1.7, 4000);
		final double best = s.fit().fit().get().temperature();
		final double loss = naiveLoss(s, best);
		for (double t = 0.5; t < 4; t *= 1.01)
			assertTrue(t + "", naiveLoss(s, t) >= loss - 1e-7);
		assertEquals(loss, s.fit().logLoss(best), 1e-6);
		assertEquals(naiveLoss(s, 1), s.fit().logLoss(1), 1e-6);
	}

	/**
	 * Of the pixels with p = 0.8 (logit ln 4) three quarters are foreground (logit ln 3), and
	 * mirrored.
	 */
	@Test
	public void closedForm() {
		final TemperatureFit fit = new TemperatureFit();
		fit.add(new float[]{ 0.8f, 0.8f, 0.8f, 0.8f, 0.2f, 0.2f, 0.2f, 0.2f },
			Rows.row(new byte[]{ 1, 1, 1, 0, 0, 0, 0, 1 }));
		assertEquals(Math.log(4) / Math.log(3), fit.fit().get().temperature(), 1e-6);
		assertEquals(0.75, fit.fit().get().apply(0.8), 1e-7);
		assertEquals(0.25, fit.fit().get().apply(0.2), 1e-7);
	}

	@Test
	public void whereThereIsNoMinimumThereIsNoTemperature() {
		assertFalse(fit(new float[]{ 0.8f, 0.2f }, new byte[]{ 1, 0 }).fit().isPresent());
		assertFalse(fit(new float[]{ 0.8f, 0.2f }, new byte[]{ 0, 1 }).fit().isPresent());
		assertFalse(fit(new float[]{ 0.5f, 0.5f }, new byte[]{ 0, 1 }).fit().isPresent());
		assertFalse(fit(new float[]{ 0.1f, 0.2f }, new byte[]{ 0, 0 }).fit().isPresent());
		assertFalse(new TemperatureFit().fit().isPresent());
	}

	@Test
	public void theScaleKeepsOrderAndMask() {
		final TemperatureScaling t = new TemperatureScaling(3);
		assertEquals(0.5, t.apply(0.5), 0);
		assertTrue(t.apply(0.9) < 0.9 && t.apply(0.9) > t.apply(0.8));
		assertTrue(t.apply(1.0) < 1 && t.apply(0.0) > 0);
		assertEquals(0.3, new TemperatureScaling(1).apply(0.3), 1e-15);
		assertThrows(IllegalArgumentException.class, () -> new TemperatureScaling(0));
		assertThrows(IllegalArgumentException.class, () -> new TemperatureScaling(Double.NaN));
	}

	private static TemperatureFit fit(final float[] p, final byte[] truth) {
		final TemperatureFit fit = new TemperatureFit();
		fit.add(p, Rows.row(truth));
		return fit;
	}

	private static double calibrationError(final float[] p, final byte[] truth) {
		final Calibration c = new Calibration();
		c.add(p, Rows.row(truth));
		return c.expectedError().value();
	}

	private static double naiveLoss(final Simulated s, final double temperature) {
		double loss = 0;
		for (int i = 0; i < s.p.length; i++) {
			final double z = Math.log(s.p[i] / (1 - (double) s.p[i])) / temperature;
			loss += Math.log(1 + Math.exp(s.truth[i] == 1 ? -z : z));
		}
		return loss / s.p.length;
	}

	private static final class Simulated {

		final float[] p;
		final byte[] truth;

		Simulated(final double temperature, final int n) {
			final SplittableRandom r = new SplittableRandom(5);
			p = new float[n];
			truth = new byte[n];
			for (int i = 0; i < n; i++) {
				final double z = 8 * r.nextDouble() - 4;
				p[i] = (float) (1 / (1 + Math.exp(-temperature * z)));
				truth[i] = (byte) (r.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0);
			}
		}

		TemperatureFit fit() {
			return TemperatureFitTest.fit(p, truth);
		}
	}
}
