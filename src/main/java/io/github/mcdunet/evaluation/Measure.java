package io.github.mcdunet.evaluation;

import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.io.Table.Cell;

/**
 * A number, or the reason why there is none.
 *
 * @param value finite; not to be asked for where there is none
 * @param reason why there is no number, a sentence for a biologist; empty if there is one
 */
public record Measure(double value, String reason) {

	public Measure {
		if (!Double.isFinite(value)) throw new IllegalArgumentException("Not a number: " + value);
	}

	/** @param value finite */
	public static Measure of(final double value) {
		return new Measure(value, "");
	}

	/** @param reason a sentence for a biologist */
	public static Measure none(final String reason) {
		return new Measure(0, reason);
	}

	public boolean isPresent() {
		return reason.isEmpty();
	}

	/** @throws IllegalStateException if there is none */
	@Override
	public double value() {
		if (!isPresent()) throw new IllegalStateException(reason);
		return value;
	}

	/** As it stands in a table. */
	public Cell cell() {
		return isPresent() ? Cell.number(value, toString()) : Cell.missing(reason);
	}

	/**
	 * A whole number as such, another with six significant digits and a point in every language;
	 * empty if there is none.
	 */
	@Override
	public String toString() {
		return isPresent() ? NumberText.significant(value) : "";
	}
}
