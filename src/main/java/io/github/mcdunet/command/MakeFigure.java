package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.gui.Roi;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.imagej.ClassNames;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.OpenImages;
import io.github.mcdunet.imagej.Truth;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.imagej.result.PredictedImages;
import io.github.mcdunet.imagej.result.PredictedMaps;
import io.github.mcdunet.imagej.result.PredictedObjects;
import io.github.mcdunet.imagej.result.PredictionMark;
import io.github.mcdunet.view.chart.PngFile;
import io.github.mcdunet.view.figure.FigureMontage;

import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Makes a figure for a publication or a talk: a row per image with its channels, truth, prediction
 * with Dice, and uncertainty.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Make Figure...", headless = true,
	initializer = "findPrediction")
public class MakeFigure extends CancelableCommand {

	@Parameter(label = "Images", description = "The stack that was predicted.", autoFill = false,
		persist = false)
	private ImagePlus images;

	@Parameter(label = "True masks",
		description = "The true masks of these images, in the same order.", autoFill = false,
		persist = false)
	private ImagePlus truth;

	@Parameter(label = "Probability",
		description = "What 'Predict with U-Net...' made of the images.", autoFill = false,
		persist = false)
	private ImagePlus probability;

	@Parameter(label = "Uncertainty",
		description = "What 'Predict with U-Net...' made of the images.", autoFill = false,
		persist = false)
	private ImagePlus uncertainty;

	@Parameter(label = "Which images",
		description = "Numbers of the images to show, such as 1-3,7; a row each.", persist = false)
	private String rows = "1-3";

	@Parameter(label = "Threshold", description = "Pixels of at least this probability are object.",
		min = "0", max = "1", stepSize = "0.01", style = "slider", persist = false)
	private double threshold = 0.5;

	@Parameter(label = "Width of each picture (pixels)", description = "More is finer.", min = "48",
		max = "4096", persist = false)
	private int pictureWidth = 300;

	@Parameter(label = "Save figure as (optional)",
		description = "Optional: a .png file for the figure.", style = "save", required = false,
		persist = false)
	private File pngFile;

	@Parameter(label = "Figure", type = ItemIO.OUTPUT)
	private ImagePlus figure;

	/**
	 * What the dialog starts with: the prediction to which the active image belongs, or any other.
	 */
	void findPrediction() {
		final PredictedImages open = PredictedImages.open();
		if (images == null) images = open.input().orElse(null);
		if (images == null) return;
		if (probability == null)
			probability = open.result(images, "probability", uncertainty).orElse(null);
		if (uncertainty == null)
			uncertainty = open.result(images, "uncertainty", probability).orElse(null);
	}

	@Override
	protected void execute(final Progress progress) {
		final Optional<OutputFile> png = OutputFile.checked(pngFile);
		PredictionMark.checkTogether(List.of(probability, uncertainty),
			List.of("probability", "uncertainty"));
		PredictionMark.doubt(images, probability).ifPresent(progress::message);
		final Optional<PredictedObjects> objects = PredictedImages.open()
			.result(images, "objects", probability, uncertainty)
			.map(labels -> new PredictedObjects(labels, Optional.empty(), images));
		final List<LabelClass> classes = objects.map(PredictedObjects::classes)
			.orElse(LabelClass.OF_MASKS);
		// NB: a class stack of the model's own classes is shown in their colours
		final Dataset data = classes.size() > 2 && ClassNames.of(truth).isPresent() ? Datasets
			.of(images, Truth.complete(Truth.Kind.CLASSES), truth, new Roi[0], progress::message)
			: Datasets.of(images, truth, progress::message);
		final PredictedMaps maps = new PredictedMaps(probability, uncertainty);
		if (maps.size() != data.size())
			throw new McdUnetException("'" + probability.getTitle() + "' has " + maps.size()
				+ " images, but '" + images.getTitle() + "' has " + data.size()
				+ ". Choose the prediction of these images.");
		final FigureMontage montage = new FigureMontage(pictureWidth,
			ImageStacks.channelNames(ImageStacks.meant(images)), classes);
		for (final int number : ImageNumbers.parse(rows, data.size())) {
			progress.checkCanceled();
			final UncertaintyMaps one = maps.get(number - 1);
			montage.add(data.get(number - 1), one,
				objects.map(o -> o.get(number - 1)).orElseGet(() -> one.mask(threshold)));
		}
		final BufferedImage picture = montage.render();
		png.ifPresent(file -> PngFile.write(picture, file.path()));
		figure = new ImagePlus(OpenImages.uniqueTitle(images.getTitle() + " figure"), picture);
		ShownResults.images(figure);
	}
}
