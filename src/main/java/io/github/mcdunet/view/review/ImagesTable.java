package io.github.mcdunet.view.review;

import io.github.mcdunet.review.ImageError;
import io.github.mcdunet.review.Review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The listed images of a review as rows, from the most uncertain one on; the first row stands for
 * all of them.
 */
final class ImagesTable extends ReviewTable {

	private static final long serialVersionUID = 1;

	private final transient ReviewDesk desk;
	private final transient List<ImageError> images = new ArrayList<>();
	private final transient Map<Integer, Integer> reviewed = new HashMap<>();

	ImagesTable(final ReviewDesk desk) {
		super("Image", "Wrong pixels", "Share", "Reviewed");
		this.desk = desk;
		refresh();
	}

	/** Something has been decided. */
	void refresh() {
		final Review review = desk.review();
		images.clear();
		reviewed.clear();
		for (final ImageError image : review.queue().images())
			if (desk.listed().contains(image.image())) images.add(image);
		for (int i = 0; i < review.queue().entries().size(); i++)
			if (review.item(i).isReviewed())
				reviewed.merge(review.item(i).entry().image(), 1, Integer::sum);
		fireTableDataChanged();
	}

	@Override
	public int getRowCount() {
		return 1 + images.size();
	}

	/** The number of the row's image; empty for all. */
	OptionalInt image(final int row) {
		return row > 0 ? OptionalInt.of(images.get(row - 1).image()) : OptionalInt.empty();
	}

	@Override
	public Object getValueAt(final int row, final int column) {
		final List<ImageError> of = row > 0 ? List.of(images.get(row - 1)) : images;
		final double wrong = of.stream().mapToDouble(ImageError::wrongPixels).sum();
		return switch (column) {
			case 0 -> row > 0 ? desk.name(of.get(0).image()) : "All " + of.size() + " listed";
			case 1 -> number("%.1f", wrong);
			case 2 -> number("%.1f %%", 100 * desk.review().queue().share(wrong));
			default -> of.stream().mapToInt(image -> reviewed.getOrDefault(image.image(), 0)).sum()
				+ " of " + of.stream().mapToInt(ImageError::places).sum();
		};
	}
}
