package io.github.mcdunet.network;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;
import java.util.List;

import org.junit.Test;

/** The losses against their textbook formulas, and their gradients against differences. */
public class PixelLossTest {

	private static final int PIXELS = 5;

	/** Three classes and a separation, five pixels, of which one is not labelled. */
	private static final float[] LOGITS = { 0, 1, -2, 30, 5, 2, -1, 0.5f, -30, 5, -0.5f, 3, 1, 0, 5,
		0.3f, -4, 20, 0, 1 };
	private static final byte[] CLASSES = { 1, 0, 2, 2, -1 };
	private static final float[] SEPARATION = { 0.25f, 0, 1, 0.5f, Float.NaN };

	private static double loss(final float[] z, final boolean separation) {
		double sum = 0;
		for (int i = 0; i < PIXELS; i++) {
			if (CLASSES[i] < 0) continue;
			double all = 0;
			for (int k = 0; k < 3; k++)
				all += Math.exp(z[k * PIXELS + i]);
			sum -= Math.log(Math.exp(z[CLASSES[i] * PIXELS + i]) / all);
			final double s = 1 / (1 + Math.exp(-z[3 * PIXELS + i]));
			if (separation)
				sum -= SEPARATION[i] * Math.log(s) + (1 - SEPARATION[i]) * Math.log(1 - s);
		}
		return sum / 4;
	}

	@Test
	public void softmaxAndSeparation() {
		final float[] gradient = new float[LOGITS.length];
		final PixelScore score = new PixelLoss(new Outputs(3, true)).score(LOGITS,
			new PixelTarget(CLASSES, SEPARATION), gradient, 0.25);
		assertEquals(4, score.pixels());
		assertEquals(loss(LOGITS, true), score.loss(), 1e-5);
		for (int i = 0; i < LOGITS.length; i++) {
			final float[] more = LOGITS.clone(), less = LOGITS.clone();
			more[i] += 0.01f;
			less[i] -= 0.01f;
			assertEquals("logit " + i,
				(loss(more, true) - loss(less, true)) / (more[i] - (double) less[i]), gradient[i],
				1e-4);
		}
	}

	/**
	 * Of 4 labelled pixels one is background, one of class 1 and two of class 2: the shares'
	 * inverses are as 2 : 2 : 1, and 4 / 6 of them have the mean 1.
	 */
	@Test
	public void weightsOfClassesAreThoseOfTheMarks() {
		final ClassWeights weights = ClassWeights
			.balanced(List.of(Labels.ofClasses(CLASSES, PIXELS, 1)));
		final double[] expected = { 4 / 3.0, 4 / 3.0, 2 / 3.0 };
		for (int k = 0; k < 3; k++)
			assertEquals(expected[k], weights.of(k), 1e-6);
		final float[] z = Arrays.copyOf(LOGITS, 3 * PIXELS), gradient = new float[z.length];
		final PixelScore score = new PixelLoss(new Outputs(3, false), weights).score(z,
			new PixelTarget(CLASSES), gradient, 0.25);
		assertEquals(weighted(z, expected), score.loss(), 1e-5);
		for (int i = 0; i < z.length; i++) {
			final float[] more = z.clone(), less = z.clone();
			more[i] += 0.01f;
			less[i] -= 0.01f;
			assertEquals("logit " + i, (weighted(more, expected) - weighted(less, expected))
				/ (more[i] - (double) less[i]), gradient[i], 1e-4);
		}
	}

	private static double weighted(final float[] z, final double[] weights) {
		double sum = 0;
		for (int i = 0; i < PIXELS; i++) {
			if (CLASSES[i] < 0) continue;
			double all = 0;
			for (int k = 0; k < 3; k++)
				all += Math.exp(z[k * PIXELS + i]);
			sum -= weights[CLASSES[i]] * Math.log(Math.exp(z[CLASSES[i] * PIXELS + i]) / all);
		}
		return sum / 4;
	}

	/** Most probable are 1, 2, 2 (of 2), 0 (of 2): class 1 is right once, class 2 once of three. */
	@Test
	public void scoresOfClasses() {
		final PixelScore score = PixelScore.of(new Outputs(3, false),
			Arrays.copyOf(LOGITS, 3 * PIXELS), new PixelTarget(CLASSES));
		assertEquals(loss(LOGITS, false), score.loss(), 1e-5);
		assertEquals(0.5, score.accuracy(), 0);
		// class 1: 1 predicted, 1 true, 1 both; class 2: 2 predicted, 2 true, 1 both
		assertEquals((1 + 0.5) / 2, score.dice(), 1e-12);
		assertEquals(score.dice(), score.plus(score).dice(), 1e-12);
		assertEquals(8, score.plus(score).pixels());
	}

	@Test
	public void unlabelledPixelsCountForNothing() {
		final float[] gradient = { 9, 9, 9 };
		final PixelScore score = new PixelLoss(Outputs.BINARY).score(new float[]{ 0, 50, -50 },
			new PixelTarget(new byte[]{ 1, -1, -1 }), gradient, 1);
		assertEquals(Math.log(2), score.loss(), 1e-6);
		assertEquals(1, score.pixels());
		assertEquals(-0.5, gradient[0], 1e-6);
		assertEquals(0, gradient[1], 0);
		assertEquals(0, gradient[2], 0);
		assertEquals(1, score.dice(), 0);
		assertEquals(0, PixelScore.of(new float[1], new byte[]{ -1 }).loss(), 0);
	}
}
