package io.github.mcdunet.view.figure;

import io.github.mcdunet.view.chart.Lettering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Locale;

/** Which colour means how many nats: a bar from 0 at the bottom to ln 2 at the top. */
final class CalibrationBar {

	private static final double MOST = Math.log(2);
	private static final double[] TICKS = { 0, 0.2, 0.4, 0.6, MOST };
	private static final String TITLE = "Entropy (nats)";

	private CalibrationBar() {
	}

	/** Pixels to the right of the bar that its labels need. */
	static int labelWidth(final int fontSize) {
		return 9 * fontSize / 2;
	}

	static void draw(final Graphics2D g, final Rectangle bar, final int fontSize) {
		for (int y = 0; y < bar.height; y++) {
			g.setColor(new Color(ColorMap.magma(1 - y / Math.max(1.0, bar.height - 1))));
			g.fillRect(bar.x, bar.y + y, bar.width, 1);
		}
		final Lettering text = new Lettering(g, fontSize);
		final int right = bar.x + bar.width, tick = Math.max(3, fontSize / 4);
		for (final double value : TICKS) {
			final double y = bar.y + (bar.height - 1) * (1 - value / MOST);
			if (value < MOST && y - bar.y < 1.5 * fontSize) continue;
			g.setColor(Color.DARK_GRAY);
			g.fillRect(right, (int) Math.round(y), tick, 1);
			text.rightOf(
				value == 0 ? "0"
					: String.format(Locale.ROOT, value == MOST ? "%.2f" : "%.1f", value),
				right + tick + fontSize / 4, y, 3 * fontSize);
		}
		text.upward(TITLE, right + 3.4 * fontSize, bar.getCenterY(), bar.height);
	}
}
