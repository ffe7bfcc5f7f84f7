package io.github.mcdunet.view;

import io.github.mcdunet.objects.ReviewEntry;
import io.github.mcdunet.workflow.ReviewItem;

import java.util.Locale;

import javax.swing.table.AbstractTableModel;

/** The places of a review as rows. */
final class PlacesTable extends AbstractTableModel {

	/** Column that holds a number of 0..1, or NaN where it is not known. */
	static final int CONFIDENCE = 2;

	private static final long serialVersionUID = 1;
	private static final String[] HEADINGS = { "Image", "Object", "Confidence", "Uncertainty",
		"Wrong pixels", "State" };

	private final transient ReviewDesk desk;

	PlacesTable(final ReviewDesk desk) {
		this.desk = desk;
	}

	@Override
	public int getRowCount() {
		return desk.rows().size();
	}

	@Override
	public int getColumnCount() {
		return HEADINGS.length;
	}

	@Override
	public String getColumnName(final int column) {
		return HEADINGS[column];
	}

	ReviewItem item(final int row) {
		return desk.review().item(desk.rows().get(row));
	}

	@Override
	public Object getValueAt(final int row, final int column) {
		final ReviewEntry entry = item(row).entry();
		switch (column) {
			case 0 :
				return desk.name(entry.image());
			case 1 :
				return entry.name();
			case CONFIDENCE :
				return entry.confidence();
			case 3 :
				return number("%.3f", entry.meanEntropy());
			case 4 :
				return number("%.1f", entry.wrongPixels());
			default :
				return item(row).decision().toString();
		}
	}

	/** Empty where there is none. */
	static String number(final String format, final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
	}
}
