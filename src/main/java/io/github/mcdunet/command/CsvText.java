package io.github.mcdunet.command;

import ij.measure.ResultsTable;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A results table as comma-separated text, with points in numbers in every language (RFC 4180, but lines end in a line feed). */
final class CsvText {

	private static final String LABEL = "Label";

	private CsvText() {
	}

	static String of(final ResultsTable table) {
		final String[] headings = table.getHeadings();
		final StringBuilder csv = new StringBuilder(line(headings));
		for (int row = 0; row < table.size(); row++) {
			final String[] cells = new String[headings.length];
			for (int column = 0; column < cells.length; column++)
				cells[column] = cell(table, headings[column], row);
			csv.append(line(cells));
		}
		return csv.toString();
	}

	private static String cell(final ResultsTable table, final String heading, final int row) {
		final int column = table.getColumnIndex(heading);
		if (column == ResultsTable.COLUMN_NOT_FOUND || LABEL.equals(heading)) return table.getLabel(row);
		final double value = table.getValueAsDouble(column, row);
		if (Double.isNaN(value)) return table.getStringValue(column, row);
		return value == Math.rint(value)
			? String.valueOf((long) value)
			: String.format(Locale.ROOT, "%.6f", value);
	}

	private static String line(final String[] cells) {
		return Arrays.stream(cells).map(CsvText::quoted).collect(Collectors.joining(",", "", "\n"));
	}

	private static String quoted(final String text) {
		final boolean special = text.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
		return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}
}
