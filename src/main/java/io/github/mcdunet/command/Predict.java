package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.DialogItems;
import io.github.mcdunet.command.dialog.Forecasting;
import io.github.mcdunet.command.dialog.Forecasts;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.LastFrames;
import io.github.mcdunet.command.dialog.LastModel;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.folder.GeoJsonSink;
import io.github.mcdunet.forecast.ComputerSpeed;
import io.github.mcdunet.imagej.GrayRgb;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.file.RoiFiles;
import io.github.mcdunet.imagej.result.ObjectImage;
import io.github.mcdunet.imagej.result.PredictionMark;
import io.github.mcdunet.imagej.result.ResultHyperstack;
import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.imagej.result.ResultStacks;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.workflow.ObjectAnalysis;
import io.github.mcdunet.workflow.Predictor;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Finds the objects in every image of a stack with a trained network, and says how sure it is of
 * every pixel and object.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Predict with U-Net...",
	headless = true)
public class Predict extends CancelableCommand implements Forecasting {

	private static final String TABLE = "MC Dropout U-Net objects";

	private final LastModel lastModel = new LastModel();
	private final LastFrames lastFrames = new LastFrames();

	@Parameter(label = "Images",
		description = "The image or stack, with the channels that the model was trained on, in the same order.",
		autoFill = false, persist = false, callback = "tell")
	private ImagePlus images;

	@Parameter(label = "Model file", description = "A model that 'Train U-Net...' wrote.",
		style = "open", persistKey = LastModel.KEY, callback = "tell")
	private File modelFile;

	@Parameter(label = "Monte Carlo samples",
		description = "How often each image is predicted with other parts of the network dropped out. More is slower and steadier; 20 is the usual number. A plain U-Net always uses 1.",
		min = "1", max = "10000", persist = false, callback = "tell")
	private int samples = 20;

	@Parameter(label = "Threshold", description = "Pixels of at least this probability are object.",
		min = "0", max = "1", stepSize = "0.01", style = "slider", persist = false)
	private double threshold = 0.5;

	// NB: the second dialog asks for what stands below.
	@Parameter(label = DialogItems.ADVANCED_LABEL,
		description = "Opens a second dialog, with the smallest object, the seed, more maps, and the files to save.",
		persist = false)
	private boolean advanced = false;

	@Parameter(label = "Smallest object (pixels)",
		description = "Objects of fewer pixels count as background. 0 or 1 keeps all.", min = "0",
		persist = false)
	private int minimumArea = 0;

	@Parameter(label = "Random seed",
		description = "Decides what is dropped out: the same seed repeats the prediction exactly.",
		persist = false)
	private long seed = 1;

	@Parameter(label = "Mutual information",
		description = "Also show the part of the uncertainty that comes from the model and that more training data would lower.",
		persist = false)
	private boolean mutualInformation = false;

	@Parameter(label = "Variance",
		description = "Also show the variance of the probability over the samples, 0 to 0.25.",
		persist = false)
	private boolean variance = false;

	@Parameter(label = "Entropy parts",
		description = "Also show the objects' part of the uncertainty, -p ln p, and the background's, -(1 - p) ln(1 - p).",
		persist = false)
	private boolean entropyParts = false;

	@Parameter(label = "Confidence and intervals",
		description = "Also measure every object in all samples: how sure it is, how good its outline probably is, and how far its area, length and intensities may be off.",
		persist = false)
	private boolean confidence = true;

	@Parameter(label = "Calibrated probabilities",
		description = "Show probabilities as the model's temperature makes them: right on average on the validation images. The mask at 0.5 stays the same.",
		persist = false)
	private boolean calibrate = false;

	@Parameter(label = "Label image",
		description = "Also show each object by a number of its own, as MorphoLibJ, TrackMate and others read it; always where the model separates touching objects or knows several classes.",
		persist = false)
	private boolean labelImage = false;

	@Parameter(label = "Class probabilities",
		description = "Also show the probability of each class, as the channels of one image. Only for models of several classes.",
		persist = false)
	private boolean classProbabilities = false;

	@Parameter(label = "Results",
		description = "Separate images, which follow each other's slices, or all maps as the channels of one hyperstack.",
		choices = { Choices.SEPARATE, Choices.HYPERSTACK }, required = false, persist = false)
	private String results = Choices.SEPARATE;

