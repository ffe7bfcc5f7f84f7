package io.github.mcdunet.network;

/**
 * Probabilities of K classes from logits z [K, H, W]: p_k = e^z_k / sum of e^z_j, relative to the
 * largest z so that nothing overflows.
 */
public final class Softmax {

	private Softmax() {
	}

	/**
	 * The probabilities of one pixel.
	 *
	 * @param pixel its index in a plane of area pixels
	 * @param p [K], where to write them
	 * @return the most probable class, the first of several
	 */
	public static int of(final float[] logits, final int pixel, final int area, final double[] p) {
		int best = 0;
		for (int k = 1; k < p.length; k++)
			if (logits[k * area + pixel] > logits[best * area + pixel]) best = k;
		final float largest = logits[best * area + pixel];
		double sum = 0;
		for (int k = 0; k < p.length; k++)
			sum += p[k] = Math.exp(logits[k * area + pixel] - largest);
		for (int k = 0; k < p.length; k++)
			p[k] /= sum;
		return best;
	}
}
