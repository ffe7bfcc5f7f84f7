package io.github.mcdunet.view.figure;

import io.github.mcdunet.view.chart.Lettering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which colour means how many nats: a bar from 0 at the bottom to the largest entropy, ln K of K
 * classes, at the top.
 */
final class CalibrationBar {

	private static final String TITLE = "Entropy (nats)";

	private CalibrationBar() {
	}

	/** Pixels to the right of the bar that its labels need. */
	static int labelWidth(final int fontSize) {
		return 9 * fontSize / 2;
	}

	/** @param most the largest entropy in nats */
	static void draw(final Graphics2D g, final Rectangle bar, final int fontSize,
		final double most) {
		for (int y = 0; y < bar.height; y++) {
			g.setColor(new Color(ColorMap.magma(1 - y / Math.max(1.0, bar.height - 1))));
			g.fillRect(bar.x, bar.y + y, bar.width, 1);
		}
		final Lettering text = new Lettering(g, fontSize);
		final int right = bar.x + bar.width, tick = Math.max(3, fontSize / 4);
		for (final double value : ticks(most)) {
			final double y = bar.y + (bar.height - 1) * (1 - value / most);
			if (value < most && y - bar.y < 1.5 * fontSize) continue;
			g.setColor(Color.DARK_GRAY);
			g.fillRect(right, (int) Math.round(y), tick, 1);
			text.rightOf(
				value == 0 ? "0"
					: String.format(Locale.ROOT, value == most ? "%.2f" : "%.1f", value),
				right + tick + fontSize / 4, y, 3 * fontSize);
		}
		text.upward(TITLE, right + 3.4 * fontSize, bar.getCenterY(), bar.height);
	}

	/** Steps that are easily read, and the largest value. */
	private static double[] ticks(final double most) {
		final double step = most < 1 ? 0.2 : 0.5;
		return DoubleStream.concat(
			IntStream.range(0, (int) Math.ceil(most / step - 1e-9)).mapToDouble(k -> k * step),
			DoubleStream.of(most)).toArray();
	}
}
