package io.github.mcdunet.imagej;

import ij.measure.ResultsTable;

import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** ImageJ's tables from ours and the other way round. */
public final class Tables {

	/** Significant figures that measures show. */
	private static final int FIGURES = 3;
	/** ImageJ shows no more. */
	private static final int MOST_DECIMALS = 9;

	private Tables() {
	}

	/**
	 * A table that ImageJ shows; missing values are empty cells. It holds all digits, but shows
	 * counts without a point, and three significant figures of a column's median.
	 */
	public static ResultsTable of(final Table table) {
		final ResultsTable shown = new ResultsTable();
		table.headings().forEach(shown::getFreeColumn);
		for (final List<Cell> row : table.rows()) {
			shown.incrementCounter();
			for (int i = 0; i < row.size(); i++) {
				final String heading = table.headings().get(i);
				if (row.get(i).isNumber()) shown.addValue(heading, row.get(i).number());
				else
					shown.addValue(heading, row.get(i).text());
			}
		}
		for (int i = 0; i < table.headings().size(); i++)
			shown.setDecimalPlaces(i, decimals(numbers(table, i)));
		return shown;
	}

	/** The numbers of a column that are not 0, by size without their sign. */
	private static double[] numbers(final Table table, final int column) {
		return table.rows().stream().map(row -> row.get(column)).filter(Cell::isNumber)
			.mapToDouble(cell -> Math.abs(cell.number())).filter(n -> n > 0 && Double.isFinite(n))
			.sorted().toArray();
	}

	/** Digits after the point, 0 for whole numbers. */
	private static int decimals(final double[] sorted) {
		if (Arrays.stream(sorted).allMatch(n -> n == Math.rint(n))) return 0;
		final double median = sorted[sorted.length / 2];
		final int whole = 1 + (int) Math.floor(Math.log10(median));
		return Math.max(0, Math.min(MOST_DECIMALS, FIGURES - whole));
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
