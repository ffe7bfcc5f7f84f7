package io.github.mcdunet.objects;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A quantity measured in the final mask, with the interval of the samples. The interval always
 * holds the value: where the mask of the mean lies outside of the samples' own interval, it is
 * widened to that side.
 *
 * @param quantity what is measured
 * @param value in the final mask
 * @param interval of the samples; unknown if there were too few
 * @param step smallest difference that can be measured, such as the area of a pixel; 0 for none
 * @param unit such as "µm²"; empty for none
 */
public record Measurement(Quantity quantity, double value, Interval interval, double step,
	String unit) {

	private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
	private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

	/**
	 * How much farther one bound may be from the value than the other for "value &plusmn; half
	 * width".
	 */
	private static final double SKEWED = 1.5;

	/**
	 * @param value in the final mask
	 * @param samples in the samples; an interval needs two
	 * @param step smallest difference that can be measured, such as the area of a pixel: the
	 * interval is at least as wide; 0 for none
	 * @param unit such as "µm²"; empty for none
	 */
	public Measurement(final Quantity quantity, final double value, final double[] samples,
		final double step, final String unit) {
		this(quantity, value, Interval.of(samples).including(value), step, unit);
	}

	/** The same value with an interval that is wider by the quantity's factor. */
	public Measurement widened(final IntervalFactors factors) {
		return new Measurement(quantity, value,
			interval.widened(factors.factor(quantity), step / 2), step, unit);
	}

	/**
	 * How far a value is from the middle of the interval, in half widths: up to 1 inside. NaN if
	 * the interval is unknown.
	 */
	public double distance(final double other) {
		final double off = Math.abs(other - interval.middle());
		return off == 0 ? 0 : off / Math.max(interval.halfWidth(), step / 2);
	}

	/** Whether there were enough samples for an interval; else its bounds are NaN. */
	public boolean hasInterval() {
		return interval.isKnown();
	}

	/**
	 * Lower bound, for a column of its own; not below 0 but for intensities, whole for a number of
	 * objects.
	 */
	public double low() {
		final double low = interval.widened(1, step / 2).low();
		if (quantity == Quantity.INTENSITY) return low;
		return Math.max(0, quantity == Quantity.COUNT ? Math.ceil(low) : low);
	}

	/** Upper bound, for a column of its own; whole for a number of objects. */
	public double high() {
		final double high = interval.widened(1, step / 2).high();
		return quantity == Quantity.COUNT ? Math.floor(high) : high;
	}

	/**
	 * "412 &plusmn; 18 µm²", with two digits of the half width; "412 (380&ndash;420) µm²" where the
	 * value is well off the middle; "412 µm²" where there is no interval. A decimal point in every
	 * language, as in ImageJ's tables.
	 */
	public String text() {
		return unit.isEmpty() ? number() : number() + " " + unit;
	}

	private String number() {
		if (Double.isNaN(value)) return "NaN";
		final double half = (high() - low()) / 2;
		if (!(half > 0)) return plain(new BigDecimal(value).round(FOUR_DIGITS));
		final BigDecimal rounded = new BigDecimal(half).round(TWO_DIGITS);
		final boolean count = quantity == Quantity.COUNT;
		final int decimals = count ? 0 : 2 - rounded.precision() + rounded.scale();
		final double up = high() - value, down = value - low();
		final boolean even = count ? up == down : Math.max(up, down) <= SKEWED * Math.min(up, down);
		if (even) return plain(value, decimals) + " \u00b1 " + plain(rounded.setScale(decimals));
		return plain(value, decimals) + " (" + plain(low(), decimals) + "\u2013"
			+ plain(high(), decimals) + ")";
	}

	private static String plain(final double number, final int decimals) {
		return plain(new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP));
	}

	private static String plain(final BigDecimal number) {
		return number.toPlainString();
	}

	@Override
	public String toString() {
		return text();
	}
}
