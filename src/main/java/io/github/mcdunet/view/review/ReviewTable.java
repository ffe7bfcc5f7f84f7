package io.github.mcdunet.view.review;

import java.util.Locale;

import javax.swing.table.AbstractTableModel;

/** A table of the review window. */
abstract class ReviewTable extends AbstractTableModel {

	private static final long serialVersionUID = 1;

	private final String[] headings;

	ReviewTable(final String... headings) {
		this.headings = headings;
	}

	@Override
	public final int getColumnCount() {
		return headings.length;
	}

	@Override
	public final String getColumnName(final int column) {
		return headings[column];
	}

	/** Empty where there is none. */
	static String number(final String format, final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
	}
}
