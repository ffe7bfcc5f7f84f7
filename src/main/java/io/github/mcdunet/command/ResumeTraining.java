package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.Forecasting;
import io.github.mcdunet.command.dialog.Forecasts;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.workflow.ResumedTraining;
import io.github.mcdunet.workflow.Training;

import java.io.File;
import java.nio.file.Path;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Resumes a training that was broken off, from its last checkpoint, and writes the model as if it
 * had never stopped.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Resume Training...",
	headless = true)
public class ResumeTraining extends CancelableCommand implements Forecasting {

	@Parameter(label = "Checkpoint file",
		description = "What the unfinished training left, such as worms.mcdunet.checkpoint.zip. The model is written beside it as worms.mcdunet.zip.",
		style = "open", persist = false, callback = "tell")
	private File checkpointFile;

	@Parameter(label = "Images",
		description = "The same images, in the same order, that the training began with.",
		autoFill = false, persist = false, callback = "tell")
	private ImagePlus images;

	@Parameter(label = "Objects are marked in",
		description = "As in the training that is resumed: in a mask stack (0 = background), in a label stack (each object its number), in a class stack (each class its number), in the images' overlay, or in the ROI Manager, each ROI on its slice and each ROI group a class.",
		choices = { Choices.MASK_STACK, Choices.LABEL_STACK, Choices.CLASS_STACK, Choices.OVERLAY,
			Choices.ROI_MANAGER },
		persist = false, callback = "tell")
	private String truth = Choices.MASK_STACK;

	@Parameter(label = "Mask stack",
		description = "The same masks, labels or classes that the training began with. Not for marks in the overlay or the ROI Manager.",
		required = false, autoFill = false, persist = false, callback = "tell")
	private ImagePlus masks;

	@Parameter(label = "Marks are",
		description = "As in the training that is resumed. Complete: what is not marked is background. Only some pixels: what is not marked is unknown and ignored.",
		choices = { Choices.COMPLETE, Choices.SPARSE }, persist = false, callback = "tell")
	private String marks = Choices.COMPLETE;

	@Parameter(label = "Show training window",
		description = "Shows the curves and a validation image while the network learns, with buttons to stop. Without a screen and in a macro's batch mode there is no window.",
		required = false, persist = false)
	private boolean showWindow = true;

	@Parameter(label = "Training", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false, description = "Whose checkpoint this is, or what is still missing.",
		callback = "tell")
	private String forecast = "";

	private String described = "";
	private String description = "";

	/**
	 * Says whose checkpoint it is: an earlier training with the same model file may have left it.
	 */
	@Override
	public String forecast() {
		if (!InputChecks.isGiven(checkpointFile))
			throw new McdUnetException("Say which checkpoint to resume from.");
		// NB: a checkpoint of many megabytes is not read anew for every key
		final String state = checkpointFile + " " + checkpointFile.lastModified();
		if (!state.equals(described)) {
			description = Training.resume(checkpointFile.toPath()).description();
			described = state;
		}
		MarkedImages.check(images, truth, masks);
		return description;
	}

	/** Called by SciJava's dialog when a value changes. */
	void tell() {
		forecast = Forecasts.html(this);
	}

	@Override
	protected void execute(final Progress progress) {
		final ResumedTraining training = Training.resume(checkpointFile.toPath());
		final OutputFile file = new OutputFile(
			CheckpointFile.model(checkpointFile.toPath()).toFile()).checkWritable();
		file.checkRoom(training.bytesOnDisk(), "model and its checkpoints");
		progress.message(training.description());
		final Dataset data = MarkedImages.read(images, truth, marks, masks, progress::message);
		try (TrainingPlace place = TrainingPlace.take(file);
			TrainingDisplay display = TrainingDisplay.open(showWindow, file.path(),
				place.canceling(progress))) {
			final TrainingResult result = training.run(data, display.listener(),
				display.progress());
			// NB: the checkpoint stays: what was trained before shall not be lost.
			display.checkWanted();
			final Path model = new TrainedFiles(file).write(result, data, display.progress());
			ModelOpener.remember(context(), model);
			display.end(result.end(), model, () -> ModelOpener.offerPrediction(context(), model));
		}
	}
}
