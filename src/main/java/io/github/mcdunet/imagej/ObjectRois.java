package io.github.mcdunet.imagej;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.objects.Labels;
import io.github.mcdunet.objects.ObjectFeatures;

/** Traces objects along the edges of their pixels, holes included, so that filling an outline gives back the object exactly. */
final class ObjectRois {

	private ObjectRois() {
	}

	/** Traces one object. Linear in the area of its bounding box. */
	static Roi outline(final Labels labels, final ObjectFeatures object) {
		final int width = object.width(), height = object.height();
		final byte[] inside = new byte[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (labels.labels()[(object.y() + y) * labels.width() + object.x() + x] == object.label())
					inside[y * width + x] = (byte) 255;
		final ImageProcessor box = new ByteProcessor(width, height, inside);
		box.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(box);
		roi.setLocation(object.x(), object.y());
		return roi;
	}
}
