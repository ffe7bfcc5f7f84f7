package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.DialogItems;
import io.github.mcdunet.command.dialog.Forecasting;
import io.github.mcdunet.command.dialog.Forecasts;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.LastMasks;
import io.github.mcdunet.command.dialog.LastModel;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.forecast.ComputerSpeed;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.Training;

import java.io.File;
import java.nio.file.Path;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a U-Net on an image stack whose objects are marked, and writes it to a model file. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Train U-Net...", headless = true)
public class Train extends CancelableCommand implements Forecasting {

	@Parameter(label = "Images",
		description = "The stack to learn from: every slice (or frame) is one image; channels stay together.",
		autoFill = false, persist = false, callback = "tell")
	private ImagePlus images;

	@Parameter(label = "Objects are marked in",
		description = "Where the true objects are: in a mask stack (0 = background), in a label stack (each object its number), in a class stack (each class its number), in the images' overlay, or in the ROI Manager, each ROI on its slice and each ROI group a class.",
		choices = { Choices.MASK_STACK, Choices.LABEL_STACK, Choices.CLASS_STACK, Choices.OVERLAY,
			Choices.ROI_MANAGER },
		persist = false, callback = "tell")
	private String truth = Choices.MASK_STACK;

	@Parameter(label = "Mask stack",
		description = "One mask, label or class image per image, of the same size: 0 is background. Not for marks in the overlay or the ROI Manager.",
		required = false, autoFill = false, persist = false, callback = "tell")
	private ImagePlus masks;

	@Parameter(label = "Marks are",
		description = "Complete: what is not marked is background. Only some pixels: what is not marked is unknown and ignored; background is then marked like a class (value 1 of a class stack, or a ROI group called 'background').",
		choices = { Choices.COMPLETE, Choices.SPARSE }, persist = false, callback = "tell")
	private String marks = Choices.COMPLETE;

	@Parameter(label = "Objects are",
		description = "Connected regions: what touches is one object. Separate touching objects: the network also learns where one ends and the next begins; from a label stack or ROIs.",
		choices = { Choices.CONNECTED, Choices.SEPARATED }, persist = false, callback = "tell")
	private String objects = Choices.CONNECTED;

	@Parameter(label = "Model file to write",
		description = "The trained network, such as worms.mcdunet.zip. Its history and the split of the images are written beside it as CSV tables.",
		style = "save", persist = false, callback = "tell")
	private File modelFile;

	@Parameter(label = "Network",
		description = "The MC dropout U-Net also says how sure it is; the plain U-Net is quicker to predict.",
		choices = { Choices.MC_DROPOUT, Choices.PLAIN }, persist = false, callback = "tell")
	private String network = Choices.MC_DROPOUT;

	@Parameter(label = "Epochs (at most)", description = "How often every training image is seen.",
		min = "1", max = "100000", persist = false, callback = "tell")
	private int epochs = 120;

	// NB: the second dialog asks for what stands below.
	@Parameter(label = DialogItems.ADVANCED_LABEL,
		description = "Opens a second dialog, with the learning, the size and the split of the images, and the network's width and depth.",
		persist = false)
	private boolean advanced = false;

	@Parameter(label = "Images per step (0 = automatic)",
		description = "Batch size: how many images decide one step of learning. More need more memory; 0 = two, or one where memory is short.",
		min = "0", max = "1024", persist = false, callback = "tell")
	private int batchSize = 0;

	@Parameter(label = "Class weights",
		description = "Equal: every pixel counts the same. Balanced: pixels of objects count more the rarer they are, which helps where a network finds no object; it then rather finds too much than too little.",
		choices = { Choices.EQUAL, Choices.BALANCED }, persist = false)
	private String weights = Choices.EQUAL;

	@Parameter(label = "Learning rate",
		description = "Length of a step of learning (Adam). Smaller is slower and steadier.",
		min = "0.0000001", max = "1", stepSize = "0.001", persist = false)
	private double learningRate = 5e-3;

	@Parameter(label = "Learning rate schedule",
		description = "Cosine: it falls to 0 over the epochs, which learns faster. Constant: it stays, as in the reference.",
		choices = { Choices.COSINE, Choices.CONSTANT }, persist = false)
	private String schedule = Choices.COSINE;

	@Parameter(label = "Patience (epochs)",
		description = "Stop when the validation loss has not become better for so many epochs; 0 never stops early.",
		min = "0", max = "100000", persist = false, callback = "tell")
	private int patience = 40;

	@Parameter(label = "Training size (pixels, 0 = automatic)",
		description = "Side of the square images that the network learns from; 0 = the size of the first image, or windows of it where memory is short.",
		min = "0", max = "8192", persist = false, callback = "tell")
	private int trainingSize = 0;

	@Parameter(label = "Fit to that size by",
		description = "Resize: the whole image is scaled. Crop: a random window of the image at full resolution, best where objects are small in large images.",
		choices = { Choices.RESIZE, Choices.CROP }, persist = false, callback = "tell")
	private String sizing = Choices.RESIZE;

	@Parameter(label = "Normalize by",
		description = "How intensities of each channel of each image are scaled: by percentiles, which neither a few bright pixels nor a brighter background disturb, or by the maximum.",
		choices = { Choices.MAXIMUM, Choices.PERCENTILES }, persist = false)
	private String normalization = Choices.PERCENTILES;

	@Parameter(label = "Share for validation",
		description = "Part of the images, chosen at random, that the network does not learn from but that chooses its best epoch.",
		min = "0.01", max = "0.9", stepSize = "0.05", persist = false, callback = "tell")
	private double validationFraction = 0.2;

	@Parameter(label = "Share for test",
		description = "Part of the images that is kept out of the training altogether, for an honest evaluation afterwards.",
		min = "0", max = "0.9", stepSize = "0.05", persist = false, callback = "tell")
	private double testFraction = 0;

