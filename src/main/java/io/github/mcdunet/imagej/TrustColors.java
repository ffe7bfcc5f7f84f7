package io.github.mcdunet.imagej;

import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;

import java.awt.Color;
import java.awt.Font;

/**
 * Colours for how sure the network is of an object: blue for sure, yellow for doubtful, orange-red for unsure; all people tell them
 * apart (Okabe and Ito 2008).
 */
final class TrustColors {

	private static final int[][] STOPS = { { 213, 94, 0 }, { 240, 228, 66 }, { 86, 180, 233 } };

	/** Confidence below which an object is as unsure as can be: samples that overlap by less than half. */
	private static final double LOWEST = 0.5;

	private TrustColors() {
	}

	/** @param confidence 0..1 */
	static Color of(final double confidence) {
		final double t = 2 * Math.max(0, Math.min(1, (confidence - LOWEST) / (1 - LOWEST)));
		final int[] a = STOPS[Math.min(1, (int) t)], b = STOPS[Math.min(1, (int) t) + 1];
		final double f = t - Math.min(1, (int) t);
		return new Color(mix(a[0], b[0], f), mix(a[1], b[1], f), mix(a[2], b[2], f));
	}

	private static int mix(final int a, final int b, final double f) {
		return (int) Math.round(a + f * (b - a));
	}

	/** Adds a legend in the lower left corner that shows on all slices. */
	static void addLegend(final Overlay overlay, final int width, final int height) {
		final int unit = Math.max(6, Math.min(width, height) / 50), x = unit, y = height - 3 * unit;
		final int steps = 12;
		for (int i = 0; i < steps; i++) {
			final Roi swatch = new Roi(x + i * unit, y, unit, unit);
			swatch.setFillColor(of(LOWEST + (1 - LOWEST) * i / (steps - 1)));
			add(swatch, overlay);
		}
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 2 * unit);
		add(text("unsure", x, y + unit, font), overlay);
		add(text("sure", x + (steps - 3) * unit, y + unit, font), overlay);
	}

	private static Roi text(final String text, final int x, final int y, final Font font) {
		final TextRoi roi = new TextRoi(x, y, text, font);
		roi.setStrokeColor(Color.WHITE);
		return roi;
	}

	private static void add(final Roi roi, final Overlay overlay) {
		roi.setName("legend");
		overlay.add(roi);
	}
}
