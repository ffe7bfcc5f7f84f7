package io.github.mcdunet.view.review;

import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewItem;

/** The places of a review as rows. */
final class PlacesTable extends ReviewTable {

	/** Column that holds a number of 0..1, or NaN where it is not known. */
	static final int CONFIDENCE = 2;

	private static final long serialVersionUID = 1;

	private final transient ReviewDesk desk;

	PlacesTable(final ReviewDesk desk) {
		super("Image", "Object", "Confidence", "Uncertainty", "Wrong pixels", "State");
		this.desk = desk;
	}

	@Override
	public int getRowCount() {
		return desk.rows().size();
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
}