	@Parameter(label = "Random seed",
		description = "Decides the split, the first weights, the order and the augmentation: the same seed repeats the training.",
		persist = false)
	private long seed = 1;

	@Parameter(label = "Base filters",
		description = "Width of the network: filters of its first level, doubled at each level. More learn more, and are slower.",
		min = "1", max = "256", persist = false, callback = "tell")
	private int baseFilters = 8;

	@Parameter(label = "Depth",
		description = "How often the network halves the image to look farther.", min = "1",
		max = "7", persist = false, callback = "tell")
	private int depth = 4;

	@Parameter(label = "Dropout rate",
		description = "Share of the values that the MC dropout U-Net drops out, in learning and in predicting.",
		min = "0.01", max = "0.95", stepSize = "0.05", persist = false)
	private double dropoutRate = 0.5;

	@Parameter(label = "Batch norm momentum",
		description = "How slowly the network's notion of the images' statistics moves; 0.99 is the reference's.",
		min = "0", max = "0.9999", stepSize = "0.01", persist = false)
	private double momentum = 0.9;

	@Parameter(label = "Start from model (optional)",
		description = "Optional: start from this model's weights instead of random ones (fine-tuning).",
		required = false, persist = false, callback = "tell")
	private File startModel;

	@Parameter(label = "Flip and rotate images",
		description = "Augmentation: shows every image flipped and rotated at random, so that fewer images suffice.",
		persist = false)
	private boolean augment = true;

	@Parameter(label = "Show training window",
		description = "Shows the curves and a validation image while the network learns, with buttons to stop. Without a screen and in a macro's batch mode there is no window.",
		required = false, persist = false)
	private boolean showWindow = true;

	@Parameter(label = "Forecast", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false, description = "What the training will take, or what is still missing.",
		callback = "tell")
	private String forecast = "";

	private final LastModel lastModel = new LastModel();
	private final LastMasks lastMasks = new LastMasks();

	@Override
	protected void execute(final Progress progress) {
		final OutputFile file = OutputFile.model(modelFile).checkWritable();
		Training training = new Training(settings()).pixelSize(ImageStacks.pixelSize(images));
		if (InputChecks.isGiven(startModel))
			training = training.startFrom(ModelFile.read(OutputFile.existingModel(startModel)));
		final Dataset data = MarkedImages.read(images, truth, marks, masks, progress::message);
		file.checkRoom(training.bytesOnDisk(data.channels()), "model and its checkpoints");
		final Split split = training.split(data);
		try (TrainingPlace place = TrainingPlace.take(file)) {
			TrainedFiles.tellOlder(file.path(), progress);
			train(training.checkpoints(CheckpointFile.beside(file.path())), data, split, file,
				place.canceling(progress));
		}
	}

	@Override
	public String forecast() {
		MarkedImages.check(images, truth, masks);
		final Training fresh = new Training(settings());
		final Training training = InputChecks.isGiven(startModel)
			? fresh.startFrom(lastModel.read(OutputFile.existingModel(startModel))) : fresh;
		final String time = ComputerSpeed.isKnown()
			? training.forecast(ImageStacks.channelNames(ImageStacks.meant(images)).size(),
				images.getWidth(), images.getHeight(), images.getNSlices() * images.getNFrames())
				.toString()
			: ComputerSpeed.IS_MEASURED;
		final String text = time + MarkedImages.look(truth, marks, masks, lastMasks);
		if (!InputChecks.isGiven(modelFile))
			throw new McdUnetException(text + " Say where to write the model.");
		OutputFile.model(modelFile).checkWritable().checkRoom(
			training.bytesOnDisk(ImageStacks.channelNames(ImageStacks.meant(images)).size()),
			"model and its checkpoints");
		return text;
	}

	/** Called by SciJava's dialog when a value changes. */
	void tell() {
		forecast = Forecasts.html(this);
	}

	private void train(final Training training, final Dataset data, final Split split,
		final OutputFile file, final Progress progress) {
		try (TrainingDisplay display = TrainingDisplay.open(showWindow, file.path(), progress)) {
			final TrainingResult result = training.listener(display.listener()).run(data, split,
				display.progress());
			if (display.isDiscarded()) CheckpointFile.delete(CheckpointFile.beside(file.path()));
			display.checkWanted();
			final Path model = new TrainedFiles(file).write(result, data, display.progress());
			ModelOpener.remember(context(), model);
			display.end(result.end(), model, () -> ModelOpener.offerPrediction(context(), model));
		}
	}

	private TrainingSettings settings() {
		final TrainingSettings defaults = TrainingSettings.defaults();
		return defaults.epochs(epochs).batchSize(batchSize).learningRate(learningRate)
			.patience(patience).dropoutRate(network.equals(Choices.PLAIN) ? 0 : dropoutRate)
			.trainingSize(trainingSize)
			.sizing(sizing.equals(Choices.CROP) ? TrainingSettings.Sizing.CROP
				: TrainingSettings.Sizing.RESIZE)
			.normalization(normalization.equals(Choices.PERCENTILES)
				? Normalization.percentiles(1, 99.8) : Normalization.maximum())
			.validationFraction(validationFraction).testFraction(testFraction).seed(seed)
			.augment(augment)
			.weights(weights.equals(Choices.BALANCED) ? TrainingSettings.Weights.BALANCED
				: TrainingSettings.Weights.EQUAL)
			.schedule(schedule.equals(Choices.CONSTANT) ? TrainingSettings.Schedule.CONSTANT
				: TrainingSettings.Schedule.COSINE)
			.baseFilters(baseFilters).depth(depth).batchNormMomentum(momentum)
			.separation(objects.equals(Choices.SEPARATED));
	}
}
