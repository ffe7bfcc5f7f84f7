package io.github.mcdunet.view.training;

import io.github.mcdunet.view.chart.Lettering;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;

import javax.swing.JComponent;

/**
 * A picture as large as there is room for, and below it what it is. Used in the event thread only.
 */
final class PreviewPicture extends JComponent {

	private static final long serialVersionUID = 1;
	private static final int SIDE = 240;
	private static final int FONT = 12;
	private static final int CAPTION = 24;

	private final String caption;
	private transient IntFunction<BufferedImage> drawing;
	private transient BufferedImage drawn;
	private int drawnSide;

	PreviewPicture(final String caption) {
		this.caption = caption;
		setPreferredSize(new Dimension(SIDE, SIDE + CAPTION));
		setMinimumSize(new Dimension(SIDE / 2, SIDE / 2 + CAPTION));
	}

	/** @param picture makes a picture that fits into a square of so many pixels, 1 or more */
	void show(final IntFunction<BufferedImage> picture) {
		drawing = picture;
		drawnSide = 0;
		repaint();
	}

	/** Shows the caption alone. */
	void clear() {
		drawing = null;
		repaint();
	}

	@Override
	protected void paintComponent(final Graphics g) {
		final Graphics2D graphics = (Graphics2D) g.create();
		final int side = Math.max(1, Math.min(getWidth(), getHeight() - CAPTION));
		final int top = (getHeight() - CAPTION - side) / 2;
		if (drawing != null) {
			if (side != drawnSide) drawn = drawing.apply(side);
			drawnSide = side;
			graphics.drawImage(drawn, (getWidth() - drawn.getWidth()) / 2,
				top + (side - drawn.getHeight()) / 2, null);
		}
		new Lettering(graphics, FONT).centered(caption, getWidth() / 2.0,
			top + side + CAPTION / 2.0, getWidth());
		graphics.dispose();
	}
}
