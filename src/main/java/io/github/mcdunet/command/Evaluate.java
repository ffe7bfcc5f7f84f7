package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.imagej.ComparedLabels;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.imagej.result.PredictionMark;
import io.github.mcdunet.workflow.Evaluation;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares predicted masks with true ones, image by image. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Evaluate U-Net...",
	headless = true)
public class Evaluate extends CancelableCommand {

	@Parameter(label = "Predicted masks",
		description = "The mask stack that 'Predict with U-Net...' made, or its label image or class map.",
		autoFill = false, persist = false)
	private ImagePlus prediction;

	@Parameter(label = "True masks",
		description = "The true masks, label images or class maps, in the same order and of the same size.",
		autoFill = false, persist = false)
	private ImagePlus truth;

	@Parameter(label = "Compare",
		description = "Masks: 0 is background, everything else is object. Label images: each object has its number, so that objects which touch are told apart. Class maps: each class has its number.",
		choices = { Choices.MASKS, Choices.LABEL_IMAGES, Choices.CLASS_MAPS }, persist = false)
	private String compare = Choices.MASKS;

	@Parameter(label = "True marks are",
		description = "Complete: what is not marked is background. Only some pixels: 0 is not marked and does not count, 1 is background, 2, 3 ... are the classes 1, 2 ... of the prediction. Not for label images.",
		choices = { Choices.COMPLETE, Choices.SPARSE }, persist = false)
	private String marks = Choices.COMPLETE;

	@Parameter(label = "Save table as (optional)",
		description = "Optional: a .csv file for the scores.", style = "save", required = false,
		persist = false)
	private File csvFile;

	@Parameter(label = "Scores", type = ItemIO.OUTPUT)
	private ResultsTable scores;

	@Override
	protected void execute(final Progress progress) {
		final Optional<OutputFile> table = OutputFile.checked(csvFile);
		final ComparedLabels kind = MarkedImages.compared(compare, marks);
		MaskStacks.checkSameSize(prediction, truth);
		MaskStacks.checkMarks(List.of(prediction), compare, truth, progress);
		final List<Labels> predicted = kind.predicted(prediction, progress::message),
			real = kind.real(truth, progress::message);
		final List<String> names = MaskStacks.names(truth);
		final List<Integer> compared = MaskStacks.compared(List.of(prediction), names, real,
			progress);
		final int all = names.size();
		final EvaluationReport report = Evaluation.run(MaskStacks.some(names, compared, all),
			MaskStacks.some(predicted, compared, all), MaskStacks.some(real, compared, all),
			ImageStacks.pixelSize(truth),
			kind.classNames(prediction, Stream.concat(predicted.stream(), real.stream())));
		scores = Tables.of(report.table());
		PredictionMark.tell(prediction, scores);
		table.ifPresent(file -> report.table().write(file.path()));
		report.sentences(ImageStacks.pixelSize(truth).unit()).forEach(progress::message);
		report.objectSentences().forEach(progress::message);
		ShownResults.table(scores, "MC Dropout U-Net scores");
	}
}
