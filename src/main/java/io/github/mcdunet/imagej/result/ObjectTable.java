package io.github.mcdunet.imagej.result;

import ij.measure.Calibration;
import ij.measure.ResultsTable;

import io.github.mcdunet.evaluation.quality.PredictedQuality;
import io.github.mcdunet.objects.ObjectFeatures;
import io.github.mcdunet.objects.ObjectMeasurement;

import java.util.List;

/** One row per object, in the units of the image's calibration. */
final class ObjectTable {

	private final Calibration calibration;
	private final int imageHeight;
	private final ResultsTable table = new ResultsTable();

	/** @param imageHeight in pixels, for calibrations whose y axis points up */
	ObjectTable(final Calibration calibration, final int imageHeight) {
		this.calibration = calibration;
		this.imageHeight = imageHeight;
		table.setPrecision(4);
	}

	/**
	 * @param name of the sample
	 * @param slice number of the sample, from 1
	 * @param roi name of the object's outline
	 */
	void add(final String name, final int slice, final String roi, final ObjectFeatures object) {
		table.incrementCounter();
		table.addValue("Image", name);
		table.addValue("Slice", slice);
		table.addValue("Object", object.label());
		table.addValue("Area", object.area() * calibration.pixelWidth * calibration.pixelHeight);
		table.addValue("Pixels", object.area());
		table.addValue("X", calibration.getX(object.centroidX()));
		table.addValue("Y", calibration.getY(object.centroidY(), imageHeight));
		table.addValue("Mean probability", object.meanProbability());
		table.addValue("Mean uncertainty", object.meanUncertainty());
		table.addValue("ROI", roi);
	}

	/** Adds what the samples say to the last row. */
	void add(final ObjectMeasurement object, final PredictedQuality iou,
		final List<String> channels) {
		table.addValue("Confidence", object.agreement());
		table.addValue("Exists", object.existence());
		table.addValue("Predicted IoU", iou.isPrediction() ? ImageTable.number(iou.value()) : "");
		table.addValue("IoU low", iou.isPrediction() ? ImageTable.number(iou.low()) : "");
		table.addValue("IoU high", iou.isPrediction() ? ImageTable.number(iou.high()) : "");
		table.addValue("Entropy inside", object.entropyInside());
		table.addValue("Entropy on border", object.entropyOnBorder());
		ImageTable.bounds(table, "Area", object.area());
		ImageTable.interval(table, "Length", object.length());
		for (int c = 0; c < object.intensities().size(); c++)
			ImageTable.interval(table, "Mean " + channels.get(c), object.intensities().get(c));
		table.addValue("Area with interval", object.area().text());
		table.addValue("Length with interval", object.length().text());
	}

	ResultsTable table() {
		return table;
	}
}
