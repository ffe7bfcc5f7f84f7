package io.github.mcdunet.view.chart;

import io.github.mcdunet.McdUnetException;

import java.util.Arrays;
import java.util.List;

/** The numbers of a training's history, by column. */
public final class HistoryTable {

	private final List<String> names;
	private final double[][] rows;

	/** @param lines a header and at least one row, separated by commas; empty lines are skipped */
	public HistoryTable(final List<String> lines) {
		final String[] filled = lines.stream().filter(l -> !l.trim().isEmpty())
			.toArray(String[]::new);
		if (filled.length < 2)
			throw new McdUnetException(
				"The training history has no epoch. Choose the history of a training that finished an epoch.");
		names = Arrays.asList(filled[0].trim().split("\\s*,\\s*"));
		rows = new double[filled.length - 1][];
		for (int i = 0; i < rows.length; i++)
			rows[i] = numbers(filled[i + 1], names.size());
	}

	/** One value per row; NaN where the training had none. */
	public double[] column(final String name) {
		final int c = names.indexOf(name);
		if (c < 0)
			throw new McdUnetException("The training history has no column '" + name + "', only "
				+ String.join(", ", names) + ". Choose a history that this plugin wrote.");
		return Arrays.stream(rows).mapToDouble(row -> row[c]).toArray();
	}

	/** The row with the lowest value, the earlier one of equals; 0 if all are NaN. */
	public int lowest(final String name) {
		final double[] values = column(name);
		int best = 0;
		for (int i = 1; i < values.length; i++)
			if (values[i] < values[best] || Double.isNaN(values[best])) best = i;
		return best;
	}

	private static double[] numbers(final String line, final int columns) {
		final String[] fields = line.trim().split("\\s*,\\s*", -1);
		if (fields.length != columns)
			throw new McdUnetException("The line '" + line + "' of the training history has "
				+ fields.length + " fields, but its header has " + columns
				+ ". Choose a history that this plugin wrote.");
		try {
			return Arrays.stream(fields).mapToDouble(Double::parseDouble).toArray();
		}
		catch (final NumberFormatException e) {
			throw new McdUnetException("The line '" + line
				+ "' of the training history holds something that is not a number. "
				+ "Choose a history that this plugin wrote.", e);
		}
	}
}
