package io.github.mcdunet.evaluation.quality;

import java.util.Locale;

/**
 * What a score probably is, without a truth.
 *
 * @param value the predicted score, or the samples' agreement if there were too few cases to learn
 * from, 0..1
 * @param low 0..1; NaN where there is no interval, as this is no prediction
 * @param high 0..1; NaN where there is no interval, as this is no prediction
 */
public record PredictedQuality(double value, double low, double high) {

	/** Whether it is a prediction with an interval, and not the samples' agreement. */
	public boolean isPrediction() {
		return !Double.isNaN(low);
	}

	/** "0.91 (0.84&ndash;0.96)", or "0.91 (agreement)". */
	public String text() {
		return isPrediction()
			? String.format(Locale.ROOT, "%.2f (%.2f\u2013%.2f)", value, low, high)
			: String.format(Locale.ROOT, "%.2f (agreement)", value);
	}

	@Override
	public String toString() {
		return text();
	}
}
