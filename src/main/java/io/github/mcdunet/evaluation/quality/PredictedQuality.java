package io.github.mcdunet.evaluation.quality;

import java.util.Locale;

/** What a score probably is, without a truth. */
public final class PredictedQuality {

	private final double value;
	private final double low;
	private final double high;

	/**
	 * @param low NaN where there is no interval
	 * @param high NaN where there is no interval
	 */
	PredictedQuality(final double value, final double low, final double high) {
		this.value = value;
		this.low = low;
		this.high = high;
	}

	/**
	 * The predicted score, or the samples' agreement if there were too few cases to learn from,
	 * 0..1.
	 */
	public double value() {
		return value;
	}

	/** Whether it is a prediction with an interval, and not the samples' agreement. */
	public boolean isPrediction() {
		return !Double.isNaN(low);
	}

	/** 0..1; NaN if this is no prediction. */
	public double low() {
		return low;
	}

	/** 0..1; NaN if this is no prediction. */
	public double high() {
		return high;
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
