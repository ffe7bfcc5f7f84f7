package io.github.mcdunet.imagej;

import ij.measure.ResultsTable;

import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** ImageJ's tables from ours and the other way round. */
public final class Tables {

	private Tables() {
	}

	/**
	 * A table that ImageJ shows; missing values are empty cells.
	 *
	 * @param digits after the point, of numbers that are not whole
	 */
	public static ResultsTable of(final Table table, final int digits) {
		final ResultsTable shown = new ResultsTable();
		shown.setPrecision(digits);
		for (final List<Cell> row : table.rows()) {
			shown.incrementCounter();
			for (int i = 0; i < row.size(); i++) {
				final String heading = table.headings().get(i);
				if (row.get(i).isNumber()) shown.addValue(heading, row.get(i).number());
				else
					shown.addValue(heading, row.get(i).text());
			}
		}
		return shown;
	}

	/** The columns of a table of ImageJ's, row labels included, numbers with all their digits. */
	public static Table of(final ResultsTable shown) {
		final String[] headings = shown.getHeadings();
		final Table table = new Table(Arrays.asList(headings));
		for (int row = 0; row < shown.size(); row++) {
			final int r = row;
			table.add(Arrays.stream(headings).map(heading -> cell(shown, heading, r)).toList());
		}
		return table;
	}

	private static Cell cell(final ResultsTable shown, final String heading, final int row) {
		// Text, and only text or a missing number, is NaN as a number; row labels are no column
		final boolean column = shown.getColumnIndex(heading) != ResultsTable.COLUMN_NOT_FOUND;
		final double number = column ? shown.getValue(heading, row) : Double.NaN;
		return Double.isNaN(number) ? Cell.text(shown.getStringValue(heading, row))
			: Cell.number(number);
	}

	/**
	 * Writes or replaces a CSV file that reads the same in every country.
	 *
	 * @throws io.github.mcdunet.McdUnetException if the folder is missing or may not be written to
	 */
	public static void write(final ResultsTable table, final Path csv) {
		of(table).write(csv);
	}
}
