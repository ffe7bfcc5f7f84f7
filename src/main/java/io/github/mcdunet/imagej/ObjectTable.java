package io.github.mcdunet.imagej;

import ij.measure.Calibration;
import ij.measure.ResultsTable;

import io.github.mcdunet.objects.ObjectFeatures;

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

	ResultsTable table() {
		return table;
	}
}
