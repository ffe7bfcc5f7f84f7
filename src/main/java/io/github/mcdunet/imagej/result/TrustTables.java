package io.github.mcdunet.imagej.result;

import ij.measure.ResultsTable;

import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.evaluation.trust.TrustTable;

/** Tables of a trust report as ImageJ's tables; what cannot be computed stays an empty cell. */
public final class TrustTables {

	private static final int DECIMALS = 5;

	private TrustTables() {
	}

	public static ResultsTable of(final TrustTable table) {
		final ResultsTable results = new ResultsTable();
		results.setPrecision(DECIMALS);
		for (final TrustTable.Row row : table.rows()) {
			results.incrementCounter();
			int column = 0;
			for (final String text : row.texts())
				results.addValue(table.columns().get(column++), text);
			for (final Measure measure : row.measures()) {
				final String heading = table.columns().get(column++);
				if (measure.isPresent()) results.addValue(heading, measure.value());
				else
					results.addValue(heading, "");
			}
		}
		return results;
	}
}
