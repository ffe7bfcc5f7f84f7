package io.github.mcdunet.view.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;

/** Smooth text in one size that fits where it is put: shrunk a little first, then shortened. */
public final class Lettering {

	private static final Color INK = new Color(0x222222);
	private static final float SMALLEST = 0.7f;

	private final Graphics2D graphics;
	private final int size;

	/** @param size height of the letters in pixels, as a font's size */
	public Lettering(final Graphics2D graphics, final int size) {
		this.graphics = graphics;
		this.size = size;
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
	}

	private static Font font(final int size) {
		return new Font(Font.SANS_SERIF, Font.PLAIN, size);
	}

	/**
	 * @param x the middle of the text
	 * @param y the middle of the text
	 */
	public void centered(final String text, final double x, final double y, final double room) {
		at(text, x, y, room, 0.5);
	}

	/**
	 * @param x the middle of the text's left end
	 * @param y the middle of the text's left end
	 */
	public void rightOf(final String text, final double x, final double y, final double room) {
		at(text, x, y, room, 0);
	}

	/**
	 * Reads from bottom to top.
	 *
	 * @param x the middle of the text
	 * @param y the middle of the text
	 */
	public void upward(final String text, final double x, final double y, final double room) {
		final AffineTransform before = graphics.getTransform();
		graphics.translate(x, y);
		graphics.rotate(-Math.PI / 2);
		at(text, 0, 0, room, 0.5);
		graphics.setTransform(before);
	}

	private void at(final String text, final double x, final double y, final double room,
		final double share) {
		graphics.setFont(font(size));
		final double wanted = graphics.getFontMetrics().stringWidth(text);
		if (wanted > room)
			graphics.setFont(
				font(size).deriveFont((float) Math.max(SMALLEST * size, size * room / wanted)));
		final FontMetrics metrics = graphics.getFontMetrics();
		final String fitting = shortened(text, metrics, room);
		graphics.setColor(INK);
		graphics.drawString(fitting, (float) (x - share * metrics.stringWidth(fitting)),
			(float) (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
	}

	private static String shortened(final String text, final FontMetrics metrics,
		final double room) {
		String result = text;
		for (int n = text.length() - 1; n > 0 && metrics.stringWidth(result) > room; n--)
			result = text.substring(0, n).trim() + "\u2026";
		return result;
	}
}
