package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.imagej.TruthMasks;
import io.github.mcdunet.imagej.result.PredictionMark;
import io.github.mcdunet.workflow.Evaluation;

import java.io.File;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares predicted masks with true ones, image by image. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Evaluate U-Net...",
	headless = true)
public class Evaluate extends CancelableCommand {

	@Parameter(label = "Predicted masks",
		description = "The mask stack that 'Predict with U-Net...' made: 0 is background, everything else is object.",
		autoFill = false, persist = false)
	private ImagePlus prediction;

	@Parameter(label = "True masks",
		description = "The true masks, in the same order and of the same size.", autoFill = false,
		persist = false)
	private ImagePlus truth;

	@Parameter(label = "Save table as (optional)",
		description = "Optional: a .csv file for the scores.", style = "save", required = false,
		persist = false)
	private File csvFile;

	@Parameter(label = "Scores", type = ItemIO.OUTPUT)
	private ResultsTable scores;

	@Override
	protected void execute(final Progress progress) {
		final Optional<OutputFile> table = OutputFile.checked(csvFile);
		MaskStacks.checkSameSize(prediction, truth);
		MaskStacks.checkMarks(List.of(prediction), truth, progress);
		final List<String> names = MaskStacks.names(truth);
		final List<Integer> compared = MaskStacks.compared(List.of(prediction), names, progress);
		final EvaluationReport report = Evaluation.run(
			MaskStacks.some(names, compared, names.size()),
			MaskStacks.some(TruthMasks.read(prediction), compared, names.size()),
			MaskStacks.some(TruthMasks.read(truth, progress::message), compared, names.size()),
			ImageStacks.pixelSize(truth));
		scores = Tables.of(report.table());
		PredictionMark.tell(prediction, scores);
		table.ifPresent(file -> report.table().write(file.path()));
		report.sentences(ImageStacks.pixelSize(truth).unit()).forEach(progress::message);
		report.objectSentences().forEach(progress::message);
		ShownResults.table(scores, "MC Dropout U-Net scores");
	}
}
