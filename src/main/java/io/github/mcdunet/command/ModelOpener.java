package io.github.mcdunet.command;

import ij.IJ;
import ij.macro.Interpreter;

import io.github.mcdunet.network.file.ModelFile;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;

import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/**
 * What Fiji does with a model that a person opens with File > Open or drops on its window: it
 * offers to predict with it. A macro is told how to use it.
 */
// NB: an eager one is asked before ImageJ, which looks for a TIFF in every zip file.
@Plugin(type = IOPlugin.class, priority = Priority.HIGH, attrs = @Attr(name = "eager"))
public class ModelOpener extends AbstractIOPlugin<File> {

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private UIService ui;

	@Override
	public Class<File> getDataType() {
		return File.class;
	}

	@Override
	public boolean supportsOpen(final String path) {
		return isModel(new File(path));
	}

	@Override
	public boolean supportsOpen(final Location location) {
		return location instanceof FileLocation && isModel(((FileLocation) location).getFile());
	}

	private static boolean isModel(final File file) {
		return file.getName().toLowerCase(Locale.ROOT).endsWith(".zip")
			&& ModelFile.isModel(file.toPath());
	}

	/** @return the file itself */
	@Override
	public File open(final String path) {
		final File file = new File(path);
		if (ui != null && ui.isVisible() && Interpreter.getInstance() == null)
			offerPrediction(context(), file.toPath());
		else
			tell(file);
		return file;
	}

	@Override
	public File open(final Location location) {
		return open(((FileLocation) location).getFile().getPath());
	}

	/** Opens the dialog of "Predict with U-Net..." with this model, in plain ImageJ too. */
	static void offerPrediction(final Context context, final Path model) {
		remember(context, model);
		IJ.doCommand("Predict with U-Net...");
	}

	/** All dialogs that ask for a model start with this one then, as if it had been used last. */
	static void remember(final Context context, final Path model) {
		final CommandInfo predict = context.service(CommandService.class).getCommand(Predict.class);
		context.service(ModuleService.class).save(predict.getInput("modelFile", File.class),
			model.toFile());
	}

	private void tell(final File file) {
		final String line = "'" + file.getName()
			+ "' is a model, no image: give it to \"Predict with U-Net...\" as modelfile=["
			+ file.getPath() + "].";
		if (ui != null && ui.isVisible()) IJ.log(line);
		else
			log.info(line);
	}
}
