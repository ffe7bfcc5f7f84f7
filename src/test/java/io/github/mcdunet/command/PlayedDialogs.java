package io.github.mcdunet.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.Service;
import org.scijava.widget.InputHarvester;
import org.scijava.widget.InputPanel;

/**
 * Stands for Fiji's dialogs and the person before them: like SciJava's own harvester, it shows what
 * is unresolved, sets values, calls their callbacks and resolves everything.
 */
public final class PlayedDialogs extends AbstractPreprocessorPlugin
	implements
		InputHarvester<Object, Object> {

	/** What each dialog showed: names, messages with their text. */
	public static final List<Map<String, Object>> SHOWN = new ArrayList<>();

	/**
	 * What the person gives, whichever dialog asks for it; one after the other of an iterator.
	 */
	public static final Map<String, Object> ANSWERS = new LinkedHashMap<>();

	public static void install(final Context context) {
		SHOWN.clear();
		ANSWERS.clear();
		final PluginInfo<PreprocessorPlugin> info = new PluginInfo<>(PlayedDialogs.class,
			PreprocessorPlugin.class);
		info.setPriority(InputHarvester.PRIORITY);
		context.service(PluginService.class).addPlugin(info);
	}

	@Override
	public void process(final Module module) {
		final Map<String, Object> shown = new LinkedHashMap<>();
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (!module.isInputResolved(item.getName())
				&& !Service.class.isAssignableFrom(item.getType())
				&& item.getType() != Context.class)
				shown.put(item.getName(), module.getInput(item.getName()));
		if (shown.isEmpty()) return;
		SHOWN.add(shown);
		if (ANSWERS.containsKey("Cancel")) {
			cancel("");
			return;
		}
		for (final String name : shown.keySet())
			if (ANSWERS.containsKey(name)) module.setInput(name, answer(ANSWERS.get(name)));
		for (final ModuleItem<?> item : module.getInfo().inputs())
			module.resolveInput(item.getName());
	}

	private static Object answer(final Object given) {
		return given instanceof Iterator ? ((Iterator<?>) given).next() : given;
	}

	@Override
	public InputPanel<Object, Object> createInputPanel() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void buildPanel(final InputPanel<Object, Object> panel, final Module module) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean harvestInputs(final InputPanel<Object, Object> panel, final Module module) {
		throw new UnsupportedOperationException();
	}
}
