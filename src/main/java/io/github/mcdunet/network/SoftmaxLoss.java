package io.github.mcdunet.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Cross-entropy of K classes on logits z, averaged over pixels: ln(sum of e^z_k) - z_y, computed
 * relative to the largest z so that nothing overflows (Bishop, Pattern Recognition and Machine
 * Learning, 4.3.4). Its gradient by z_k is (p_k - [k = y]) / number of pixels, p_k being the
 * softmax.
 */
final class SoftmaxLoss {

	private SoftmaxLoss() {
	}

	/**
	 * As {@link PixelLoss#score}, of the pixels from .. to.
	 *
	 * @param logits [K, H, W] at its beginning, as the gradient
	 * @param weights of the K classes
	 */
	static PixelScore score(final float[] logits, final byte[] truth, final float[] weights,
		final int from, final int to, final float[] gradient, final float scale) {
		final int classes = weights.length, area = truth.length;
		final long[] both = new long[classes], predicted = new long[classes],
			positive = new long[classes];
		final double[] p = new double[classes];
		double loss = 0;
		long pixels = 0, right = 0;
		for (int i = from; i < to; i++) {
			final int y = truth[i];
			if (y >= 0) {
				final int best = Softmax.of(logits, i, area, p);
				// NB: ln p_y by way of the largest, as p_y itself may be 0
				loss += weights[y]
					* (logits[best * area + i] - Math.log(p[best]) - logits[y * area + i]);
				pixels++;
				predicted[best]++;
				positive[y]++;
				if (best == y) {
					right++;
					both[y]++;
				}
			}
			if (gradient != null) for (int k = 0; k < classes; k++)
				gradient[k * area + i] = y < 0 ? 0
					: weights[y] * scale * (float) (p[k] - (k == y ? 1 : 0));
		}
		final List<PixelScore.Overlap> overlaps = new ArrayList<>();
		for (int k = 1; k < classes; k++)
			overlaps.add(new PixelScore.Overlap(both[k], predicted[k], positive[k]));
		return new PixelScore(pixels, loss, right, overlaps);
	}
}
