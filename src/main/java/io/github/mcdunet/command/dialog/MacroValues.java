package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** What a macro's keys and texts mean to a command, in Fiji and in plain ImageJ alike. */
public final class MacroValues {

	private MacroValues() {
	}

	/** The parameter's name as it stands in a macro. */
	public static String key(final ModuleItem<?> item) {
		return item.getName().toLowerCase(Locale.US);
	}

	/**
	 * @param given keys of a macro
	 * @throws McdUnetException if no parameter has one of them; names the one that is near
	 */
	public static void checkKeys(final Collection<String> given, final List<ModuleItem<?>> items) {
		final List<String> known = items.stream().map(MacroValues::key).toList();
		for (final String key : given)
			if (!known.contains(key))
				throw new McdUnetException(
					NearWord.to(key, known).map(near -> "Did you mean '" + near + "'? ").orElse("")
						+ "The macro's option '" + key + "' is unknown to this command. It knows: "
						+ String.join(", ", known) + ".");
	}

	/**
	 * @return the number, or true or false, that the text says; empty if the parameter is none
	 * @throws McdUnetException if the text says no such thing
	 */
	public static Optional<Object> numberOrBoolean(final ModuleItem<?> item, final String text) {
		final Class<?> type = Types.box(item.getType());
		try {
			if (type == Boolean.class) return Optional.of(truth(text));
			if (type == Integer.class) return Optional.of(new BigDecimal(text).intValueExact());
			if (type == Long.class) return Optional.of(new BigDecimal(text).longValueExact());
			if (type == Double.class) return Optional.of(Double.valueOf(text));
			return Optional.empty();
		}
		catch (final IllegalArgumentException | ArithmeticException e) {
			throw new McdUnetException(noValue(item, text) + " It takes " + kind(type) + ".");
		}
	}

	/** That a text cannot be what a parameter needs. */
	public static String noValue(final ModuleItem<?> item, final String text) {
		return "'" + text + "' is not a value for " + key(item) + " (" + item.getLabel() + ").";
	}

	private static boolean truth(final String text) {
		return switch (text.toLowerCase(Locale.US)) {
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw new IllegalArgumentException(text);
		};
	}

	private static String kind(final Class<?> type) {
		if (type == Boolean.class) return "true or false";
		return type == Double.class ? "a number with a point, such as 0.5" : "a whole number";
	}
}
