package io.github.mcdunet.view.review;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

import io.github.mcdunet.view.WindowZoom;

import java.awt.Dimension;
import java.awt.Rectangle;

/** Shows a part of an image's window large, with its surroundings. */
final class ObjectZoom {

	/** A window smaller than that, in screen pixels, is made larger: one cannot draw in it. */
	private static final int SMALLEST_WINDOW = 480;

	/** So many times the object's size is seen, and at least so many pixels. */
	private static final int SURROUNDINGS = 3, LEAST = 48;

	private ObjectZoom() {
	}

	/** Does nothing if the image has no window. */
	static void to(final ImagePlus image, final Rectangle object) {
		final ImageCanvas canvas = image.getCanvas();
		if (canvas == null || image.getWindow() == null) return;
		enlarge(image, canvas);
		canvas.setSourceRect(part(object, image.getWidth(), image.getHeight(), canvas.getSize()));
		canvas.repaint();
	}

	private static void enlarge(final ImagePlus image, final ImageCanvas canvas) {
		final double factor = (double) SMALLEST_WINDOW
			/ Math.max(image.getWidth(), image.getHeight());
		final Dimension size = canvas.getSize();
		if (factor <= 1 || Math.max(size.width, size.height) >= SMALLEST_WINDOW) return;
		WindowZoom.to(image.getWindow(), factor);
	}

	/**
	 * The part of an image around an object, of the canvas's proportions as far as the image has
	 * them.
	 */
	static Rectangle part(final Rectangle object, final int width, final int height,
		final Dimension canvas) {
		final int side = Math.max(LEAST, SURROUNDINGS * Math.max(object.width, object.height));
		final double shorter = Math.max(1, Math.min(canvas.width, canvas.height));
		double w = side * canvas.width / shorter, h = side * canvas.height / shorter;
		final double fit = Math.min(1, Math.min(width / w, height / h));
		w = Math.max(1, w * fit);
		h = Math.max(1, h * fit);
		final double x = Math.max(0, Math.min(width - w, object.getCenterX() - w / 2));
		final double y = Math.max(0, Math.min(height - h, object.getCenterY() - h / 2));
		return new Rectangle((int) Math.round(x), (int) Math.round(y), (int) Math.round(w),
			(int) Math.round(h));
	}
}
