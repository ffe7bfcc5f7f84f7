package io.github.mcdunet.evaluation.trust;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.evaluation.Measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

import org.junit.Test;

/** Against definitions that look at every pixel, and worked examples. */
public class ErrorDetectionTest {

	private static final double EXACT = 1e-12;

	/**
	 * Certain to uncertain: right, wrong, right, wrong. Truth is all background; p = 0.2 is right,
	 * 0.6 is wrong.
	 */
	private static final float[] SCORE = { 0.1f, 0.2f, 0.3f, 0.4f };
	private static final float[] P = { 0.2f, 0.6f, 0.2f, 0.6f };

	@Test
	public void fourPixelsByHand() {
		final DetectionScores s = scores(SCORE, P, new byte[4]);
		assertEquals(4, s.pixels());
		assertEquals(2, s.wrong());
		// of 2 x 2 pairs of a wrong and a right pixel, only (0.2, 0.3) is in the wrong order
		assertEquals(0.75, s.rocArea().value(), EXACT);
		// from the top: wrong (precision 1), right, wrong (precision 2/3), right
		assertEquals((1 + 2 / 3.0) / 2, s.averagePrecision().value(), EXACT);
		// kept 1, 2, 3, 4: risks 0, 1/2, 1/3, 1/2
		final double area = (0 + 1 / 2.0 + 1 / 3.0 + 1 / 2.0) / 4;
		assertEquals(area, s.riskCoverageArea().value(), EXACT);
		// oracle: 0, 0, 1/3, 1/2; the mean error is 1/2
		assertEquals((area - (1 / 3.0 + 1 / 2.0) / 4) / 0.5, s.sparsificationError().value(),
			EXACT);
		// Brier: 0.04, 0.36, 0.04, 0.36, mean 0.2; kept means 0.04, 0.2, 0.44 / 3, 0.2; oracle 0.04, 0.04, 0.44 / 3, 0.2
		assertEquals((0.2 - 0.04) / 4 / 0.2, s.brierSparsificationError().value(), 1e-6);
	}

	@Test
	public void deferralByHand() {
		final ErrorDetection d = detection(SCORE, P, new byte[4]);
		assertEquals(0.5, d.found(0.25).value(), EXACT);
		assertEquals(0.5, d.found(0.5).value(), EXACT);
		assertEquals(0.75, d.found(0.625).value(), EXACT);
		assertEquals(1, d.found(0.75).value(), EXACT);
		assertEquals(
			"Checking the 25 % most uncertain pixels (entropy) finds 50 % of the wrong ones.",
			d.sentence("entropy", 0.25));
		final Curve curve = d.deferral();
		assertEquals(0, at(curve, 0), EXACT);
		assertEquals(0.5, at(curve, 0.25), EXACT);
		assertEquals(1, at(curve, 1), EXACT);
	}

	@Test
	public void curvesByHand() {
		final ErrorDetection d = detection(SCORE, P, new byte[4]);
		final Curve risk = d.riskCoverage(), best = d.oracleRiskCoverage();
		for (int i = 0; i < 4; i++) {
			assertEquals(new double[]{ 0, 1 / 2.0, 1 / 3.0, 1 / 2.0 }[i], at(risk, (i + 1) / 4.0),
				EXACT);
			assertEquals(new double[]{ 0, 0, 1 / 3.0, 1 / 2.0 }[i], at(best, (i + 1) / 4.0), EXACT);
		}
		final Curve sparse = d.sparsification(), oracle = d.oracleSparsification();
		assertEquals(1, at(sparse, 0), EXACT);
		assertEquals(0.44 / 3 / 0.2, at(sparse, 0.25), 1e-6);
		assertEquals(1, at(sparse, 0.5), 1e-6);
		assertEquals(0.04 / 0.2, at(oracle, 0.5), 1e-6);
	}

	@Test
	public void curvesRise() {
		final ErrorDetection d = detection(SCORE, P, new byte[4]);
		for (final Curve c : new Curve[]{ d.riskCoverage(), d.sparsification(), d.deferral() })
			for (int i = 1; i < c.size(); i++)
				assertTrue(c.x()[i] > c.x()[i - 1]);
		assertEquals(1e-4, d.deferral().x()[1], EXACT);
	}

	private static double at(final Curve curve, final double x) {
		for (int i = 0; i < curve.size(); i++)
			if (Math.abs(curve.x()[i] - x) < EXACT) return curve.y()[i];
		throw new AssertionError("no point at " + x);
	}

