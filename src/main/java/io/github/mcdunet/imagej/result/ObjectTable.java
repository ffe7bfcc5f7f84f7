package io.github.mcdunet.imagej.result;

import ij.measure.Calibration;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.objects.ObjectFeatures;
import io.github.mcdunet.objects.ObjectMeasurement;
import io.github.mcdunet.workflow.SegmentedObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row per object, in the units of an image's calibration. */
final class ObjectTable {

	private static final List<String> ALWAYS = List.of("Image", "Slice", "Object", "Area", "Pixels",
		"X", "Y", "Mean probability", "Mean uncertainty", "ROI");
	private static final List<String> OF_SAMPLES = List.of("Confidence", "Exists", "Two or more",
		"One with a neighbour", "Predicted IoU", "IoU low", "IoU high", "Entropy inside",
		"Entropy on border", "Area low", "Area high", "Length", "Length low", "Length high");

	private final Calibration calibration;
	private final int imageHeight;
	private final List<String> channels;
	private final List<LabelClass> classes;

	/**
	 * @param imageHeight in pixels, for calibrations whose y axis points up
	 * @param channels their names
	 * @param classes that objects may be of, the background first
	 */
	ObjectTable(final Calibration calibration, final int imageHeight, final List<String> channels,
		final List<LabelClass> classes) {
		this.calibration = calibration;
		this.imageHeight = imageHeight;
		this.channels = channels;
		this.classes = classes;
	}

	/**
	 * The columns of {@link #row}, for a table without any.
	 *
	 * @param measured whether objects are measured in the samples
	 */
	List<String> headings(final boolean measured) {
		final List<String> headings = new ArrayList<>(ALWAYS);
		if (hasClasses()) headings.add("Class");
		if (!measured) return headings;
		headings.addAll(OF_SAMPLES);
		if (hasClasses()) headings.add("Of this class");
		for (final String channel : channels)
			for (final String ending : List.of("", " low", " high"))
				headings.add("Mean " + channel + ending);
		headings.addAll(List.of("Area with interval", "Length with interval"));
		return headings;
	}

	private boolean hasClasses() {
		return classes.size() > 2;
	}

	/**
	 * @param name of the image
	 * @param slice number of the image, from 1
	 * @param roi name of the object's outline
	 */
	ResultRow row(final String name, final int slice, final String roi,
		final SegmentedObject object) {
		final ObjectFeatures f = object.features();
		final ResultRow row = new ResultRow().put("Image", name).put("Slice", slice)
			.put("Object", f.label())
			.put("Area", f.area() * calibration.pixelWidth * calibration.pixelHeight)
			.put("Pixels", f.area()).put("X", calibration.getX(f.centroidX()))
			.put("Y", calibration.getY(f.centroidY(), imageHeight))
			.put("Mean probability", f.meanProbability())
			.put("Mean uncertainty", f.meanUncertainty()).put("ROI", roi);
		if (hasClasses()) row.put("Class", classes.get(f.ofClass()).name());
		object.measurement().ifPresent(m -> addSamples(row, object, m));
		return row;
	}

	/** Adds what the samples say. */
	private void addSamples(final ResultRow row, final SegmentedObject object,
		final ObjectMeasurement m) {
		row.put("Confidence", m.agreement()).put("Exists", m.existence())
			.put("Two or more", m.split()).put("One with a neighbour", m.joined())
			.quality("IoU", object.predictedIou()).put("Entropy inside", m.entropyInside())
			.put("Entropy on border", m.entropyOnBorder()).bounds("Area", Optional.of(m.area()))
			.interval("Length", m.length());
		if (hasClasses()) row.put("Of this class", m.ofClass());
		for (int c = 0; c < m.intensities().size(); c++)
			row.interval("Mean " + channels.get(c), m.intensities().get(c));
		row.put("Area with interval", m.area().text()).put("Length with interval",
			m.length().text());
	}
}
