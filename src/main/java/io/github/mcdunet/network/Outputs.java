package io.github.mcdunet.network;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Logistic;

import java.util.Arrays;

/**
 * What a U-Net gives for each pixel, as planes [planes, H, W] of logits in this order: the classes,
 * then the separation if there is one.
 *
 * @param classes K, background included, 2 to 64. Two classes are one plane, the logit of being
 * foreground, z = ln(p / (1 - p)); more are K planes, whose softmax is the probability of each
 * class
 * @param separation whether a further plane tells objects that touch apart: the logit of how deep
 * inside of its object a pixel lies, 0 at the edge, 1 at the centre
 */
public record Outputs(int classes, boolean separation) {

	/** Most classes of a network. */
	public static final int MOST_CLASSES = 64;

	/** Foreground or background, and nothing else. */
	public static final Outputs BINARY = new Outputs(2, false);

	/** @throws McdUnetException if the number of classes is out of its range */
	public Outputs {
		if (classes < 2 || classes > MOST_CLASSES)
			throw new McdUnetException("A network needs 2 to " + MOST_CLASSES
				+ " classes, background included, not " + classes + ".");
	}

	/** Whether foreground is of one kind. */
	public boolean isBinary() {
		return classes == 2;
	}

	/** Planes that tell the classes: 1 for two classes, else K. */
	public int classPlanes() {
		return isBinary() ? 1 : classes;
	}

	/** All planes. */
	public int planes() {
		return classPlanes() + (separation ? 1 : 0);
	}

	/**
	 * Adds the probabilities that logits stand for to a sum.
	 *
	 * @param logits [planes, H, W]
	 * @param sum [planes, H, W]: of two classes that of the foreground, else of each class; then
	 * the separation's
	 * @param divisor by which they are divided, for a mean
	 */
	public void addProbabilities(final float[] logits, final float[] sum, final double divisor) {
		final int area = logits.length / planes();
		if (isBinary()) addLogistic(logits, sum, 0, area, divisor);
		else
			addSoftmax(logits, sum, area, divisor);
		if (separation) addLogistic(logits, sum, classPlanes() * area, logits.length, divisor);
	}

	private static void addLogistic(final float[] logits, final float[] sum, final int from,
		final int to, final double divisor) {
		for (int i = from; i < to; i++)
			sum[i] += (float) (Logistic.sigmoid(logits[i]) / divisor);
	}

	private void addSoftmax(final float[] logits, final float[] sum, final int area,
		final double divisor) {
		final double[] p = new double[classes];
		for (int i = 0; i < area; i++) {
			Softmax.of(logits, i, area, p);
			for (int k = 0; k < classes; k++)
				sum[k * area + i] += (float) (p[k] / divisor);
		}
	}

	/**
	 * The probability of being of any class but the background.
	 *
	 * @param logits [planes, H, W]
	 * @return a new array [H, W], 0..1
	 */
	public float[] foreground(final float[] logits) {
		final float[] planes = new float[logits.length];
		addProbabilities(logits, planes, 1);
		final float[] foreground = Arrays.copyOf(planes, logits.length / planes());
		if (!isBinary()) for (int i = 0; i < foreground.length; i++)
			foreground[i] = 1 - foreground[i];
		return foreground;
	}

	/**
	 * Turns probabilities into logits that stand for them.
	 *
	 * @param planes [planes, H, W]; overwritten
	 * @param smallest what a probability and its complement are at least taken for, above 0
	 */
	public void toLogits(final float[] planes, final double smallest) {
		final int ofClasses = isBinary() ? 0 : classes * (planes.length / planes());
		for (int i = 0; i < planes.length; i++)
			planes[i] = (float) (i < ofClasses ? Math.log(Math.max(smallest, planes[i]))
				: Logistic.logit(planes[i], smallest));
	}

	/** Such as "3 classes, objects separated". */
	@Override
	public String toString() {
		return classes + " classes" + (separation ? ", touching objects separated" : "");
	}
}
