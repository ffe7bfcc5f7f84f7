package io.github.mcdunet.imagej.result;

import ij.measure.ResultsTable;

import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.evaluation.ImageScore;
import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.evaluation.Score;

import java.util.List;
import java.util.function.Function;

/** An evaluation as a table: a row per image, then the median and the mean over the images. */
public final class ScoreTable {

	private static final int DECIMALS = 4;

	private final ResultsTable table = new ResultsTable();

	private ScoreTable() {
		table.setPrecision(DECIMALS);
	}

	public static ResultsTable of(final EvaluationReport report) {
		final ScoreTable scores = new ScoreTable();
		for (final ImageScore image : report.images())
			scores.addRow(image.name(), report.scores(), score -> score.of(image));
		scores.addRow("Median", report.scores(), report::median);
		scores.addRow("Mean", report.scores(), report::mean);
		return scores.table;
	}

	private void addRow(final String name, final List<Score> scores,
		final Function<Score, Measure> measure) {
		table.incrementCounter();
		table.addValue("Image", name);
		for (final Score score : scores) {
			final Measure value = measure.apply(score);
			if (value.isPresent()) table.addValue(score.label(), value.value());
			else
				table.addValue(score.label(), "");
		}
	}
}
