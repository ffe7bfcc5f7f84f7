package io.github.mcdunet.imagej;

import ij.gui.Arrow;
import ij.gui.ImageRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;

import java.util.Optional;

/** Tells what an overlay explains a picture with from the outlines of objects. */
public final class Annotations {

	/** The name of all parts of our own legends. */
	public static final String LEGEND = "legend";

	/** ImageJ's names of the parts of a scale bar and of a calibration bar. */
	private static final String SCALE_BAR = "|SB|", CALIBRATION_BAR = "|CB|";

	private Annotations() {
	}

	/** What a ROI is, such as "text"; empty if it may be the outline of an object. */
	public static Optional<String> kind(final Roi roi) {
		final String name = roi.getName() == null ? "" : roi.getName();
		if (name.startsWith(SCALE_BAR)) return Optional.of("scale bar");
		if (name.startsWith(CALIBRATION_BAR)) return Optional.of("calibration bar");
		if (name.equals(LEGEND)) return Optional.of("legend");
		if (roi instanceof TextRoi) return Optional.of("text");
		if (roi instanceof ImageRoi) return Optional.of("picture");
		if (roi instanceof Arrow) return Optional.of("arrow");
		return roi instanceof PointRoi ? Optional.of("point") : Optional.empty();
	}
}
