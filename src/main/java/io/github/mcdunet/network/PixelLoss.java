package io.github.mcdunet.network;

import java.util.stream.IntStream;

/**
 * The loss that a U-Net learns by: cross-entropy of the classes, logistic for two and by softmax
 * for more, times the weight of the pixel's class, and of the separation if there is one.
 * Unlabelled pixels count for nothing.
 */
final class PixelLoss {

	/** Of the separation's cross-entropy, where that of the classes has 1. */
	static final float SEPARATION_WEIGHT = 1;

	private static final int CHUNK = 1 << 14;

	private final Outputs outputs;
	private final float[] weights;

	/** All classes with the same weight. */
	PixelLoss(final Outputs outputs) {
		this(outputs, ClassWeights.EQUAL);
	}

	PixelLoss(final Outputs outputs, final ClassWeights weights) {
		this.outputs = outputs;
		this.weights = new float[outputs.classes()];
		for (int c = 0; c < this.weights.length; c++)
			this.weights[c] = weights.of(c);
	}

	/**
	 * @param logits [planes, H, W]
	 * @param gradient where to write the gradient, [planes, H, W]; null if nobody needs it
	 * @param scale 1 / number of labelled pixels over which the loss is averaged
	 */
	PixelScore score(final float[] logits, final PixelTarget target, final float[] gradient,
		final double scale) {
		final int pixels = target.classes().length, chunks = (pixels + CHUNK - 1) / CHUNK;
		final PixelScore[] parts = new PixelScore[chunks];
		IntStream.range(0, chunks).parallel().forEach(k -> parts[k] = chunk(logits, target,
			k * CHUNK, Math.min(pixels, (k + 1) * CHUNK), gradient, (float) scale));
		PixelScore sum = PixelScore.NONE;
		for (final PixelScore p : parts)
			sum = sum.plus(p);
		return sum;
	}

	private PixelScore chunk(final float[] logits, final PixelTarget target, final int from,
		final int to, final float[] gradient, final float scale) {
		final byte[] truth = target.classes();
		final PixelScore classes = outputs.isBinary()
			? LogisticLoss.score(logits, truth, weights, from, to, gradient, scale)
			: SoftmaxLoss.score(logits, truth, weights, from, to, gradient, scale);
		if (!outputs.separation()) return classes;
		return classes.plusEntropies(
			SEPARATION_WEIGHT * LogisticLoss.soft(logits, outputs.classPlanes() * truth.length,
				target.separation(), from, to, gradient, SEPARATION_WEIGHT * scale));
	}
}
