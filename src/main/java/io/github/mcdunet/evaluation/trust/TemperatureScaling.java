package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.dataset.Logistic;

/**
 * Makes probabilities softer (T &gt; 1) or sharper (T &lt; 1) without changing their order or the
 * mask: p' = sigmoid(logit(p) / T) (Guo et al. 2017, arXiv:1706.04599).
 *
 * @param temperature finite, above 0
 */
public record TemperatureScaling(double temperature) {

	public TemperatureScaling {
		if (!(temperature > 0) || Double.isInfinite(temperature))
			throw new IllegalArgumentException("Temperature " + temperature);
	}

	/** @param p 0..1, clamped as {@link Calibration#CLAMP} says */
	public double apply(final double p) {
		return Logistic.sigmoid(logit(p) / temperature);
	}

	/**
	 * A new array.
	 *
	 * @param p each 0..1
	 */
	public float[] apply(final float[] p) {
		final float[] scaled = new float[p.length];
		for (int i = 0; i < p.length; i++)
			scaled[i] = (float) apply((double) p[i]);
		return scaled;
	}

	static double logit(final double p) {
		return Logistic.logit(p, Calibration.CLAMP);
	}
}
