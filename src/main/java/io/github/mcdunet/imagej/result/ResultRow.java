package io.github.mcdunet.imagej.result;

import ij.IJ;
import ij.measure.ResultsTable;

import io.github.mcdunet.evaluation.quality.PredictedQuality;
import io.github.mcdunet.io.Table.Cell;
import io.github.mcdunet.objects.Measurement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The cells of one row of a table by their headings, in order. */
public final class ResultRow {

	private final Map<String, Cell> cells = new LinkedHashMap<>();

	/** By their headings; missing ones are not known. */
	public Map<String, Cell> cells() {
		return Collections.unmodifiableMap(cells);
	}

	ResultRow put(final String heading, final double number) {
		cells.put(heading, Cell.number(number));
		return this;
	}

	ResultRow put(final String heading, final String text) {
		cells.put(heading, text.isEmpty() ? Cell.missing("") : Cell.text(text));
		return this;
	}

	ResultRow put(final String heading, final Optional<Double> number) {
		cells.put(heading, number.map(Cell::number).orElse(Cell.missing("")));
		return this;
	}

	/** Two columns: the bounds of an interval, empty where there is none. */
	ResultRow bounds(final String heading, final Optional<Measurement> measurement) {
		final Optional<Measurement> known = measurement.filter(Measurement::hasInterval);
		return put(heading + " low", text(known.map(Measurement::low))).put(heading + " high",
			text(known.map(Measurement::high)));
	}

	/** Three columns: the value, and the bounds of its interval, empty where there is none. */
	ResultRow interval(final String heading, final Measurement measurement) {
		return put(heading, measurement.value()).bounds(heading, Optional.of(measurement));
	}

	/** Three columns: a predicted "Dice" or "IoU" and its bounds, empty where it is not known. */
	ResultRow quality(final String score, final Optional<PredictedQuality> quality) {
		return put("Predicted " + score, text(quality.map(PredictedQuality::value)))
			.put(score + " low", text(quality.map(PredictedQuality::low)))
			.put(score + " high", text(quality.map(PredictedQuality::high)));
	}

	/** NB: a column of a table holds texts or numbers; what may be missing is thus a text. */
	private static String text(final Optional<Double> number) {
		return number.map(value -> IJ.d2s(value, 4)).orElse("");
	}

	void addTo(final ResultsTable table) {
		table.incrementCounter();
		cells.forEach((heading, cell) -> {
			if (cell.isNumber()) table.addValue(heading, cell.number());
			else
				table.addValue(heading, cell.text());
		});
	}
}
