package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The options of a macro's run(command, options): "key=value", "key=[value with spaces]",
 * "key='value with spaces'", or a bare "key" which means true. Keys are lower case.
 */
public final class MacroOptions {

	private final String text;
	private int position;

	private MacroOptions(final String text) {
		this.text = text;
	}

	/** @return values by lower-case key, in the order of the text */
	public static Map<String, String> parse(final String text) {
		final MacroOptions options = new MacroOptions(text);
		final Map<String, String> values = new LinkedHashMap<>();
		while (options.skipSpaces()) {
			final String key = options.until(" =").toLowerCase(Locale.US);
			final boolean bare = !options.at('=');
			values.put(key, bare ? "true" : options.value(key));
		}
		return Collections.unmodifiableMap(values);
	}

	/** Whether anything is left. */
	private boolean skipSpaces() {
		while (position < text.length() && Character.isWhitespace(text.charAt(position)))
			position++;
		return position < text.length();
	}

	private boolean at(final char c) {
		return position < text.length() && text.charAt(position) == c;
	}

	private String until(final String ends) {
		final int start = position;
		while (position < text.length() && ends.indexOf(text.charAt(position)) < 0)
			position++;
		return text.substring(start, position);
	}

	private String value(final String key) {
		position++; // the =
		if (at('[')) return bracketed(key);
		if (!at('\'')) return until(" ");
		position++;
		final String value = until("'");
		if (!at('\'')) throw notClosed(key, "'");
		position++;
		return value;
	}

	/** Brackets may nest, as in ImageJ. */
	private String bracketed(final String key) {
		final int start = position + 1;
		int open = 0;
		for (; position < text.length(); position++) {
			if (at('[')) open++;
			if (at(']') && --open == 0) return text.substring(start, position++);
		}
		throw notClosed(key, "]");
	}

	private static McdUnetException notClosed(final String key, final String end) {
		return new McdUnetException(
			"The macro's value of '" + key + "' has no closing " + end + " at its end.");
	}
}
