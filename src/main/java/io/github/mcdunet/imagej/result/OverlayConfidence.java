package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewKind;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the objects' confidence back from the names of the outlines that a prediction lays over its
 * mask.
 */
public final class OverlayConfidence {

	/** Confidence, image from 1 and object, as in "0.87 0001-0003". */
	private static final Pattern NAME = Pattern.compile("(\\d\\.\\d\\d) (\\d{4,9})-(\\d{4,9})");

	private final Map<String, Double> confidences = new HashMap<>();

	/** @param mask that a prediction made; one without an overlay knows no confidence */
	public OverlayConfidence(final ImagePlus mask) {
		final Overlay overlay = mask.getOverlay();
		if (overlay != null) for (final Roi roi : overlay) {
			final Matcher name = NAME.matcher(String.valueOf(roi.getName()));
			if (name.matches())
				confidences.put(
					key(Integer.parseInt(name.group(2)) - 1, Integer.parseInt(name.group(3))),
					Double.parseDouble(name.group(1)));
		}
	}

	/** The entry with its object's confidence, or as it is if that is not known. */
	public ReviewEntry on(final ReviewEntry entry) {
		final Double confidence = confidences.get(key(entry.image(), entry.number()));
		return entry.kind() == ReviewKind.OBJECT && confidence != null
			? entry.withConfidence(confidence) : entry;
	}

	private static String key(final int image, final int object) {
		return image + "-" + object;
	}
}
