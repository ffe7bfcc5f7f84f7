package io.github.mcdunet.imagej.result;

import ij.measure.ResultsTable;

import io.github.mcdunet.evaluation.quality.Assessment;
import io.github.mcdunet.evaluation.quality.PredictedQuality;
import io.github.mcdunet.evaluation.quality.Quality;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.Measurement;

/**
 * One row per image: how many objects, how large they are together, and how good the mask probably
 * is.
 */
final class ImageTable {

	private final ResultsTable table = new ResultsTable();

	ImageTable() {
		table.setPrecision(4);
	}

	/** @param unlike what tells the image from those of the training, empty if nothing does */
	void add(final String name, final int slice, final ImageMeasurement image,
		final Assessment assessment, final String unlike) {
		table.incrementCounter();
		table.addValue("Image", name);
		table.addValue("Slice", slice);
		interval(table, "Objects", image.count());
		interval(table, "Total area", image.area());
		table.addValue("Agreement", image.agreement());
		final PredictedQuality dice = assessment.imageQuality().predict(Quality.features(image));
		table.addValue("Predicted Dice", dice.isPrediction() ? number(dice.value()) : "");
		table.addValue("Dice low", dice.isPrediction() ? number(dice.low()) : "");
		table.addValue("Dice high", dice.isPrediction() ? number(dice.high()) : "");
		table.addValue("Mean uncertainty of objects", image.foregroundEntropy());
		table.addValue("Unlike the training images", unlike);
	}

	/** Three columns: the value, and the bounds of its interval, empty where there is none. */
	static void interval(final ResultsTable table, final String heading, final Measurement m) {
		table.addValue(heading, m.value());
		bounds(table, heading, m);
	}

	static void bounds(final ResultsTable table, final String heading, final Measurement m) {
		table.addValue(heading + " low", m.hasInterval() ? number(m.low()) : "");
		table.addValue(heading + " high", m.hasInterval() ? number(m.high()) : "");
	}

	/** NB: a column of a table holds texts or numbers; bounds may be missing, so they are texts. */
	static String number(final double value) {
		return ij.IJ.d2s(value, 4);
	}

	ResultsTable table() {
		return table;
	}
}
