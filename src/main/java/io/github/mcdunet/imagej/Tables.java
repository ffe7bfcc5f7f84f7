package io.github.mcdunet.imagej;

import ij.measure.ResultsTable;

import io.github.mcdunet.io.SafeFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Saves tables as CSV that reads the same in every country. */
public final class Tables {

	private Tables() {
	}

	/**
	 * Writes a line of headings and one per row: commas between columns, points in numbers, whole
	 * numbers without one, all digits of the others, quotes where needed (RFC 4180), UTF-8, line
	 * feeds. Replaces an older file.
	 *
	 * @throws io.github.mcdunet.McdUnetException if the folder is missing or may not be written to
	 */
	public static void write(final ResultsTable table, final Path csv) {
		final String[] headings = table.getHeadings();
		final StringBuilder text = new StringBuilder(line(headings, heading -> heading));
		for (int row = 0; row < table.size(); row++) {
			final int r = row;
			text.append(line(headings, heading -> cell(table, heading, r)));
		}
		SafeFile.write(csv, "table", text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String line(final String[] headings, final Function<String, String> cell) {
		return Arrays.stream(headings).map(cell).map(Tables::quoted)
			.collect(Collectors.joining(",", "", "\n"));
	}

	private static String cell(final ResultsTable table, final String heading, final int row) {
		// Text, and only text or a missing number, is NaN as a number; row labels are no column
		final boolean column = table.getColumnIndex(heading) != ResultsTable.COLUMN_NOT_FOUND;
		final double number = column ? table.getValue(heading, row) : Double.NaN;
		if (Double.isNaN(number)) return table.getStringValue(heading, row);
		final boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
		return whole ? Long.toString((long) number) : Double.toString(number);
	}

	private static String quoted(final String text) {
		final boolean plain = text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
