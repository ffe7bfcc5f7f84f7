package io.github.mcdunet.command;

import ij.IJ;

import java.io.File;
import java.nio.file.Path;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/**
 * Opens the dialog of "Predict with U-Net..." with a model already chosen, in Fiji and in plain
 * ImageJ alike.
 */
final class PredictOpener implements Runnable {

	private final Context context;
	private final Path modelFile;

	PredictOpener(final Context context, final Path modelFile) {
		this.context = context;
		this.modelFile = modelFile;
	}

	@Override
	public void run() {
		final CommandInfo predict = context.service(CommandService.class).getCommand(Predict.class);
		// NB: the dialog starts with the model that was used last; so this one shall be it.
		context.service(ModuleService.class).save(predict.getInput("modelFile", File.class),
			modelFile.toFile());
		IJ.doCommand("Predict with U-Net...");
	}
}
