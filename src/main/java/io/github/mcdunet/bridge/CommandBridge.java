package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.PlugIn;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.command.dialog.CallingMacro;
import io.github.mcdunet.command.dialog.CommandLineRun;
import io.github.mcdunet.command.dialog.MacroOptions;
import io.github.mcdunet.command.dialog.OptionRecorder;

import java.awt.GraphicsEnvironment;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;

/**
 * Runs a SciJava command in plain ImageJ; the argument, which {@link JavaGate} hands over from
 * plugins.config, is the command's class name. The parameters come from the macro options where
 * there are any, else from a dialog. A canceled command shows its reason and stops the macro; bugs
 * keep their stack trace.
 */
public final class CommandBridge implements PlugIn {

	@Override
	public void run(final String className) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(CommandBridge.class.getClassLoader());
		try {
			execute(className);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static void execute(final String className) {
		final Context context = ContextHolder.context();
		final CommandInfo info = context.service(CommandService.class).getCommand(className);
		if (info == null) throw new IllegalArgumentException("No command " + className);
		final String title = info.getTitle().replace("...", "");
		try {
			final Optional<Map<String, Object>> inputs = inputs(context, info, title);
			if (!inputs.isPresent()) return;
			show(run(context, info, inputs.get()));
		}
		catch (final McdUnetException e) {
			fail(title, e.getMessage());
		}
	}

	/** Empty if the dialog was canceled. */
	private static Optional<Map<String, Object>> inputs(final Context context,
		final CommandInfo info, final String title) {
		final CommandInputs items = new CommandInputs(context, info);
		final String options = Macro.getOptions();
		if (options != null || GraphicsEnvironment.isHeadless() || items.items().isEmpty())
			return Optional.of(items.read(MacroOptions.parse(options == null ? "" : options)));
		final Optional<Map<String, Object>> inputs = new CommandDialog(title, info, items).ask();
		inputs.ifPresent(
			values -> OptionRecorder.record(items.items(), item -> values.get(item.getName())));
		return inputs;
	}

	/**
	 * Runs in this thread, which is the macro's, so that the images it selects are the macro's too.
	 */
	private static Module run(final Context context, final CommandInfo info,
		final Map<String, Object> inputs) {
		final Module module = context.service(ModuleService.class).createModule(info);
		inputs.forEach((name, value) -> {
			module.setInput(name, value);
			module.resolveInput(name);
		});
		IJ.resetEscape();
		new ModuleRunner(context, module, Collections.emptyList(), Collections.emptyList()).run();
		if (module instanceof Cancelable && ((Cancelable) module).isCanceled())
			throw new McdUnetException(String.valueOf(((Cancelable) module).getCancelReason()));
		return module;
	}

	/**
	 * Shows the images that the command made. Without a screen the command has done that itself, as
	 * Fiji would not.
	 */
	private static void show(final Module module) {
		if (GraphicsEnvironment.isHeadless()) return;
		for (final ModuleItem<?> item : module.getInfo().outputs()) {
			final Object output = item.getValue(module);
			if (output instanceof ImagePlus) ((ImagePlus) output).show();
		}
	}

	private static void fail(final String title, final String reason) {
		if (!GraphicsEnvironment.isHeadless() && IJ.getInstance() != null) {
			IJ.error(title, reason); // stops the macro too
			return;
		}
		IJ.log(title + ": " + reason);
		CallingMacro.stop();
		if (CommandLineRun.isCalling()) CommandLineRun.fail();
		Macro.abort(); // NB: throws in some of ImageJ's threads
	}
}
