package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.evaluation.Score;
import io.github.mcdunet.evaluation.comparison.ModelComparison;
import io.github.mcdunet.imagej.ComparedLabels;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.OpenImages;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.view.chart.ComparisonPlot;
import io.github.mcdunet.view.chart.PngFile;
import io.github.mcdunet.workflow.Evaluation;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Says which of two or three models predicts better masks of the same images, and whether that may
 * be chance.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Compare Models...",
	headless = true)
public class CompareModels extends CancelableCommand {

	@Parameter(label = "True masks",
		description = "The true masks of images that no model has learnt from.", autoFill = false,
		persist = false)
	private ImagePlus truth;

	@Parameter(label = "Number of models", description = "Two or three.", min = "2", max = "3",
		persist = false)
	private int models = 2;

	@Parameter(label = "Masks of the first model",
		description = "The mask stack that the first model predicted, in the same order and of the same size.",
		autoFill = false, persist = false)
	private ImagePlus first;

	@Parameter(label = "Masks of the second model",
		description = "The mask stack that the second model predicted.", autoFill = false,
		persist = false)
	private ImagePlus second;

	@Parameter(label = "Masks of the third model",
		description = "The mask stack that the third model predicted. Only if three models are compared.",
		required = false, autoFill = false, persist = false)
	private ImagePlus third;

	@Parameter(label = "Compare",
		description = "Masks: 0 is background, everything else is object. Label images: each object has its number, so that objects which touch are told apart. Class maps: each class has its number.",
		choices = { Choices.MASKS, Choices.LABEL_IMAGES, Choices.CLASS_MAPS }, persist = false)
	private String compare = Choices.MASKS;

	@Parameter(label = "True marks are",
		description = "Complete: what is not marked is background. Only some pixels: 0 is not marked and does not count, 1 is background, 2, 3 ... are the classes 1, 2 ... of the prediction. Not for label images.",
		choices = { Choices.COMPLETE, Choices.SPARSE }, persist = false)
	private String marks = Choices.COMPLETE;

	@Parameter(label = "Score", description = "By what the masks are compared with the true ones.",
		choices = { Choices.DICE, Choices.IOU, Choices.BOUNDARY_F1, Choices.OBJECT_F1 },
		persist = false)
	private String score = Choices.DICE;

	@Parameter(label = "Save table as (optional)",
		description = "Optional: a .csv file for the table. The sentences and the plot are written beside it.",
		style = "save", required = false, persist = false)
	private File csvFile;

	@Parameter(label = "Comparison", type = ItemIO.OUTPUT)
	private ResultsTable comparison;

	@Parameter(label = "Box plot", type = ItemIO.OUTPUT)
	private ImagePlus boxPlot;

	@Override
	protected void execute(final Progress progress) {
		final Optional<OutputFile> table = OutputFile.checked(csvFile);
		final List<ImagePlus> predictions = predictions();
		predictions.forEach(prediction -> MaskStacks.checkSameSize(prediction, truth));
		MaskStacks.checkMarks(predictions, compare, truth, progress);
		final ModelComparison compared = compare(predictions, progress);
		comparison = Tables.of(compared.table());
		boxPlot = new ImagePlus(OpenImages.uniqueTitle("Compared models"),
			ComparisonPlot.render(compared, score));
		table.ifPresent(csv -> write(compared, csv));
		compared.sentences().forEach(progress::message);
		ShownResults.plots(boxPlot);
		ShownResults.table(comparison, "MC Dropout U-Net comparison");
	}

	private List<ImagePlus> predictions() {
		if (models == 2) return List.of(first, second);
		if (!InputChecks.isGiven(third))
			throw new McdUnetException(
				"No image is given for 'Masks of the third model'. Open its mask stack, or compare two models.");
		return List.of(first, second, third);
	}

	private ModelComparison compare(final List<ImagePlus> predictions, final Progress progress) {
		final List<String> names = MaskStacks.names(truth);
		final int all = names.size();
		final ComparedLabels kind = MarkedImages.compared(compare, marks);
		final List<Labels> real = kind.real(truth, progress::message);
		final List<Integer> compared = MaskStacks.compared(predictions, names, real, progress);
		final List<String> images = MaskStacks.some(names, compared, all);
		final List<Labels> truths = MaskStacks.some(real, compared, all);
		final List<double[]> scores = new ArrayList<>();
		for (final ImagePlus prediction : predictions) {
			progress.checkCanceled();
			final EvaluationReport report = Evaluation.run(images,
				MaskStacks.some(kind.predicted(prediction, progress::message), compared, all),
				truths, ImageStacks.pixelSize(truth));
			scores.add(report.values(Score.labeled(score)));
		}
		return new ModelComparison(images, names(predictions), scores);
	}

	/** The titles, numbered where two are equal. */
	private static List<String> names(final List<ImagePlus> predictions) {
		final List<String> titles = predictions.stream().map(ImagePlus::getTitle)
			.collect(Collectors.toList());
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < titles.size(); i++) {
			final String title = titles.get(i);
			names.add(titles.indexOf(title) == titles.lastIndexOf(title) ? title
				: title + " (" + (i + 1) + ")");
		}
		return names;
	}

	private void write(final ModelComparison compared, final OutputFile csv) {
		compared.table().write(csv.path());
		csv.sibling("-notes.txt").write(String.join("\n", compared.sentences()) + "\n");
		PngFile.write(boxPlot.getBufferedImage(), csv.sibling("-box-plot.png").path());
	}
}
