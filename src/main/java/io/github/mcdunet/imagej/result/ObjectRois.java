package io.github.mcdunet.imagej.result;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.objects.ObjectFeatures;

import java.awt.Rectangle;

/**
 * Traces objects along the edges of their pixels, holes included, so that filling an outline gives
 * back the object exactly.
 */
final class ObjectRois {

	private ObjectRois() {
	}

	/** Traces one object. Linear in the area of its bounding box. */
	static Roi outline(final Labels labels, final ObjectFeatures object) {
		final int width = object.width(), height = object.height();
		final byte[] inside = new byte[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (labels.objects()[(object.y() + y) * labels.width() + object.x() + x] == object
					.label()) inside[y * width + x] = (byte) 255;
		return outline(inside, width, height, object.x(), object.y());
	}

	/**
	 * Traces a set of pixels, in however many pieces.
	 *
	 * @param pixels indices into an image of this width, at least one
	 */
	static Roi outline(final int[] pixels, final int imageWidth) {
		final Rectangle box = new Rectangle(pixels[0] % imageWidth, pixels[0] / imageWidth, 1, 1);
		for (final int i : pixels)
			box.add(new Rectangle(i % imageWidth, i / imageWidth, 1, 1));
		final byte[] inside = new byte[box.width * box.height];
		for (final int i : pixels)
			inside[(i / imageWidth - box.y) * box.width + i % imageWidth - box.x] = (byte) 255;
		return outline(inside, box.width, box.height, box.x, box.y);
	}

	private static Roi outline(final byte[] inside, final int width, final int height, final int x,
		final int y) {
		final ImageProcessor box = new ByteProcessor(width, height, inside);
		box.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(box);
		roi.setLocation(x, y);
		return roi;
	}

	/** How many corners a traced outline has, which is what drawing it takes. */
	static int corners(final Roi outline) {
		if (outline instanceof ShapeRoi shape) return shape.getShapeAsArray().length / 3;
		return outline.getPolygon().npoints;
	}
}
