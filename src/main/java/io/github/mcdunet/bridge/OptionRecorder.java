package io.github.mcdunet.bridge;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import io.github.mcdunet.command.dialog.MacroValues;

import java.util.List;
import java.util.Map;

import org.scijava.module.ModuleItem;

/**
 * Writes every parameter into the macro recorder, under the key that a macro line uses in plain
 * ImageJ and in Fiji alike.
 */
final class OptionRecorder {

	private OptionRecorder() {
	}

	/**
	 * @param values by parameter name; what the person left empty is recorded as empty, so that
	 * Fiji does not ask for it again
	 */
	static void record(final List<ModuleItem<?>> items, final Map<String, Object> values) {
		if (!Recorder.record) return;
		for (final ModuleItem<?> item : items)
			Recorder.recordOption(MacroValues.key(item), text(values.get(item.getName())));
	}

	private static String text(final Object value) {
		if (value == null) return "[]";
		final String text = value instanceof ImagePlus ? ((ImagePlus) value).getTitle()
			: value.toString();
		return text.isEmpty() ? "[]" : text;
	}
}
