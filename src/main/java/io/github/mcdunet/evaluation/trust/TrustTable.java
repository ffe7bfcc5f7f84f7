package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of one or more texts followed by numbers, some of which may be missing. */
public final class TrustTable {

	/** One row. Immutable. */
	public static final class Row {

		private final List<String> texts;
		private final List<Measure> measures;

		private Row(final List<String> texts, final List<Measure> measures) {
			this.texts = texts;
			this.measures = measures;
		}

		public List<String> texts() {
			return texts;
		}

		public List<Measure> measures() {
			return measures;
		}
	}

	private final List<String> columns;
	private final List<Row> rows = new ArrayList<>();

	public TrustTable(final String... columns) {
		this.columns = List.of(columns);
	}

	public void add(final List<String> texts, final Measure... measures) {
		if (texts.size() + measures.length != columns.size())
			throw new IllegalArgumentException(
				texts + " and " + measures.length + " numbers for " + columns);
		rows.add(
			new Row(List.copyOf(texts), Collections.unmodifiableList(Arrays.asList(measures))));
	}

	/** @param other of the same columns */
	void addAll(final TrustTable other) {
		rows.addAll(other.rows);
	}

	/** Headings, those of the texts first. */
	public List<String> columns() {
		return columns;
	}

	public List<Row> rows() {
		return Collections.unmodifiableList(rows);
	}

	/**
	 * Comma-separated, with a header: whole numbers as such, others with six significant digits and
	 * a point in every language, a missing number is an empty cell; texts with a comma, a quote or
	 * a line break are quoted (RFC 4180); lines end in a line feed.
	 */
	public String toCsv() {
		final StringBuilder csv = new StringBuilder(line(columns.stream()));
		for (final Row row : rows)
			csv.append(line(Stream.concat(row.texts().stream(),
				row.measures().stream().map(Measure::toString))));
		return csv.toString();
	}

	private static String line(final Stream<String> cells) {
		return cells.map(TrustTable::quoted).collect(Collectors.joining(",", "", "\n"));
	}

	private static String quoted(final String text) {
		return text.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
			? '"' + text.replace("\"", "\"\"") + '"' : text;
	}
}
