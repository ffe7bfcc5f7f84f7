package io.github.mcdunet.imagej.result;

import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;

import io.github.mcdunet.imagej.Annotations;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * A bar of colours with a word for its first and its last one, in the lower left corner of all
 * slices of an image.
 */
final class Legend {

	/** Width of the bar in units, whatever the number of its colours. */
	private static final int WIDTH = 12;

	private final List<Color> colors;
	private final String first;
	private final String last;

	Legend(final List<Color> colors, final String first, final String last) {
		this.colors = colors;
		this.first = first;
		this.last = last;
	}

	/**
	 * @param width of the image, in pixels
	 * @param height of the image, in pixels
	 */
	void addTo(final Overlay overlay, final int width, final int height) {
		final int unit = Math.max(6, Math.min(width, height) / 50), x = unit, y = height - 3 * unit;
		final int n = colors.size();
		for (int i = 0; i < n; i++) {
			final int left = WIDTH * unit * i / n, right = WIDTH * unit * (i + 1) / n;
			final Roi swatch = new Roi(x + left, y, right - left, unit);
			swatch.setFillColor(colors.get(i));
			add(swatch, overlay);
		}
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 2 * unit);
		add(text(first, x, y + unit, font), overlay);
		add(text(last, x + (WIDTH - 3) * unit, y + unit, font), overlay);
	}

	private static Roi text(final String text, final int x, final int y, final Font font) {
		final TextRoi roi = new TextRoi(x, y, text, font);
		roi.setStrokeColor(Color.WHITE);
		return roi;
	}

	private static void add(final Roi roi, final Overlay overlay) {
		// NB: so that they can be told from objects
		roi.setName(Annotations.LEGEND);
		overlay.add(roi);
	}
}
