package io.github.mcdunet.command;

import ij.IJ;
import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.LastModel;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.folder.Capacity;
import io.github.mcdunet.folder.FilePattern;
import io.github.mcdunet.folder.FolderImages;
import io.github.mcdunet.folder.FolderModel;
import io.github.mcdunet.folder.FolderPrediction;
import io.github.mcdunet.imagej.result.ObjectImage;
import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.workflow.ObjectAnalysis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Predicts every image of a folder with a trained network; started again, it resumes where it
 * ended.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Predict Folder...",
	headless = true)
public class PredictFolder extends CancelableCommand {

	static final String DEFAULT_FOLDER = "mc-dropout-unet";

	@Parameter(label = "Model file", description = "A model that 'Train U-Net...' wrote.",
		style = "open", persistKey = LastModel.KEY)
	private File modelFile;

	@Parameter(label = "Folder of the images",
		description = "Its sub-folders are searched too. A file may be a stack, whose slices and frames are images.",
		style = "directory", persist = false)
	private File imageFolder;

	@Parameter(label = "Image files",
		description = "How the image files are named: * stands for any text. If each channel has a file of its own, {sample} and {channel} stand for the parts that tell them apart, as in {sample}_w{channel}.tif.",
		persist = false)
	private String imagePattern = "*.tif";

	@Parameter(label = "Folder for the results (optional)",
		description = "Optional: where the maps, outlines and tables go; if empty, the sub-folder 'mc-dropout-unet' of the images' folder. What is done already there is not done again.",
		style = "directory", required = false, persist = false)
	private File resultFolder;

	@Parameter(label = "Monte Carlo samples",
		description = "How often each image is predicted with other parts of the network dropped out. More is slower and steadier; 20 is the usual number. A plain U-Net always uses 1.",
		min = "1", max = "10000", persist = false)
	private int samples = 20;

	@Parameter(label = "Threshold", description = "Pixels of at least this probability are object.",
		min = "0", max = "1", stepSize = "0.01", style = "slider", persist = false)
	private double threshold = 0.5;

	@Parameter(label = "Smallest object (pixels)",
		description = "Objects of fewer pixels count as background. 0 or 1 keeps all.", min = "0",
		persist = false)
	private int minimumArea = 0;

	@Parameter(label = "Random seed",
		description = "Decides what is dropped out: the same seed repeats the prediction exactly.",
		persist = false)
	private long seed = 1;

	@Parameter(label = "Mutual information",
		description = "Also write the part of the uncertainty that comes from the model and that more training data would lower.",
		persist = false)
	private boolean mutualInformation = false;

	@Parameter(label = "Variance",
		description = "Also write the variance of the probability over the samples, 0 to 0.25.",
		persist = false)
	private boolean variance = false;

	@Parameter(label = "Entropy parts",
		description = "Also write the objects' part of the uncertainty, -p ln p, and the background's, -(1 - p) ln(1 - p).",
		persist = false)
	private boolean entropyParts = false;

	@Parameter(label = "Confidence and intervals",
		description = "Also measure every object in all samples: how sure it is, how good its outline probably is, and how far its area, length and intensities may be off.",
		persist = false)
	private boolean confidence = true;

	@Parameter(label = "Pixels that are not numbers",
		description = "What becomes of an image with NaN, such as at the border of a turned image: it is left out, or such pixels are background and do not count otherwise.",
		choices = { Choices.LEAVE_OUT, Choices.BACKGROUND }, required = false, persist = false)
	private String nan = Choices.LEAVE_OUT;

	@Parameter(label = "Label images",
		description = "Also write each object by a number of its own, as MorphoLibJ, TrackMate and others read it; always where the model separates touching objects or knows several classes.",
		persist = false)
	private boolean labelImage = false;

	@Parameter(label = "Class probabilities",
		description = "Also write the probability of each class, as the channels of one image. Only for models of several classes.",
		persist = false)
	private boolean classProbabilities = false;

	@Parameter(label = "GeoJSON",
		description = "Also write the objects' outlines, classes and measurements as GeoJSON, which QuPath opens; a file for each slice and frame.",
		persist = false)
	private boolean geoJson = false;

	@Parameter(label = "Folder of true masks (optional)",
		description = "Optional: masks to compare the predictions with, for Dice and the like in the table.",
		style = "directory", required = false, persist = false)
	private File maskFolder;

	@Parameter(label = "Mask files (optional)",
		description = "Optional: how the mask files are named, as in {sample}_mask.png; {sample} is the same text as in the image's name. If empty, a mask has its image's name.",
		required = false, persist = false)
	private String maskPattern = "";

	@Parameter(label = "Results", type = ItemIO.OUTPUT)
	private ResultsTable results;

	@Override
	protected void execute(final Progress progress) {
		final Path images = imageFolder.toPath().toAbsolutePath().normalize();
		final Path folder = InputChecks.isGiven(resultFolder)
			? resultFolder.toPath().toAbsolutePath().normalize() : images.resolve(DEFAULT_FOLDER);
		final FolderImages found = images(images, folder);
		final FolderModel model = new FolderModel(OutputFile.existingModel(modelFile), samples,
			seed,
			new ObjectAnalysis().threshold(threshold).minimumArea(minimumArea)
				.confidence(confidence),
			new ResultOptions().with(mutualInformation, MapKind.MUTUAL_INFORMATION)
				.with(variance, MapKind.VARIANCE)
				.with(entropyParts, MapKind.FOREGROUND_ENTROPY, MapKind.BACKGROUND_ENTROPY)
				.with(labelImage, ObjectImage.LABELS).with(classProbabilities,
					ObjectImage.CLASS_PROBABILITIES),
			nan.equals(Choices.BACKGROUND), geoJson);
		final FolderPrediction prediction = new FolderPrediction(found.list(), model, made(folder),
			Capacity.of(folder));
		results = prediction.run(progress);
		IJ.log(prediction.summary());
		ShownResults.table(results, "MC Dropout U-Net folder");
	}

	private FolderImages images(final Path images, final Path results) {
		if (results.equals(images))
			throw new McdUnetException(
				"The results cannot go among the images, where they would be taken for "
					+ "images the next time. Choose another folder for them, or none.");
		final FolderImages found = new FolderImages(images, FilePattern.parse(imagePattern))
			.except(results);
		final boolean named = InputChecks.isGiven(maskPattern),
			given = InputChecks.isGiven(maskFolder);
		if (!named && !given) return found;
		final Path masks = given ? maskFolder.toPath().toAbsolutePath().normalize() : images;
		if (!named && masks.equals(images))
			throw new McdUnetException(
				"The true masks are in the images' folder. Say in 'Mask files' how their "
					+ "names differ from the images', as in {sample}_mask.tif.");
		return found.masks(masks, named ? FilePattern.parse(maskPattern) : FolderImages.SAME_NAME);
	}

	private static Path made(final Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException e) {
			throw new McdUnetException("The folder '" + folder
				+ "' for the results cannot be made (" + e + "). Choose another.", e);
		}
		if (!Files.isWritable(folder))
			throw new McdUnetException(
				"Nothing may be written into '" + folder + "'. Choose another folder.");
		return folder;
	}
}
