package io.github.mcdunet.command;

import ij.measure.ResultsTable;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.evaluation.ImageScore;
import io.github.mcdunet.evaluation.Overlap;

import java.util.function.ToDoubleFunction;

/** An evaluation as a table: a row per image, then the median and the mean over the images. */
final class ScoreTable {

	private static final int DECIMALS = 4;

	private final ResultsTable table = new ResultsTable();

	private ScoreTable() {
		table.setPrecision(DECIMALS);
	}

	static ResultsTable of(final EvaluationReport report) {
		final ScoreTable scores = new ScoreTable();
		for (final ImageScore image : report.images())
			scores.addRow(image.name(), score -> score.applyAsDouble(image.overlap()));
		scores.addRow("Median", report::median);
		scores.addRow("Mean", report::mean);
		return scores.table;
	}

	private void addRow(final String name, final ToDoubleFunction<ToDoubleFunction<Overlap>> value) {
		table.incrementCounter();
		table.addValue("Image", name);
		table.addValue("Dice", value.applyAsDouble(Overlap::dice));
		table.addValue("IoU", value.applyAsDouble(Overlap::iou));
		table.addValue("Precision", value.applyAsDouble(Overlap::precision));
		table.addValue("Recall", value.applyAsDouble(Overlap::recall));
	}
}
