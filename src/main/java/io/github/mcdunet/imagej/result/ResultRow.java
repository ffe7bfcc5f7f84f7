package io.github.mcdunet.imagej.result;

import io.github.mcdunet.evaluation.quality.PredictedQuality;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;
import io.github.mcdunet.objects.Measurement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
		return put(heading + " low", known.map(Measurement::low)).put(heading + " high",
			known.map(Measurement::high));
	}

	/** Three columns: the value, and the bounds of its interval, empty where there is none. */
	ResultRow interval(final String heading, final Measurement measurement) {
		return put(heading, measurement.value()).bounds(heading, Optional.of(measurement));
	}

	/** Three columns: a predicted "Dice" or "IoU" and its bounds, empty where it is not known. */
	ResultRow quality(final String score, final Optional<PredictedQuality> quality) {
		return put("Predicted " + score, quality.map(PredictedQuality::value))
			.put(score + " low", quality.map(PredictedQuality::low))
			.put(score + " high", quality.map(PredictedQuality::high));
	}

	/**
	 * The rows below each other, in the columns that any of them has.
	 *
	 * @param headings of the table if there are no rows
	 */
	static Table table(final List<ResultRow> rows, final List<String> headings) {
		final Set<String> columns = new LinkedHashSet<>(rows.isEmpty() ? headings : List.of());
		rows.forEach(row -> columns.addAll(row.cells.keySet()));
		final Table table = new Table(List.copyOf(columns));
		for (final ResultRow row : rows)
			table.add(columns.stream()
				.map(heading -> row.cells.getOrDefault(heading, Cell.missing(""))).toList());
		return table;
	}
}
