package io.github.mcdunet.command;

import ij.ImagePlus;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.network.CheckpointFile;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.Training;

import java.io.File;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a U-Net on an image stack whose objects are marked, and writes it to a model file; with the settings that suit most. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Train U-Net...", headless = true,
	initializer = "forecast")
public class Train extends CancelableCommand {

	@Parameter(label = "Images",
		description = "The stack to learn from: every slice (or frame) is one image; channels stay together.",
		persist = false, callback = "forecast")
	private ImagePlus images;

	@Parameter(label = "Objects are marked in",
		description = "Where the true objects are: in a mask stack (0 = background), in the images' overlay, or in the ROI Manager, each ROI on its slice.",
		choices = {
			Choices.MASK_STACK, Choices.OVERLAY, Choices.ROI_MANAGER },
		persist = false, callback = "forecast")
	private String truth = Choices.MASK_STACK;

	@Parameter(label = "Mask stack",
		description = "One mask per image, of the same size: 0 is background, everything else is object. Only for 'Mask stack'.",
		required = false, persist = false, callback = "forecast")
	private ImagePlus masks;

	@Parameter(label = "Model file to write",
		description = "The trained network, such as worms.mcdunet.zip. Its history and the split of the images are written beside it as CSV tables.",
		style = "save", persist = false)
	private File modelFile;

	@Parameter(label = "Network",
		description = "The MC dropout U-Net also says how sure it is; the plain U-Net is quicker to predict.",
		choices = {
			Choices.MC_DROPOUT, Choices.PLAIN },
		persist = false, callback = "forecast")
	private String network = Choices.MC_DROPOUT;

	@Parameter(label = "Epochs (at most)", description = "How often every training image is seen.", min = "1",
		max = "100000", persist = false, callback = "forecast")
	private int epochs = 120;

	@Parameter(label = "Show training window",
		description = "Shows the curves and a validation image while the network learns, with buttons to stop. Without a screen and in a macro's batch mode there is no window.",
		required = false, persist = false)
	private boolean showWindow = true;

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private String note = "";

	/** Says in the dialog how long it may take and how much memory it needs, or what does not fit. */
	void forecast() {
		note = TrainingNote.of(images, truth, masks, settings());
	}

	@Override
	void execute(final Progress progress) {
		final OutputFile file = new OutputFile(modelFile).checkWritable();
		final Training training = prepare(new Training(settings()).pixelSize(ImageStacks.pixelSize(images)));
		final Dataset data = MarkedImages.read(images, truth, masks);
		final Split split = training.split(data);
		try (TrainingPlace place = TrainingPlace.take(file)) {
			train(training.checkpoints(CheckpointFile.beside(file.path())), data, split, file,
				place.watch(progress));
		}
	}

	private void train(final Training training, final Dataset data, final Split split,
		final OutputFile file, final Progress progress) {
		try (TrainingDisplay display = TrainingDisplay.open(showWindow, file.path(), progress)) {
			final UNetModel model = training.watch(display.watcher()).run(data, split, display.progress());
			if (display.isDiscarded()) CheckpointFile.delete(CheckpointFile.beside(file.path()));
			display.checkWanted();
			new TrainedFiles(file).write(model, split.toCsv(data), display.progress());
			display.end(model, file.path(), new PredictOpener(context(), file.path()));
		}
	}

	/** What the advanced dialog adds to the training; here nothing. */
	Training prepare(final Training training) {
		return training;
	}

	TrainingSettings settings() {
		final TrainingSettings defaults = TrainingSettings.defaults().epochs(epochs);
		return isPlain() ? defaults.dropoutRate(0) : defaults;
	}

	final boolean isPlain() {
		return network.equals(Choices.PLAIN);
	}
}
