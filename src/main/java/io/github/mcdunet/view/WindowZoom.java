package io.github.mcdunet.view;

import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

import java.awt.Dimension;
import java.awt.Rectangle;

/** The zoom of an image's window, with the whole image in it. */
// NB: ImageJ's own setLocationAndSize goes by the window's present size, which a desktop may change late.
public final class WindowZoom {

	private WindowZoom() {
	}

	/** Makes the window so small or large that it just fits into this size. */
	static void fit(final ImageWindow window, final Dimension size) {
		final Dimension image = new Dimension(window.getImagePlus().getWidth(),
			window.getImagePlus().getHeight());
		final Dimension shown = window.getCanvas().getSize();
		to(window, Math.min((size.width - window.getWidth() + shown.width) / (double) image.width,
			(size.height - window.getHeight() + shown.height) / (double) image.height));
	}

	/** @param factor pixels of the screen per pixel of the image, above 0 */
	public static void to(final ImageWindow window, final double factor) {
		final ImageCanvas canvas = window.getCanvas();
		final int width = window.getImagePlus().getWidth(),
			height = window.getImagePlus().getHeight();
		final double magnification = Math.max(factor, 1.0 / Math.max(width, height));
		// NB: all of it, else the window's layout would not let the canvas grow
		canvas.setSourceRect(new Rectangle(width, height));
		canvas.setMagnification(magnification);
		canvas.setSize(Math.max(1, (int) Math.round(magnification * width)),
			Math.max(1, (int) Math.round(magnification * height)));
		window.pack();
		window.repaint();
	}
}
