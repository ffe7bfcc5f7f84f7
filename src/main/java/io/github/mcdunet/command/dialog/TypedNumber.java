package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;

import java.math.BigDecimal;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** A number as people of all countries type it: 0.5 or 0,5, and 20 or 20.0 where it is whole. */
public final class TypedNumber {

	private static final String NUMBER = "[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?";
	private static final String THOUSANDS = "[+-]?[1-9]\\d{0,2}[.,]\\d{3}";

	private TypedNumber() {
	}

	/**
	 * The same number with a point, as macros have it.
	 *
	 * @throws McdUnetException if the text is no number, or may be a thousand times another
	 */
	private static String plain(final ModuleItem<?> item, final String text) {
		final String typed = text.trim();
		if (!typed.matches(NUMBER))
			throw new McdUnetException("'" + item.getLabel() + "' must be a number, not '" + typed
				+ "'. Write it as in 0.5 or 20.");
		final String plain = typed.replace(',', '.');
		if (typed.matches(THOUSANDS) && (isWhole(item) || typed.contains(",")))
			throw new McdUnetException("'" + typed + "' can mean "
				+ plain.substring(0, plain.indexOf('.')) + " or a thousand times that. Write '"
				+ item.getLabel() + "' without separators between the thousands.");
		return plain;
	}

	/**
	 * @return of the parameter's type
	 * @throws McdUnetException as {@link #plain}, and if the number is not whole though it must be,
	 * or too large
	 */
	public static Number of(final ModuleItem<?> item, final String text) {
		final BigDecimal number = new BigDecimal(plain(item, text));
		final Class<?> type = Types.box(item.getType());
		try {
			if (type == Integer.class) return number.intValueExact();
			if (type == Long.class) return number.longValueExact();
		}
		catch (final ArithmeticException e) {
			throw new McdUnetException("'" + item.getLabel() + "' must be a whole number"
				+ (number.stripTrailingZeros().scale() > 0 ? "" : " that is not so large")
				+ ", not '" + text.trim() + "'.");
		}
		return number.doubleValue();
	}

	private static boolean isWhole(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		return type == Integer.class || type == Long.class;
	}
}
