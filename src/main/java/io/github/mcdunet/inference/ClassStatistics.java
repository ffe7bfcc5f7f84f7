package io.github.mcdunet.inference;

import io.github.mcdunet.network.Softmax;

import java.util.stream.IntStream;

/**
 * Running sums over the Monte Carlo samples of one tile of a network of more than two classes. Not
 * thread-safe, though each call uses several threads.
 */
final class ClassStatistics {

	private static final int CHUNK = 1 << 13;

	private final int pixels;
	private final double[][] mean;
	private final double[] squares;
	private final double[] entropies;
	private int samples;

	/**
	 * @param classes K, background included
	 * @param withSquares whether the variance will be asked for
	 * @param withEntropies whether the samples' mean entropy will be
	 */
	ClassStatistics(final int classes, final int pixels, final boolean withSquares,
		final boolean withEntropies) {
		this.pixels = pixels;
		mean = new double[classes][pixels];
		squares = new double[withSquares ? pixels : 0];
		entropies = new double[withEntropies ? pixels : 0];
	}

	/**
	 * Adds a sample.
	 *
	 * @param logits [K, H, W] at its beginning
	 * @param foreground where to write the logits of being of any class but the background, [H, W]
	 */
	void add(final float[] logits, final float[] foreground) {
		samples++;
		IntStream.range(0, (pixels + CHUNK - 1) / CHUNK).parallel()
			.forEach(k -> add(logits, foreground, k * CHUNK, Math.min(pixels, (k + 1) * CHUNK)));
	}

	private void add(final float[] logits, final float[] foreground, final int from, final int to) {
		final double[] p = new double[mean.length];
		for (int i = from; i < to; i++) {
			Softmax.of(logits, i, pixels, p);
			double inside = 0, square = 0, entropy = 0;
			for (int k = 0; k < p.length; k++) {
				if (k > 0) inside += p[k];
				final double d = p[k] - mean[k][i];
				mean[k][i] += d / samples;
				square += d * (p[k] - mean[k][i]);
				if (entropies.length > 0) entropy += UncertaintyMaps.minusPLnP(p[k]);
			}
			foreground[i] = (float) (Math.log(inside) - Math.log(p[0]));
			if (squares.length > 0) squares[i] += square;
			if (entropies.length > 0) entropies[i] += entropy;
		}
	}

	/** Mean probabilities of pixel i, [K]. */
	double[] mean(final int i) {
		final double[] p = new double[mean.length];
		for (int k = 0; k < p.length; k++)
			p[k] = mean[k][i];
		return p;
	}

	double mean(final int k, final int i) {
		return mean[k][i];
	}

	/** Half of the sum of the classes' variances, which is the foreground's if there are two. */
	double variance(final int i) {
		return squares.length > 0 ? squares[i] / samples / 2 : 0;
	}

	/** Of the samples, in nats. */
	double meanEntropy(final int i) {
		return entropies.length > 0 ? entropies[i] / samples : 0;
	}
}
