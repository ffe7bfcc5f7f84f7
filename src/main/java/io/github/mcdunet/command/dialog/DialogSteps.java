package io.github.mcdunet.command.dialog;

import ij.ImagePlus;
import ij.Macro;

import io.github.mcdunet.imagej.OpenImages;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemVisibility;
import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.ui.UIService;
import org.scijava.widget.InputHarvester;

/**
 * What Fiji's dialogs ask for. A macro or a script that gives any value gets defaults for those
 * that it leaves out; only what has no default is asked for. A person is asked for the first
 * parameters, and for the advanced ones if the checkbox is ticked.
 */
// NB: before SciJava's own dialogs (a file chooser where one file is left to ask for, and the harvester), which then find nothing to do.
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.75)
public class DialogSteps extends CommandPreprocessor {

	@Parameter
	private PluginService plugins;

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private UIService ui;

	@Override
	protected void prepare(final Module module) {
		final List<ModuleItem<?>> advanced = DialogItems.advanced(module.getInfo());
		if (isCalled(module)) {
			resolveDefaults(module);
			// NB: SciJava would ask for the last file in vain, and cancel without a word.
			if (ui != null && ui.isHeadless()) InputChecks.check(module);
			return;
		}
		if (!GraphicsEnvironment.isHeadless()) suggestImages(module);
		if (!advanced.isEmpty()) ask(module, advanced);
	}

	/**
	 * Whether a macro or a script has given a value; a command's only image may be SciJava's own
	 * choice.
	 */
	private static boolean isCalled(final Module module) {
		if (Macro.getOptions() != null) return true;
		return DialogItems.all(module.getInfo()).stream()
			.filter(item -> module.isInputResolved(item.getName()))
			.anyMatch(item -> item.getType() != ImagePlus.class || !item.isAutoFill());
	}

	/** NB: not those that are remembered from the last dialog: a macro shall not depend on that. */
	private static void resolveDefaults(final Module module) {
		final List<ModuleItem<?>> all = DialogItems.all(module.getInfo());
		for (final ModuleItem<?> item : all)
			if (DialogItems.isTheImage(item, all) && !InputChecks.isGiven(item.getValue(module))
				&& CallingMacro.value(item.getName()).isEmpty())
				OpenImages.current().ifPresent(image -> {
					module.setInput(item.getName(), image);
					module.resolveInput(item.getName());
				});
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (!item.isRequired()
				|| !item.isPersisted() && InputChecks.isGiven(item.getValue(module)))
				module.resolveInput(item.getName());
	}

	private void ask(final Module module, final List<ModuleItem<?>> advanced) {
		final List<PreprocessorPlugin> harvesters = harvesters();
		if (harvesters.isEmpty()) return;
		advanced.forEach(item -> module.resolveInput(item.getName()));
		if (!harvest(module, harvesters)
			|| !Boolean.TRUE.equals(module.getInput(DialogItems.ADVANCED))) return;
		advanced.forEach(item -> module.unresolveInput(item.getName()));
		harvest(module, harvesters());
	}

	/** Of which each asks only if its user interface is the one on the screen. */
	private List<PreprocessorPlugin> harvesters() {
		final List<PreprocessorPlugin> harvesters = new ArrayList<>();
		for (final PreprocessorPlugin plugin : plugins
			.createInstancesOfType(PreprocessorPlugin.class))
			if (plugin instanceof InputHarvester) harvesters.add(plugin);
		return harvesters;
	}

	/** What is likely, unless the command knows better. */
	private static void suggestImages(final Module module) {
		LikelyImages.of(DialogItems.all(module.getInfo())).forEach((name, image) -> {
			if (!InputChecks.isGiven(module.getInput(name))) module.setInput(name, image);
		});
	}

	/** Whether nobody canceled. */
	private boolean harvest(final Module module, final List<PreprocessorPlugin> harvesters) {
		tell(module);
		for (final PreprocessorPlugin harvester : harvesters) {
			harvester.process(module);
			if (harvester.isCanceled()) {
				cancel(harvester.getCancelReason());
				return false;
			}
		}
		return true;
	}

	/** The messages as they are for the first values; later, the values' callbacks see to that. */
	private void tell(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (item.getVisibility() == ItemVisibility.MESSAGE) try {
				module.unresolveInput(item.getName());
				item.callback(module);
			}
			catch (final MethodCallException e) {
				log.error(e);
			}
	}
}
