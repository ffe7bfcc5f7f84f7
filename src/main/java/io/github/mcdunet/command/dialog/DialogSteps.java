package io.github.mcdunet.command.dialog;

import ij.ImagePlus;
import ij.Macro;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.OpenImages;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemVisibility;
import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.ui.DialogPrompt;
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
			if (ui == null ? harvesters().isEmpty() : ui.isHeadless()) {
				forgetRemembered(module);
				InputChecks.check(module);
			}
			return;
		}
		if (!GraphicsEnvironment.isHeadless()) suggestImages(module);
		ask(module, advanced);
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

	/** Where nobody can be asked, what the last dialog had is no value that a macro has given. */
	private static void forgetRemembered(final Module module) {
		for (final ModuleItem<?> item : DialogItems.all(module.getInfo()))
			if (item.isPersisted() && !module.isInputResolved(item.getName()))
				module.setInput(item.getName(), null);
	}

	private void ask(final Module module, final List<ModuleItem<?>> advanced) {
		if (harvesters().isEmpty()) return;
		advanced.forEach(item -> module.resolveInput(item.getName()));
		if (!harvestUntilFine(module) || advanced.isEmpty()
			|| !Boolean.TRUE.equals(module.getInput(DialogItems.ADVANCED))) return;
		advanced.forEach(item -> module.unresolveInput(item.getName()));
		harvestUntilFine(module);
	}

	/**
	 * Opens the dialog again, with what was given, as long as the command would not run with that:
	 * nobody has to type everything anew because of one number.
	 *
	 * @return whether nobody canceled
	 */
	private boolean harvestUntilFine(final Module module) {
		final List<String> asked = DialogItems.all(module.getInfo()).stream()
			.map(ModuleItem::getName).filter(name -> !module.isInputResolved(name)).toList();
		while (harvest(module, harvesters())) {
			((CancelableCommand) module.getDelegateObject()).askedFor();
			final Optional<String> problem = problem(module);
			// NB: what is not resolved now was not asked for, as there is no screen.
			if (problem.isEmpty() || ui == null || asked.isEmpty()
				|| !asked.stream().allMatch(module::isInputResolved)) return true;
			ui.showDialog(problem.get(), title(module), DialogPrompt.MessageType.ERROR_MESSAGE,
				DialogPrompt.OptionType.DEFAULT_OPTION);
			asked.forEach(module::unresolveInput);
		}
		return false;
	}

	private static Optional<String> problem(final Module module) {
		try {
			InputChecks.check(module);
			if (module.getDelegateObject() instanceof Forecasting)
				((Forecasting) module.getDelegateObject()).forecast();
			return Optional.empty();
		}
		catch (final McdUnetException e) {
			return Optional.of(e.getMessage());
		}
	}

	private static String title(final Module module) {
		return module.getInfo().getTitle().replace("...", "");
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