	@Parameter(label = "Pixels that are not numbers",
		description = "What becomes of an image with NaN, such as at the border of a turned image: it is left out, or such pixels are background and do not count otherwise.",
		choices = { Choices.LEAVE_OUT, Choices.BACKGROUND }, required = false, persist = false)
	private String nan = Choices.LEAVE_OUT;

	@Parameter(label = "Save ROIs as (optional)",
		description = "Optional: a .zip file for the objects' outlines, which the ROI Manager opens.",
		style = "save", required = false, persist = false, callback = "tell")
	private File roiFile;

	@Parameter(label = "Save table as (optional)",
		description = "Optional: a .csv file for the table of the objects.", style = "save",
		required = false, persist = false, callback = "tell")
	private File csvFile;

	@Parameter(label = "Save GeoJSON as (optional)",
		description = "Optional: a .geojson file for the objects' outlines, classes and measurements, which QuPath opens; of several images one file each, numbered.",
		style = "save", required = false, persist = false, callback = "tell")
	private File geoJsonFile;

	@Parameter(label = "Forecast", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false, description = "What the prediction will take, or what is still missing.",
		callback = "tell")
	private String forecast = "";

	@Parameter(label = "Uncertainty", type = ItemIO.OUTPUT)
	private ImagePlus uncertainty;

	@Parameter(label = "Mutual information", type = ItemIO.OUTPUT)
	private ImagePlus mutualInformationMap;

	@Parameter(label = "Variance", type = ItemIO.OUTPUT)
	private ImagePlus varianceMap;

	@Parameter(label = "Foreground entropy", type = ItemIO.OUTPUT)
	private ImagePlus foregroundEntropyMap;

	@Parameter(label = "Background entropy", type = ItemIO.OUTPUT)
	private ImagePlus backgroundEntropyMap;

	@Parameter(label = "Probability", type = ItemIO.OUTPUT)
	private ImagePlus probability;

	@Parameter(label = "Class probabilities", type = ItemIO.OUTPUT)
	private ImagePlus classProbabilityMap;

	@Parameter(label = "Classes", type = ItemIO.OUTPUT)
	private ImagePlus classMap;

	@Parameter(label = "Separation", type = ItemIO.OUTPUT)
	private ImagePlus separation;

	@Parameter(label = "Objects as labels", type = ItemIO.OUTPUT)
	private ImagePlus labels;

	// NB: what is shown last is the active image.
	@Parameter(label = "Mask", type = ItemIO.OUTPUT)
	private ImagePlus mask;

	@Parameter(label = "Prediction", type = ItemIO.OUTPUT)
	private ImagePlus hyperstack;

	@Parameter(label = "Objects", type = ItemIO.OUTPUT)
	private ResultsTable objects;

	@Parameter(label = "Images", type = ItemIO.OUTPUT)
	private ResultsTable imageTable;

	@Override
	protected void execute(final Progress progress) {
		final Optional<OutputFile> rois = OutputFile.checked(roiFile),
			table = OutputFile.checked(csvFile), geoJson = OutputFile.checked(geoJsonFile);
		final UNetModel model = ModelFile.read(OutputFile.existingModel(modelFile));
		final ObjectAnalysis analysis = analysis().model(model);
		final ResultOptions options = maps(model).calibrated(calibration(analysis, progress));
		final ResultStacks made = new ResultStacks(
			GrayRgb.fitted(images, model.channelNames(), progress::message), analysis, options);
		Predictor prediction = new Predictor(model).samples(samples).seed(seed).maps(options.maps())
			.gapsAreBackground(nan.equals(Choices.BACKGROUND));
		if (confidence) prediction = prediction.sampleMasks(threshold);
		progress.message(memory().check());
		prediction.run(made.series(), made, progress);
		made.warnings().forEach(progress::message);
		rois.ifPresent(file -> RoiFiles.write(made.rois(), file.path()));
		table.ifPresent(file -> made.objectTable().write(file.path()));
		take(made);
		for (final ResultsTable shown : List.of(objects, imageTable))
			PredictionMark.tell(hyperstack == null ? mask : hyperstack, shown);
		ShownResults.table(objects, TABLE);
		if (imageTable.size() > 0) ShownResults.table(imageTable, "MC Dropout U-Net images");
		ShownResults.rois(made.rois());
		ShownResults.link(images, made.rois(), TABLE, uncertainty, mutualInformationMap,
			varianceMap, foregroundEntropyMap, backgroundEntropyMap, probability,
			classProbabilityMap, classMap, separation, labels, mask, hyperstack);
	}

