package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;

import io.github.mcdunet.review.ImageError;
import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewQueue;

import java.util.List;

/**
 * The ranking of objects and that of images as ImageJ's tables, in the order in which to look at
 * them.
 */
public final class ReviewTables {

	private static final int DECIMALS = 4;

	private ReviewTables() {
	}

	/**
	 * @param names of the images
	 * @param images for the calibration
	 */
	public static ResultsTable places(final ReviewQueue queue, final List<String> names,
		final ImagePlus images) {
		final Calibration calibration = images.getCalibration();
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		for (int i = 0; i < queue.entries().size(); i++) {
			final ReviewEntry entry = queue.entries().get(i);
			table.incrementCounter();
			table.addValue("Image", names.get(entry.image()));
			table.addValue("Slice", entry.image() + 1);
			table.addValue("Kind", entry.kind().toString());
			table.addValue("Object", entry.number());
			table.addValue("X", calibration.getX(entry.x()));
			table.addValue("Y", calibration.getY(entry.y(), images.getHeight()));
			table.addValue("Area", entry.area() * calibration.pixelWidth * calibration.pixelHeight);
			table.addValue("Pixels", entry.area());
			if (Double.isNaN(entry.confidence())) table.addValue("Confidence", "");
			else
				table.addValue("Confidence", entry.confidence());
			table.addValue("Mean uncertainty", entry.meanEntropy());
			table.addValue("Wrong pixels", entry.wrongPixels());
			table.addValue("Share", queue.share(entry.wrongPixels()));
			table.addValue("Cumulative share", queue.shareOfFirst(i + 1));
		}
		return table;
	}

	/** @param names of the images */
	public static ResultsTable images(final ReviewQueue queue, final List<String> names) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		double sum = 0;
		for (final ImageError image : queue.images()) {
			sum += image.wrongPixels();
			table.incrementCounter();
			table.addValue("Image", names.get(image.image()));
			table.addValue("Slice", image.image() + 1);
			table.addValue("Places", image.places());
			table.addValue("Wrong pixels", image.wrongPixels());
			table.addValue("Share", queue.share(image.wrongPixels()));
			table.addValue("Cumulative share", queue.share(sum));
		}
		return table;
	}
}
