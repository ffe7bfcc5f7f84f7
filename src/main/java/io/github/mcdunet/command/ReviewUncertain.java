package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.imagej.result.ImageSelection;
import io.github.mcdunet.imagej.result.PredictedImages;
import io.github.mcdunet.imagej.result.PredictedObjects;
import io.github.mcdunet.imagej.result.PredictionMark;
import io.github.mcdunet.imagej.result.ReviewTables;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.review.ImageError;
import io.github.mcdunet.review.Review;
import io.github.mcdunet.review.ReviewQueue;
import io.github.mcdunet.view.review.ReviewWindow;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Ranks the objects of a prediction by how much is probably wrong with them, and lets a person
 * correct them in that order.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Review Uncertain Objects...",
	headless = true, initializer = "findPrediction")
public class ReviewUncertain extends CancelableCommand {

	@Parameter(label = "Images", description = "The stack that was predicted.", autoFill = false,
		persist = false)
	private ImagePlus images;

	@Parameter(label = "Mask",
		description = "What 'Predict with U-Net...' made of the images; without one, the open image of that title.",
		required = false, autoFill = false, persist = false)
	private ImagePlus mask;

	@Parameter(label = "Probability",
		description = "What 'Predict with U-Net...' made of the images; without one, the open image of that title.",
		required = false, autoFill = false, persist = false)
	private ImagePlus probability;

	@Parameter(label = "Uncertainty",
		description = "What 'Predict with U-Net...' made of the images; without one, the open image of that title.",
		required = false, autoFill = false, persist = false)
	private ImagePlus uncertainty;

	@Parameter(label = "Objects",
		description = "The label image that 'Predict with U-Net...' made, where touching objects are told apart; without one, the open image of that title, or else the mask's connected areas.",
		required = false, autoFill = false, persist = false)
	private ImagePlus objects;

	@Parameter(label = "Most uncertain images (0 = all)",
		description = "So many images are listed in the window, the most uncertain ones. 0 lists all.",
		min = "0", persist = false)
	private int mostUncertain = 0;

	@Parameter(label = "Smallest missed object (pixels)",
		description = "Uncertain areas of the background of at least so many pixels are listed as objects that may have been missed.",
		min = "1", persist = false)
	private int smallestMissed = 20;

	@Parameter(label = "Include images without review",
		description = "Whether the reviewed masks hold all images, those without any decision as predicted. Otherwise only the reviewed images are opened with their masks.",
		persist = false)
	private boolean includeUnreviewed = true;

	@Parameter(label = "Show window",
		description = "Open the window in which to review. Otherwise only the tables are made, as always without a screen.",
		persist = false)
	private boolean showWindow = true;

	@Parameter(label = "Save ranking as (optional)",
		description = "Optional: a .csv file for the ranking of the objects. That of the images is written beside it.",
		style = "save", required = false, persist = false)
	private File csvFile;

	@Parameter(label = "Ranking of objects", type = ItemIO.OUTPUT)
	private ResultsTable ranking;

	@Parameter(label = "Ranking of images", type = ItemIO.OUTPUT)
	private ResultsTable imageRanking;

	/**
	 * What the dialog starts with: the prediction to which the active image belongs, or any other.
	 */
	void findPrediction() {
		final PredictedImages open = PredictedImages.open();
		if (images == null) images = open.input().orElse(null);
		if (images == null) return;
		if (mask == null) mask = open.result(images, "mask", probability, uncertainty).orElse(null);
		if (probability == null)
			probability = open.result(images, "probability", mask, uncertainty).orElse(null);
		if (uncertainty == null)
			uncertainty = open.result(images, "uncertainty", mask, probability).orElse(null);
		if (objects == null)
			objects = open.result(images, "objects", mask, probability).orElse(null);
	}

	@Override
	protected void execute(final Progress progress) {
		final Optional<OutputFile> csv = OutputFile.checked(csvFile);
		final PredictedImages open = PredictedImages.open();
		final Optional<PredictedObjects> found = labels(open, progress);
		final ReviewQueue queue = RankedPrediction.read(images, given(mask, "mask", open),
			given(probability, "probability", open), given(uncertainty, "uncertainty", open), found,
			smallestMissed, progress);
		final ImageSelection selection = new ImageSelection(images);
		final Table places = ReviewTables.places(queue, selection.names(), images),
			perImage = ReviewTables.images(queue, selection.names());
		ranking = Tables.of(places);
		imageRanking = Tables.of(perImage);
		csv.ifPresent(file -> {
			places.write(file.path());
			perImage.write(file.sibling("-images.csv").path());
		});
		if (showWindow && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode())
			ReviewWindow.open(review(queue, found), selection, listed(queue), includeUnreviewed);
		else {
			ShownResults.table(ranking, "MC Dropout U-Net review");
			ShownResults.table(imageRanking, "MC Dropout U-Net review of images");
		}
	}

	/** Says what is not known, as far as anybody may have expected it. */
	private Optional<PredictedObjects> labels(final PredictedImages open, final Progress progress) {
		final Optional<ImagePlus> labels = InputChecks.isGiven(objects) ? Optional.of(objects)
			: open.result(images, "objects", mask, probability, uncertainty);
		if (labels.isEmpty()) return Optional.empty();
		PredictionMark.checkTogether(
			Stream.of(mask, labels.get()).filter(InputChecks::isGiven).toList(),
			InputChecks.isGiven(mask) ? List.of("mask", "objects") : List.of("objects"));
		final Optional<ImagePlus> separation = open.result(images, "separation", labels.get());
		final PredictedObjects found = new PredictedObjects(labels.get(), separation, images);
		if (!found.haveChances())
			progress.message("'" + labels.get().getTitle()
				+ "' does not say how often the samples see its objects as two, as one with a neighbour, or as of another class: the prediction ran without 'Confidence and intervals', or the image was not saved as TIFF. Nothing is asked about that.");
		if (separation.isEmpty())
			progress.message(
				"There is no separation map of this prediction: objects are split where they are narrow.");
		return Optional.of(found);
	}

	private Review review(final ReviewQueue queue, final Optional<PredictedObjects> found) {
		return found
			.map(o -> new Review(queue, images.getWidth(), images.getHeight(), o.classes(), true,
				o::separation))
			.orElseGet(() -> new Review(queue, images.getWidth(), images.getHeight()));
	}

	private ImagePlus given(final ImagePlus image, final String kind, final PredictedImages open) {
		return InputChecks.isGiven(image) ? image
			: open.needed(images, kind, mask, probability, uncertainty);
	}

	private Set<Integer> listed(final ReviewQueue queue) {
		return queue.images().stream().limit(mostUncertain == 0 ? Long.MAX_VALUE : mostUncertain)
			.map(ImageError::image).collect(Collectors.toSet());
	}
}
