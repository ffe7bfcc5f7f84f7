package io.github.mcdunet.dataset;

/** The logistic function and its inverse: from logits to probabilities and back. */
public final class Logistic {

	private Logistic() {
	}

	/** 1 / (1 + e^-z), 0..1, without overflow or loss of digits for any z. */
	public static double sigmoid(final double z) {
		return sigmoid(z, Math.exp(-Math.abs(z)));
	}

	/**
	 * The same where e^-|z| is known already.
	 *
	 * @param decay e^-|z|
	 */
	public static double sigmoid(final double z, final double decay) {
		return z >= 0 ? 1 / (1 + decay) : decay / (1 + decay);
	}

	/**
	 * ln(p / (1 - p)).
	 *
	 * @param p 0..1
	 * @param smallest what p and 1 - p are at least taken for, above 0
	 */
	public static double logit(final double p, final double smallest) {
		final double inside = Math.min(1 - smallest, Math.max(smallest, p));
		return Math.log(inside / (1 - inside));
	}
}
