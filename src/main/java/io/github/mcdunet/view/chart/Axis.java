package io.github.mcdunet.view.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A range of numbers with round ticks, linear or logarithmic. */
final class Axis {

	/**
	 * A logarithmic range of fewer powers of ten gets ticks at 1, 2 and 5, a wider one only at 1.
	 */
	private static final double FEW_DECADES = 2.5;

	private final double low;
	private final double high;
	private final boolean logarithmic;
	private final List<Double> ticks = new ArrayList<>();

	private Axis(final double low, final double high, final boolean logarithmic) {
		this.low = low;
		this.high = high;
		this.logarithmic = logarithmic;
	}

	/**
	 * From low to high with ticks at multiples of 1, 2 or 5 times a power of ten.
	 *
	 * @param smallestStep between ticks
	 * @param steps at most how many steps between ticks
	 */
	static Axis linear(final double low, final double high, final double smallestStep,
		final int steps) {
		final Axis axis = new Axis(low, high, false);
		final double step = Math.max(smallestStep, roundStep((high - low) / steps));
		for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++)
			axis.ticks.add(k * step);
		return axis;
	}

	/**
	 * From low to high, both &gt; 0, with ticks at 1, 2 and 5 times powers of ten, or only at
	 * these.
	 */
	static Axis logarithmic(final double low, final double high) {
		final Axis axis = new Axis(low, high, true);
		final boolean few = Math.log10(high / low) < FEW_DECADES;
		for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++)
			for (final int digit : few ? new int[]{ 1, 2, 5 } : new int[]{ 1 }) {
				final double tick = digit * Math.pow(10, power);
				if (tick >= low && tick <= high) axis.ticks.add(tick);
			}
		return axis;
	}

	/**
	 * 0 at the low end, 1 at the high end; beyond that outside of the range; NaN for NaN, and where
	 * there is no logarithm.
	 */
	double position(final double value) {
		return logarithmic ? Math.log(value / low) / Math.log(high / low)
			: (value - low) / (high - low);
	}

	boolean isLogarithmic() {
		return logarithmic;
	}

	List<Double> ticks() {
		return Collections.unmodifiableList(ticks);
	}

	/** A tick as text, with a point in every language. */
	static String label(final double tick) {
		return tick == 0 ? "0"
			: new BigDecimal(tick).round(new MathContext(6)).stripTrailingZeros().toPlainString();
	}

	private static double roundStep(final double step) {
		final double power = Math.pow(10, Math.floor(Math.log10(step)));
		final double digit = step / power;
		return power * (digit > 5 ? 10 : digit > 2 ? 5 : digit > 1 ? 2 : 1);
	}
}