	/**
	 * Scores of few values have many ties; they are multiples of 1/32, so that no two of them share
	 * a bin.
	 */
	@Test
	public void manyPixelsWithTiesAsNaiveCode() {
		final SplittableRandom r = new SplittableRandom(1);
		final int n = 600;
		final float[] score = new float[n], p = new float[n];
		final byte[] truth = new byte[n];
		for (int i = 0; i < n; i++) {
			p[i] = (float) r.nextDouble();
			truth[i] = (byte) (r.nextDouble() < p[i] ? 1 : 0);
			score[i] = (float) (Math.round(32 * Math.min(p[i], 1 - p[i]) + 3 * r.nextDouble())
				/ 32.0);
		}
		final DetectionScores s = scores(score, p, truth);
		final double[] wrong = wrong(p, truth), brier = brier(p, truth);
		assertEquals(mannWhitney(score, wrong), s.rocArea().value(), EXACT);
		assertEquals(averagePrecision(score, wrong), s.averagePrecision().value(), EXACT);
		final double area = area(score, wrong);
		assertEquals(area, s.riskCoverageArea().value(), EXACT);
		assertEquals((area - area(floats(wrong), wrong)) / mean(wrong),
			s.sparsificationError().value(), EXACT);
		assertEquals((area(score, brier) - area(floats(brier), brier)) / mean(brier),
			s.brierSparsificationError().value(), 1e-4);
	}

	@Test
	public void finelyDifferentScoresAsNaiveCode() {
		final SplittableRandom r = new SplittableRandom(2);
		final int n = 3000;
		final float[] score = new float[n], p = new float[n];
		final byte[] truth = new byte[n];
		for (int i = 0; i < n; i++) {
			p[i] = (float) r.nextDouble();
			truth[i] = (byte) (r.nextDouble() < p[i] ? 1 : 0);
			score[i] = (float) Math.pow(Math.min(p[i], 1 - p[i]) * r.nextDouble(), 4);
		}
		final DetectionScores s = scores(score, p, truth);
		final double[] wrong = wrong(p, truth);
		assertEquals(mannWhitney(score, wrong), s.rocArea().value(), 1e-4);
		assertEquals(averagePrecision(score, wrong), s.averagePrecision().value(), 1e-3);
		assertEquals(area(score, wrong), s.riskCoverageArea().value(), 1e-4);
	}

	/**
	 * One tie of a million pixels has the area 0.1 = its error rate, which only a right sum of 1 /
	 * k gives.
	 */
	@Test
	public void aLargeTieAfterOthers() {
		final int n = 1_000_000;
		final float[] score = new float[n], p = new float[n];
		Arrays.fill(score, 0.5f);
		for (int i = 0; i < n; i++)
			p[i] = i % 10 == 0 ? 0.75f : 0.25f;
		score[0] = 0.25f;
		// most certain is one wrong pixel, then 999999 with 99999 wrong: naive sum of the expected risks
		double naive = 0;
		for (int k = 1; k <= n; k++)
			naive += (1 + (k - 1) * 99999.0 / 999999) / k;
		assertEquals(naive / n, scores(score, p, new byte[n]).riskCoverageArea().value(), 1e-10);
	}

	@Test
	public void perfectAndReversedScores() {
		final DetectionScores best = scores(new float[]{ 0.1f, 0.4f, 0.1f, 0.4f }, P, new byte[4]);
		assertEquals(1, best.rocArea().value(), EXACT);
		assertEquals(1, best.averagePrecision().value(), EXACT);
		assertEquals(0, best.sparsificationError().value(), EXACT);
		assertEquals(0, best.brierSparsificationError().value(), 1e-6);
		assertEquals(0,
			scores(new float[]{ 0.4f, 0.1f, 0.4f, 0 }, P, new byte[4]).rocArea().value(), EXACT);
	}

	@Test
	public void imagesAreAddedAsIfTheyWereOne() {
		final ErrorDetection d = new ErrorDetection();
		d.add(new float[]{ 0.1f, 0.2f }, new float[]{ 0.2f, 0.6f }, Rows.row(new byte[2]));
		d.add(new float[]{ 0.4f, 0.3f }, new float[]{ 0.6f, 0.2f }, Rows.row(new byte[2]));
		assertEquals(0.75, d.scores().rocArea().value(), EXACT);
	}

