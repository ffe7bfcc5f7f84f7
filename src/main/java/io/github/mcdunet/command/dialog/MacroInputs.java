package io.github.mcdunet.command.dialog;

import ij.Macro;

import java.util.List;
import java.util.Map;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Reads a macro's line in Fiji as plain ImageJ does: no key is unknown, a key alone means true, and
 * a number is one.
 */
// NB: right after Fiji's own reading, which passes over unknown keys and takes 'many' for 0.
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH - 1)
public class MacroInputs extends CommandPreprocessor {

	@Override
	protected void prepare(final Module module) {
		final String line = Macro.getOptions();
		if (line == null) return;
		final List<ModuleItem<?>> items = DialogItems.all(module.getInfo());
		final Map<String, String> options = MacroOptions.parse(line);
		if (isScripts(module, items, options)) return;
		MacroValues.checkKeys(options.keySet(), items);
		for (final ModuleItem<?> item : items)
			if (options.containsKey(MacroValues.key(item)))
				set(module, item, options.get(MacroValues.key(item)));
	}

	/**
	 * Whether a script that a macro called runs the command: what the macro says is meant for the
	 * script then, though Fiji shows it to both.
	 */
	private static boolean isScripts(final Module module, final List<ModuleItem<?>> items,
		final Map<String, String> options) {
		return items.stream().anyMatch(item -> module.isInputResolved(item.getName())
			&& !options.containsKey(MacroValues.key(item)));
	}

	private static void set(final Module module, final ModuleItem<?> item, final String text) {
		if (text.isEmpty()) {
			if (item.getType().isPrimitive())
				module.setInput(item.getName(), item.getValue(fresh(module)));
			return;
		}
		MacroValues.numberOrBoolean(item, text).ifPresent(value -> {
			module.setInput(item.getName(), value);
			module.resolveInput(item.getName());
		});
	}

	private static Module fresh(final Module module) {
		try {
			return module.getInfo().createModule();
		}
		catch (final ModuleException e) {
			throw new IllegalStateException(e);
		}
	}
}
