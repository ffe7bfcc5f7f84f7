package io.github.mcdunet.view.review;

import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewItem;
import io.github.mcdunet.review.ReviewKind;
import io.github.mcdunet.review.ReviewQueue;

import java.util.ArrayList;
import java.util.List;

/** The places of a review as rows. */
final class PlacesTable extends ReviewTable {

	/** Column that holds a number of 0..1, or NaN where it is not known. */
	static final int CONFIDENCE = 2;

	/** From this column on there is text again. */
	static final int STATE = 5;

	private static final long serialVersionUID = 1;

	private final transient ReviewDesk desk;

	PlacesTable(final ReviewDesk desk) {
		super(headings(desk.review().queue()));
		this.desk = desk;
	}

	/** There is a column of questions if there are any. */
	private static String[] headings(final ReviewQueue queue) {
		final List<String> headings = new ArrayList<>(
			List.of("Image", "Object", "Confidence", "Uncertainty", "Wrong pixels", "State"));
		if (queue.entries().stream().anyMatch(entry -> entry.kind().isQuestion()))
			headings.add("Question");
		return headings.toArray(new String[0]);
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
			case 1 -> entry.name() + (desk.hasClasses() && entry.kind() != ReviewKind.ELSEWHERE
				? " (" + desk.className(item(row)) + ")" : "");
			case CONFIDENCE -> entry.confidence();
			case 3 -> number("%.3f", entry.meanEntropy());
			case 4 -> number("%.1f", entry.wrongPixels());
			case STATE -> item(row).decision().toString();
			default -> question(entry);
		};
	}

	/** "one or two? 0.40": the share of the samples that see it otherwise. */
	private static String question(final ReviewEntry entry) {
		return switch (entry.kind()) {
			case ONE_OR_TWO -> entry.kind() + number(" %.2f", entry.chances().otherCount());
			case WHICH_CLASS -> entry.kind() + number(" %.2f", 1 - entry.chances().ofClass());
			default -> "";
		};
	}
}
