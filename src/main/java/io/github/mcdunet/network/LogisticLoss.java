package io.github.mcdunet.network;

import io.github.mcdunet.dataset.Logistic;

import java.util.List;

/**
 * Binary cross-entropy on logits z, averaged over pixels: max(z, 0) - z y + ln(1 + e^-|z|), which
 * neither clips nor overflows (The Elements of Statistical Learning, p. 309). Its gradient by z is
 * (sigmoid(z) - y) / number of pixels.
 */
final class LogisticLoss {

	private LogisticLoss() {
	}

	/**
	 * As {@link PixelLoss#score}, of the pixels from .. to.
	 *
	 * @param weights of background and foreground
	 */
	static PixelScore score(final float[] logits, final byte[] truth, final float[] weights,
		final int from, final int to, final float[] gradient, final float scale) {
		double loss = 0;
		long both = 0, predicted = 0, positive = 0, pixels = 0;
		for (int i = from; i < to; i++) {
			final float z = logits[i];
			final int y = truth[i];
			if (y < 0) {
				if (gradient != null) gradient[i] = 0;
				continue;
			}
			pixels++;
			final double e = Math.exp(-Math.abs(z));
			loss += weights[y] * (Math.max(z, 0) - z * y + Math.log(1 + e));
			if (gradient != null)
				gradient[i] = weights[y] * scale * (float) (Logistic.sigmoid(z, e) - y);
			final int p = z >= 0 ? 1 : 0;
			both += p & y;
			predicted += p;
			positive += y;
		}
		return new PixelScore(pixels, loss, pixels - (predicted + positive - 2 * both),
			List.of(new PixelScore.Overlap(both, predicted, positive)));
	}

	/**
	 * Cross-entropy with a target between 0 and 1, of the pixels from .. to.
	 *
	 * @param logits of which the pixel i is at start + i, as in the gradient
	 * @param target 0..1, NaN to leave a pixel out
	 * @return sum of the entropies, in nats
	 */
	static double soft(final float[] logits, final int start, final float[] target, final int from,
		final int to, final float[] gradient, final float scale) {
		double loss = 0;
		for (int i = from; i < to; i++) {
			final float z = logits[start + i], y = target[i];
			if (Float.isNaN(y)) {
				if (gradient != null) gradient[start + i] = 0;
				continue;
			}
			final double e = Math.exp(-Math.abs(z));
			loss += Math.max(z, 0) - z * y + Math.log(1 + e);
			if (gradient != null)
				gradient[start + i] = scale * (float) (Logistic.sigmoid(z, e) - y);
		}
		return loss;
	}
}
