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
		return switch (column) {
			case 0 -> desk.name(entry.image());
			case 1 -> entry.name();
			case CONFIDENCE -> entry.confidence();
			case 3 -> number("%.3f", entry.meanEntropy());
			case 4 -> number("%.1f", entry.wrongPixels());
			default -> item(row).decision().toString();
		};
	}
}
