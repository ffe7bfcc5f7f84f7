package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.mcdunet.io.Table;
import io.github.mcdunet.review.ImageError;
import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewQueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ranking of objects and that of images as tables, in the order in which to look at them.
 */
public final class ReviewTables {

	private static final List<String> PLACES = List.of("Image", "Slice", "Kind", "Object", "X", "Y",
		"Area", "Pixels", "Confidence", "Mean uncertainty", "Wrong pixels", "Share",
		"Cumulative share");
	private static final List<String> IMAGES = List.of("Image", "Slice", "Places", "Wrong pixels",
		"Share", "Cumulative share");

	private ReviewTables() {
	}

	/**
	 * @param names of the images
	 * @param images for the calibration
	 */
	public static Table places(final ReviewQueue queue, final List<String> names,
		final ImagePlus images) {
		final Calibration calibration = images.getCalibration();
		final List<ResultRow> rows = new ArrayList<>();
		for (int i = 0; i < queue.entries().size(); i++) {
			final ReviewEntry entry = queue.entries().get(i);
			final ResultRow row = new ResultRow().put("Image", names.get(entry.image()))
				.put("Slice", entry.image() + 1).put("Kind", entry.kind().toString())
				.put("Object", entry.number()).put("X", calibration.getX(entry.x()))
				.put("Y", calibration.getY(entry.y(), images.getHeight()))
				.put("Area", entry.area() * calibration.pixelWidth * calibration.pixelHeight)
				.put("Pixels", entry.area()).put("Confidence", known(entry.confidence()))
				.put("Mean uncertainty", entry.meanEntropy())
				.put("Wrong pixels", entry.wrongPixels())
				.put("Share", queue.share(entry.wrongPixels()))
				.put("Cumulative share", queue.shareOfFirst(i + 1));
			if (entry.chances().isKnown())
				row.put("Two or more", known(entry.chances().split()))
					.put("One with a neighbour", known(entry.chances().joined()))
					.put("Of its class", known(entry.chances().ofClass()));
			rows.add(row);
		}
		return ResultRow.table(rows, PLACES);
	}

	private static Optional<Double> known(final double value) {
		return Optional.of(value).filter(v -> !v.isNaN());
	}

	/** @param names of the images */
	public static Table images(final ReviewQueue queue, final List<String> names) {
		final List<ResultRow> rows = new ArrayList<>();
		double sum = 0;
		for (final ImageError image : queue.images()) {
			sum += image.wrongPixels();
			rows.add(new ResultRow().put("Image", names.get(image.image()))
				.put("Slice", image.image() + 1).put("Places", image.places())
				.put("Wrong pixels", image.wrongPixels())
				.put("Share", queue.share(image.wrongPixels()))
				.put("Cumulative share", queue.share(sum)));
		}
		return ResultRow.table(rows, IMAGES);
	}
}