	@Override
	public String forecast() {
		if (!InputChecks.isGiven(images))
			throw new McdUnetException("Open the images to predict, and choose them.");
		if (!InputChecks.isGiven(modelFile)) throw new McdUnetException("Choose the model file.");
		OutputFile.checked(roiFile);
		OutputFile.checked(csvFile);
		OutputFile.checked(geoJsonFile);
		if (!ComputerSpeed.isKnown())
			return "'" + images.getTitle() + "': " + ComputerSpeed.IS_MEASURED;
		return "'" + images.getTitle() + "': "
			+ new Predictor(lastModel.read(OutputFile.existingModel(modelFile))).samples(samples)
				.forecast(images.getTitle(),
					ImageStacks.channelNames(ImageStacks.meant(images)).size(), images.getWidth(),
					images.getHeight(), images.getNSlices() * images.getNFrames())
			+ " " + memory().check() + (nan.equals(Choices.BACKGROUND)
				? " Pixels that are not numbers count as background." : lastFrames.read(images));
	}

	private PredictionMemory memory() {
		return new PredictionMemory(images, ImageStacks.count(images), maps(),
			confidence ? samples : 0);
	}

	private ObjectAnalysis analysis() {
		return new ObjectAnalysis().threshold(threshold).minimumArea(minimumArea)
			.confidence(confidence);
	}

	private ResultOptions maps(final UNetModel model) {
		return maps().with(labelImage, ObjectImage.LABELS)
			.with(classProbabilities, ObjectImage.CLASS_PROBABILITIES)
			.completed(model.architecture().outputs());
	}

	private ResultOptions maps() {
		return new ResultOptions().with(mutualInformation, MapKind.MUTUAL_INFORMATION)
			.with(variance, MapKind.VARIANCE)
			.with(entropyParts, MapKind.FOREGROUND_ENTROPY, MapKind.BACKGROUND_ENTROPY);
	}

	/** Called by SciJava's dialog when a value changes. */
	void tell() {
		forecast = Forecasts.html(this);
	}

	private Optional<TemperatureScaling> calibration(final ObjectAnalysis analysis,
		final Progress progress) {
		if (!calibrate) return Optional.empty();
		final Optional<TemperatureScaling> temperature = analysis.assessment().temperature();
		if (temperature.isEmpty())
			progress.message(
				"The model knows no temperature (its validation images were too few or all right): probabilities are shown as they are.");
		return temperature;
	}

	private void take(final ResultStacks made) {
		objects = made.table();
		imageTable = made.imageTable();
		if (results.equals(Choices.HYPERSTACK)) {
			hyperstack = ResultHyperstack.of(new ImageGrid(images).title() + " prediction",
				made.images());
			PredictionMark.put(images, List.of(hyperstack));
			ShownResults.images(hyperstack);
			return;
		}
		final Map<MapKind, ImagePlus> maps = made.maps();
		uncertainty = maps.get(MapKind.ENTROPY);
		mutualInformationMap = maps.get(MapKind.MUTUAL_INFORMATION);
		varianceMap = maps.get(MapKind.VARIANCE);
		foregroundEntropyMap = maps.get(MapKind.FOREGROUND_ENTROPY);
		backgroundEntropyMap = maps.get(MapKind.BACKGROUND_ENTROPY);
		probability = maps.get(MapKind.PROBABILITY);
		mask = made.mask();
		final Map<ObjectImage, ImagePlus> further = made.objectImages();
		classProbabilityMap = further.get(ObjectImage.CLASS_PROBABILITIES);
		classMap = further.get(ObjectImage.CLASSES);
		labels = further.get(ObjectImage.LABELS);
		separation = further.get(ObjectImage.SEPARATION);
		final List<ImagePlus> results = new ArrayList<>(maps.values());
		results.addAll(further.values());
		results.add(mask);
		PredictionMark.put(images, results);
		ShownResults.images(uncertainty, mutualInformationMap, varianceMap, foregroundEntropyMap,
			backgroundEntropyMap, probability, classProbabilityMap, classMap, separation, labels,
			mask);
	}
}
