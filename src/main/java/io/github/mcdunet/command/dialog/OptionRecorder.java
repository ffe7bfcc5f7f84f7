package io.github.mcdunet.command.dialog;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.scijava.module.ModuleItem;

/**
 * A command's parameters in ImageJ's macro recorder, under the keys that a macro line uses in plain
 * ImageJ and in Fiji alike.
 */
public final class OptionRecorder {

	private OptionRecorder() {
	}

	/**
	 * Hands every parameter to the recorder, if it is open.
	 *
	 * @param values of a parameter; null or empty if nobody has given one
	 */
	public static void record(final List<ModuleItem<?>> items,
		final Function<ModuleItem<?>, Object> values) {
		if (Recorder.record)
			options(items, values)
				.forEach((key, text) -> Recorder.recordOption(key, Recorder.fixString(text)));
	}

	/**
	 * What a macro's line says of the parameters, by key. What is empty is left out: it has no
	 * default but that.
	 */
	static Map<String, String> options(final List<ModuleItem<?>> items,
		final Function<ModuleItem<?>, Object> values) {
		final Map<String, String> options = new LinkedHashMap<>();
		for (final ModuleItem<?> item : items) {
			final Object value = values.apply(item);
			if (InputChecks.isGiven(value)) options.put(MacroValues.key(item), text(value));
		}
		return options;
	}

	private static String text(final Object value) {
		return value instanceof ImagePlus ? ((ImagePlus) value).getTitle() : value.toString();
	}
}
