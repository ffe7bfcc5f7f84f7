package io.github.mcdunet.view.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** One diagram: values against the epoch. */
final class CurvePanel {

	private static final Color GRID = new Color(0xE6E6E6);
	private static final Color FRAME = new Color(0x888888);
	private static final Stroke HAIR = new BasicStroke(1);
	private static final Stroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND,
		BasicStroke.JOIN_ROUND);
	static final Stroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
		10, new float[]{ 6, 4 }, 0);
	/** Curves of fewer epochs also show them as dots. */
	private static final int FEW_EPOCHS = 30;

	private final Graphics2D graphics;
	private final Lettering text;
	private final Rectangle frame;
	private final Axis epochs;
	private final Axis values;

	/** @param frame around the curves; ticks and labels lie to its left and below */
	CurvePanel(final Graphics2D graphics, final Lettering text, final Rectangle frame,
		final Axis epochs, final Axis values) {
		this.graphics = graphics;
		this.text = text;
		this.frame = frame;
		this.epochs = epochs;
		this.values = values;
	}

	void axes(final String title) {
		graphics.setStroke(HAIR);
		for (final double tick : values.ticks()) {
			graphics.setColor(GRID);
			graphics.draw(new Line2D.Double(frame.x, y(tick), frame.getMaxX(), y(tick)));
			text.leftOf(Axis.label(tick), frame.x - 8, y(tick), 60);
		}
		for (final double tick : epochs.ticks()) {
			graphics.setColor(FRAME);
			graphics
				.draw(new Line2D.Double(x(tick), frame.getMaxY(), x(tick), frame.getMaxY() + 5));
			text.centered(Axis.label(tick), x(tick), frame.getMaxY() + 16, 60);
		}
		graphics.setColor(FRAME);
		graphics.draw(new Line2D.Double(frame.x, frame.y, frame.x, frame.getMaxY()));
		graphics
			.draw(new Line2D.Double(frame.x, frame.getMaxY(), frame.getMaxX(), frame.getMaxY()));
		text.centered("Epoch", frame.getCenterX(), frame.getMaxY() + 40, frame.width);
		text.upward(title, frame.x - 62, frame.getCenterY(), frame.height);
	}

	/** A dashed line from bottom to top. */
	void mark(final double epoch, final Color color) {
		graphics.setColor(color);
		graphics.setStroke(DASHED);
		graphics.draw(new Line2D.Double(x(epoch), frame.getMaxY(), x(epoch), frame.y));
	}

	/** A line through the points; points without a value leave a gap. */
	void curve(final double[] epoch, final double[] value, final Color color) {
		final Path2D path = new Path2D.Double();
		boolean drawing = false;
		graphics.setColor(color);
		for (int i = 0; i < value.length; i++) {
			final double px = x(epoch[i]), py = y(value[i]);
			final boolean there = Double.isFinite(px) && Double.isFinite(py);
			if (there && drawing) path.lineTo(px, py);
			else if (there) path.moveTo(px, py);
			if (there && value.length <= FEW_EPOCHS)
				graphics.fill(new Ellipse2D.Double(px - 3.5, py - 3.5, 7, 7));
			drawing = there;
		}
		graphics.setStroke(LINE);
		graphics.draw(path);
	}

	double x(final double epoch) {
		return frame.x + epochs.position(epoch) * frame.width;
	}

	double y(final double value) {
		return frame.getMaxY() - values.position(value) * frame.height;
	}
}
