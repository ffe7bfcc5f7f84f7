package io.github.mcdunet.evaluation;

/** The bounds of a 95 % confidence interval. Immutable. */
public final class ConfidenceInterval {

	private final double low;
	private final double high;

	ConfidenceInterval(final double low, final double high) {
		this.low = low;
		this.high = high;
	}

	public double low() {
		return low;
	}

	public double high() {
		return high;
	}
}
