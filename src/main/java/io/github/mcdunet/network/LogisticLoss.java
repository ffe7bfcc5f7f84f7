package io.github.mcdunet.network;

import io.github.mcdunet.dataset.Logistic;

import java.util.stream.IntStream;

/**
 * Binary cross-entropy on logits z, averaged over pixels: max(z, 0) - z y + ln(1 + e^-|z|), which
 * neither clips nor overflows (The Elements of Statistical Learning, p. 309). Its gradient by z is
 * (sigmoid(z) - y) / number of pixels.
 */
final class LogisticLoss {

	private static final int CHUNK = 1 << 14;

	private LogisticLoss() {
	}

	/**
	 * @param truth 0 or 1
	 * @param gradient where to write the gradient; null if nobody needs it
	 * @param scale 1 / number of pixels over which the loss is averaged
	 */
	static PixelScore score(final float[] logits, final byte[] truth, final float[] gradient,
		final double scale) {
		final int chunks = (truth.length + CHUNK - 1) / CHUNK;
		final PixelScore[] parts = new PixelScore[chunks];
		IntStream.range(0, chunks).parallel().forEach(k -> parts[k] = chunk(logits, truth,
			k * CHUNK, Math.min(truth.length, (k + 1) * CHUNK), gradient, (float) scale));
		PixelScore sum = PixelScore.NONE;
		for (final PixelScore p : parts)
			sum = sum.plus(p);
		return sum;
	}

	private static PixelScore chunk(final float[] logits, final byte[] truth, final int from,
		final int to, final float[] gradient, final float scale) {
		double loss = 0;
		long both = 0, predicted = 0, positive = 0;
		for (int i = from; i < to; i++) {
			final float z = logits[i];
			final int y = truth[i];
			final double e = Math.exp(-Math.abs(z));
			loss += Math.max(z, 0) - z * y + Math.log(1 + e);
			if (gradient != null) gradient[i] = scale * (float) (Logistic.sigmoid(z, e) - y);
			final int p = z >= 0 ? 1 : 0;
			both += p & y;
			predicted += p;
			positive += y;
		}
		return new PixelScore(to - from, loss, both, predicted, positive);
	}
}
