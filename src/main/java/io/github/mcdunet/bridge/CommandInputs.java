package io.github.mcdunet.bridge;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.command.dialog.DialogItems;
import io.github.mcdunet.command.dialog.LikelyImages;
import io.github.mcdunet.command.dialog.MacroValues;
import io.github.mcdunet.imagej.OpenImages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * What a person may give to a command: its parameters without the services, and how text becomes
 * their values.
 */
final class CommandInputs {

	private final CommandInfo info;
	private final List<ModuleItem<?>> items;
	private final Module defaults;
	private final ModuleService modules;
	private final ConvertService converter;

	CommandInputs(final Context context, final CommandInfo info) {
		this.info = info;
		modules = context.service(ModuleService.class);
		converter = context.service(ConvertService.class);
		defaults = newModule();
		items = DialogItems.all(info);
	}

	/**
	 * The command with its defaults, and with what the command itself takes for likely, as
	 * SciJava's own dialogs have it.
	 */
	Module newModule() {
		final Module module = modules.createModule(info);
		try {
			module.initialize();
			return module;
		}
		catch (final MethodCallException e) {
			throw new IllegalStateException(e);
		}
	}

	List<ModuleItem<?>> items() {
		return items;
	}

	/**
	 * What a dialog starts with: the last value where the parameter remembers it, else the one in
	 * the code, as text; may be empty.
	 */
	String initial(final ModuleItem<?> item) {
		final Object last = item.isPersisted() ? modules.load(item) : null;
		final Object value = last == null ? item.getValue(defaults) : last;
		return value == null ? "" : value.toString();
	}

	/**
	 * What these parameters have where nobody says anything, by name; what is empty is left out.
	 */
	Map<String, Object> defaults(final List<ModuleItem<?>> some) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final ModuleItem<?> item : some) {
			final String text = initial(item);
			if (!text.isEmpty()) values.put(item.getName(), value(item, text));
		}
		return values;
	}

	/**
	 * ID of the image that a dialog starts with: the one that the command itself takes for likely,
	 * or else that of {@link LikelyImages}; may be empty.
	 */
	String likelyImage(final ModuleItem<?> item) {
		if (item.getValue(defaults) instanceof ImagePlus)
			return String.valueOf(((ImagePlus) item.getValue(defaults)).getID());
		final ImagePlus likely = LikelyImages.of(items).get(item.getName());
		return likely == null ? "" : String.valueOf(likely.getID());
	}

	/** Keeps the value for the next dialog where the parameter asks for that. */
	void remember(final ModuleItem<?> item, final Object value) {
		if (item.isPersisted()) save(item, value);
	}

	private <T> void save(final ModuleItem<T> item, final Object value) {
		modules.save(item, converter.convert(value, item.getType()));
	}

	/**
	 * From a macro's options to values by parameter name. What is not given is left out; one image
	 * that is needed and not given is the active one.
	 *
	 * @throws McdUnetException on an unknown key or a value that is none
	 */
	Map<String, Object> read(final Map<String, String> options) {
		final Map<String, Object> values = new LinkedHashMap<>();
		MacroValues.checkKeys(options.keySet(), items);
		for (final ModuleItem<?> item : items) {
			final String text = options.get(MacroValues.key(item));
			if (text != null && !text.isEmpty()) values.put(item.getName(), value(item, text));
			else if (DialogItems.isTheImage(item, items))
				OpenImages.current().ifPresent(image -> values.put(item.getName(), image));
		}
		return values;
	}

	/** Converts text: an open image's title or ID, a number, true or false, a path, a choice. */
	Object value(final ModuleItem<?> item, final String text) {
		if (item.getType() == ImagePlus.class) return OpenImages.find(text);
		return MacroValues.numberOrBoolean(item, text).orElseGet(() -> converted(item, text));
	}

	private Object converted(final ModuleItem<?> item, final String text) {
		final Object value = converter.convert(text, item.getType());
		if (value == null) throw new McdUnetException(MacroValues.noValue(item, text));
		return value;
	}
}
