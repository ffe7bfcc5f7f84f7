package io.github.mcdunet.evaluation.trust;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.evaluation.Measure;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.Test;

public class CalibrationTest {

	private static final double FLOAT = 1e-7;

	/** Two bins. Lower: 0, 0.25 (foreground); upper: 0.5, 0.75 (foreground), 1 (foreground). */
	private static final float[] P = { 0, 0.25f, 0.5f, 0.75f, 1 };
	private static final byte[] TRUTH = { 0, 1, 0, 1, 1 };

	@Test
	public void twoBinsByHand() {
		final Calibration c = calibration(2, P, TRUTH);
		final Reliability r = c.foreground();
		assertEquals(2, r.bins());
		assertEquals(0.5, r.low(1), 0);
		assertEquals(2, r.count(0));
		assertEquals(3, r.count(1));
		assertEquals(0.125, r.said(0).value(), FLOAT);
		assertEquals(0.5, r.seen(0).value(), FLOAT);
		assertEquals(0.75, r.said(1).value(), FLOAT);
		assertEquals(2 / 3.0, r.seen(1).value(), FLOAT);
		// 2/5 |0.125 - 0.5| + 3/5 |0.75 - 2/3|
		assertEquals(0.4 * 0.375 + 0.6 * (0.75 - 2 / 3.0), c.expectedError().value(), FLOAT);
		assertEquals((0 + 0.75 * 0.75 + 0.25 + 0.25 * 0.25 + 0) / 5, c.brier().value(), FLOAT);
		assertEquals((-Math.log(0.25) - Math.log(0.5) - Math.log(0.75)) / 5, c.logLoss().value(),
			1e-6);
	}

	/**
	 * Confidences 1, 0.75, 0.5, 0.75, 1, of which the second and the third are wrong; all in the
	 * upper bin.
	 */
	@Test
	public void confidenceByHand() {
		final Reliability r = calibration(2, P, TRUTH).confidence();
		assertFalse(r.said(0).isPresent());
		assertTrue(r.seen(0).reason(), r.seen(0).reason().contains("from 0.00 to 0.50"));
		assertEquals(0.8, r.said(1).value(), FLOAT);
		assertEquals(0.6, r.seen(1).value(), FLOAT);
		assertEquals(0.2, calibration(2, P, TRUTH).confidenceError().value(), FLOAT);
	}

	/** Four pixels, two bins of two: gaps |0.05 + 0.1 - 1| and |0.2 + 0.9 - 1|. */
	@Test
	public void adaptiveErrorByHand() {
		final Calibration c = calibration(2, new float[]{ 0.1f, 0.9f, 0.05f, 0.2f },
			new byte[]{ 1, 1, 0, 0 });
		assertEquals((0.85 + 0.1) / 4, c.adaptiveError().value(), FLOAT);
	}

	/**
	 * Three equal pixels of which one is foreground, and a fourth: each bin of two gets its share
	 * of the three.
	 */
	@Test
	public void bordersShareEqualProbabilities() {
		final Calibration c = calibration(2, new float[]{ 0.25f, 0.25f, 0.25f, 0.75f },
			new byte[]{ 1, 0, 0, 0 });
		final double gap = 0.25 - 1 / 3.0;
		assertEquals((Math.abs(2 * gap) + Math.abs(gap + 0.75)) / 4, c.adaptiveError().value(),
			FLOAT);
	}

	@Test
	public void manyPixelsAsNaiveCode() {
		final SplittableRandom r = new SplittableRandom(4);
		final int n = 15 * 400;
		final float[] p = new float[n];
		final byte[] truth = new byte[n];
		for (int i = 0; i < n; i++) {
			p[i] = (float) Math.pow(r.nextDouble(), 3);
			truth[i] = (byte) (r.nextDouble() < Math.sqrt(p[i]) ? 1 : 0);
		}
		final Calibration c = calibration(15, p, truth);
		assertEquals(equalWidth(p, truth, 15), c.expectedError().value(), FLOAT);
		assertEquals(equalMass(p, truth, 15), c.adaptiveError().value(), 1e-4);
	}

	private static double equalWidth(final float[] p, final byte[] truth, final int bins) {
		double error = 0;
		for (int b = 0; b < bins; b++) {
			double gap = 0;
			for (int i = 0; i < p.length; i++)
				if ((int) Math.floor((double) p[i] * bins) == b) gap += p[i] - truth[i];
			error += Math.abs(gap) / p.length;
		}
		return error;
	}

	private static double equalMass(final float[] p, final byte[] truth, final int bins) {
		final Integer[] order = new Integer[p.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, (i, j) -> Float.compare(p[i], p[j]));
		final int size = p.length / bins;
		double error = 0;
		for (int b = 0; b < bins; b++) {
			double gap = 0;
			for (int k = b * size; k < (b + 1) * size; k++)
				gap += p[order[k]] - truth[order[k]];
			error += Math.abs(gap) / p.length;
		}
		return error;
	}

	@Test
	public void aCalibratedProbabilityHasNoError() {
		final float[] p = new float[1000];
		final byte[] truth = new byte[1000];
		for (int i = 0; i < 1000; i++) {
			p[i] = i < 500 ? 0.25f : 0.75f;
			truth[i] = (byte) (i % 4 == 0 || i >= 500 && i % 4 < 3 ? 1 : 0);
		}
		final Calibration c = calibration(15, p, truth);
		assertEquals(0, c.expectedError().value(), 1e-12);
		assertEquals(0, c.confidenceError().value(), 1e-12);
		assertEquals(0, c.adaptiveError().value(), 1e-12);
	}

	@Test
	public void oneSureErrorCostsAFiniteLoss() {
		assertEquals(-Math.log(1e-7),
			calibration(15, new float[]{ 1 }, new byte[]{ 0 }).logLoss().value(), 1e-8);
		assertEquals(-Math.log(1e-7),
			calibration(15, new float[]{ 0 }, new byte[]{ 1 }).logLoss().value(), 1e-8);
		assertEquals(1, calibration(15, new float[]{ 1 }, new byte[]{ 0 }).brier().value(), 0);
	}

	@Test
	public void imagesAreAddedAsIfTheyWereOne() {
		final Calibration c = new Calibration(2);
		c.add(Arrays.copyOf(P, 2), Rows.row(Arrays.copyOf(TRUTH, 2)));
		c.add(Arrays.copyOfRange(P, 2, 5), Rows.row(Arrays.copyOfRange(TRUTH, 2, 5)));
		final Calibration one = calibration(2, P, TRUTH);
		assertEquals(5, c.pixels());
		assertEquals(one.expectedError().value(), c.expectedError().value(), 0);
		assertEquals(one.adaptiveError().value(), c.adaptiveError().value(), 0);
		assertEquals(one.logLoss().value(), c.logLoss().value(), 1e-15);
	}

	@Test
	public void withoutPixelsThereIsNoNumber() {
		final Calibration c = new Calibration();
		for (final Measure m : new Measure[]{ c.expectedError(), c.confidenceError(),
			c.adaptiveError(), c.brier(), c.logLoss() })
			assertEquals("There is no pixel.", m.reason());
		assertThrows(IllegalStateException.class, () -> new Calibration().brier().value());
		assertThrows(IllegalArgumentException.class,
			() -> calibration(15, new float[]{ 1.5f }, new byte[1]));
		assertThrows(IllegalArgumentException.class,
			() -> calibration(15, new float[2], new byte[1]));
	}

	private static Calibration calibration(final int bins, final float[] p, final byte[] truth) {
		final Calibration c = new Calibration(bins);
		c.add(p, Rows.row(truth));
		return c;
	}
}
