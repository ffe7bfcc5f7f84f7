package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Normalization;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings from the text that {@link TrainingSettings#asText} makes of them. */
final class SettingsText {

	private static final Pattern PERCENTILES = Pattern.compile("percentiles (\\S+) \\.\\. (\\S+)");

	private SettingsText() {
	}

	/**
	 * @param defaults the value of each setting that the text lacks, and its type
	 * @throws IllegalArgumentException if there is no such setting or value; the message is a
	 * clause
	 */
	static Map<String, Object> parse(final Map<String, String> text,
		final Map<String, Object> defaults) {
		final Map<String, Object> values = new LinkedHashMap<>(defaults);
		text.forEach((key, value) -> {
			if (!defaults.containsKey(key))
				throw new IllegalArgumentException("it has the unknown setting \"" + key + "\"");
			try {
				values.put(key, parse(value, defaults.get(key)));
			}
			catch (final IllegalArgumentException e) {
				throw new IllegalArgumentException(
					"its setting \"" + key + "\" has the impossible value \"" + value + "\"", e);
			}
		});
		return values;
	}

	private static Object parse(final String text, final Object example) {
		if (example instanceof Integer) return Integer.valueOf(text);
		if (example instanceof Long) return Long.valueOf(text);
		if (example instanceof Double) return Double.valueOf(text);
		if (example instanceof Boolean) return truth(text);
		if (example instanceof Normalization) return normalization(text);
		if (example instanceof Enum) return constant(text, ((Enum<?>) example).getDeclaringClass());
		throw new IllegalStateException("No reader for settings of " + example.getClass());
	}

	private static Boolean truth(final String text) {
		if (!text.equals("true") && !text.equals("false")) throw new IllegalArgumentException(text);
		return Boolean.valueOf(text);
	}

	private static Object constant(final String text, final Class<?> type) {
		for (final Object constant : type.getEnumConstants())
			if (constant.toString().equals(text)) return constant;
		throw new IllegalArgumentException(text);
	}

	private static Normalization normalization(final String text) {
		if (text.equals(Normalization.maximum().toString())) return Normalization.maximum();
		final Matcher m = PERCENTILES.matcher(text);
		if (!m.matches()) throw new IllegalArgumentException(text);
		return Normalization.percentiles(Double.parseDouble(m.group(1)),
			Double.parseDouble(m.group(2)));
	}
}