	@Test
	public void whatCannotBeSaidHasAReason() {
		final DetectionScores right = scores(SCORE, P, new byte[]{ 0, 1, 0, 1 });
		assertNone("No pixel is wrong", right.rocArea());
		assertNone("No pixel is wrong", right.averagePrecision());
		assertNone("No pixel is wrong", right.sparsificationError());
		assertNone("No pixel is wrong", right.found());
		assertEquals(0, right.riskCoverageArea().value(), 0);
		final DetectionScores wrong = scores(SCORE, P, new byte[]{ 1, 0, 1, 0 });
		assertNone("Every pixel is wrong", wrong.rocArea());
		assertNone("Every pixel is wrong", wrong.found());
		assertEquals(1, wrong.riskCoverageArea().value(), EXACT);
		final ErrorDetection same = detection(new float[4], P, new byte[4]);
		assertNone("same in every pixel", same.scores().rocArea());
		assertNone("same in every pixel", same.scores().riskCoverageArea());
		assertTrue(same.sentence("variance", 0.05).contains("same in every pixel"));
		assertNone("no pixel", new ErrorDetection().scores().riskCoverageArea());
		assertEquals(0, new ErrorDetection().riskCoverage().size());
		assertEquals(0, detection(SCORE, P, new byte[]{ 0, 1, 0, 1 }).deferral().size());
		assertNone("any error",
			scores(SCORE, new float[4], new byte[4]).brierSparsificationError());
	}

	/**
	 * Of 1000 pixels with 300 wrong ones, the 300 highest scores miss one, which rounds to 100 %.
	 */
	@Test
	public void aHundredPercentMeansAll() {
		final float[] score = new float[1000], p = new float[1000];
		for (int i = 0; i < 1000; i++) {
			score[i] = i;
			p[i] = i >= 701 || i == 5 ? 0.75f : 0.25f;
		}
		final ErrorDetection d = detection(score, p, new byte[1000]);
		assertTrue(d.sentence("x", 0.3), d.sentence("x", 0.3).contains("finds 99 % of"));
		assertTrue(d.sentence("x", 0.995), d.sentence("x", 0.995).contains("finds 100 % of"));
	}

	@Test
	public void badInputIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> scores(new float[3], P, new byte[4]));
		assertThrows(IllegalArgumentException.class,
			() -> scores(new float[]{ 0, 0, Float.NaN, 0 }, P, new byte[4]));
		assertThrows(IllegalArgumentException.class,
			() -> scores(new float[]{ 0, 0, -0.1f, 0 }, P, new byte[4]));
	}

	private static void assertNone(final String expected, final Measure measure) {
		assertFalse(measure.isPresent());
		assertTrue(measure.reason(), measure.reason().contains(expected));
		assertEquals("", measure.toString());
	}

	private static ErrorDetection detection(final float[] score, final float[] p,
		final byte[] truth) {
		final ErrorDetection d = new ErrorDetection();
		d.add(score, p, Rows.row(truth));
		return d;
	}

	private static DetectionScores scores(final float[] score, final float[] p,
		final byte[] truth) {
		return detection(score, p, truth).scores();
	}

	private static double[] wrong(final float[] p, final byte[] truth) {
		final double[] wrong = new double[p.length];
		for (int i = 0; i < p.length; i++)
			wrong[i] = (p[i] >= 0.5f ? 1 : 0) == truth[i] ? 0 : 1;
		return wrong;
	}

	private static double[] brier(final float[] p, final byte[] truth) {
		final double[] brier = new double[p.length];
		for (int i = 0; i < p.length; i++)
			brier[i] = Math.pow(p[i] - truth[i], 2);
		return brier;
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < values.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}

	private static double mean(final double[] values) {
		return Arrays.stream(values).average().getAsDouble();
	}

	private static double mannWhitney(final float[] score, final double[] wrong) {
		double u = 0, pairs = 0;
		for (int i = 0; i < score.length; i++)
			for (int j = 0; j < score.length; j++)
				if (wrong[i] == 1 && wrong[j] == 0) {
					u += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
					pairs++;
				}
		return u / pairs;
	}

	/** For every wrong pixel: the share of wrong ones among all pixels of at least its score. */
	private static double averagePrecision(final float[] score, final double[] wrong) {
		double sum = 0, count = 0;
		for (int i = 0; i < score.length; i++) {
			if (wrong[i] == 0) continue;
			double above = 0, hits = 0;
			for (int j = 0; j < score.length; j++)
				if (score[j] >= score[i]) {
					above++;
					hits += wrong[j];
				}
			sum += hits / above;
			count++;
		}
		return sum / count;
	}

	/**
	 * Pixels in the order of their score; each gets the mean error of its ties, which is the
	 * expectation of random order.
	 */
	private static double area(final float[] score, final double[] error) {
		final Integer[] order = new Integer[score.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, Comparator.comparing(i -> score[i]));
		double area = 0, sum = 0;
		for (int k = 0; k < order.length; k++) {
			double ties = 0, tied = 0;
			for (int j = 0; j < score.length; j++)
				if (score[j] == score[order[k]]) {
					ties++;
					tied += error[j];
				}
			sum += tied / ties;
			area += sum / (k + 1);
		}
		return area / order.length;
	}
}
