package io.github.mcdunet.view.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** How a training went: loss and Dice of each epoch, side by side. Needs no screen. */
public final class CurvePlot {

	static final int WIDTH = 1200;
	static final int HEIGHT = 470;
	// NB: blue and vermilion differ also for the color-blind (Okabe and Ito, https://jfly.uni-koeln.de/color).
	static final Color TRAINING = new Color(0x0072B2);
	static final Color VALIDATION = new Color(0xD55E00);
	static final Color BEST = new Color(0x555555);
	private static final int FONT = 15;
	private static final Stroke LEGEND_LINE = new BasicStroke(3);
	/** From which ratio of the largest to the smallest loss on its axis is logarithmic. */
	private static final double WIDE = 5;

	private CurvePlot() {
	}

	/**
	 * Draws training and validation against the epoch, and a dashed line at the epoch with the
	 * lowest validation loss. The loss has a logarithmic axis where its values differ by more than
	 * a factor of 5.
	 *
	 * @param historyCsvLines a header and one line per epoch; of its columns epoch, loss, val_loss,
	 * dice and val_dice are used
	 * @return a picture of 1200 x 470 pixels
	 * @throws io.github.mcdunet.McdUnetException if there is no epoch, or something is not a number
	 */
	public static BufferedImage render(final List<String> historyCsvLines) {
		final HistoryTable history = new HistoryTable(historyCsvLines);
		final BufferedImage plot = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = plot.createGraphics();
		try {
			g.setColor(Color.WHITE);
			g.fillRect(0, 0, WIDTH, HEIGHT);
			final Lettering text = new Lettering(g, FONT);
			final CurvePanel loss = lossPanel(g, text, history);
			draw(loss, history, "loss",
				lossAxis(history).isLogarithmic() ? "Loss (log scale)" : "Loss");
			draw(dicePanel(g, text, history), history, "dice", "Dice");
			legend(g, text, history);
		}
		finally {
			g.dispose();
		}
		return plot;
	}

	static CurvePanel lossPanel(final Graphics2D g, final Lettering text,
		final HistoryTable history) {
		return new CurvePanel(g, text, new Rectangle(90, 60, 490, 350), epochAxis(history),
			lossAxis(history));
	}

	static CurvePanel dicePanel(final Graphics2D g, final Lettering text,
		final HistoryTable history) {
		return new CurvePanel(g, text, new Rectangle(680, 60, 490, 350), epochAxis(history),
			diceAxis(history));
	}

	private static void draw(final CurvePanel panel, final HistoryTable history,
		final String column, final String title) {
		final double[] epochs = history.column("epoch");
		panel.axes(title);
		panel.mark(epochs[history.lowest("val_loss")], BEST);
		panel.curve(epochs, history.column(column), TRAINING);
		panel.curve(epochs, history.column("val_" + column), VALIDATION);
	}

	private static void legend(final Graphics2D g, final Lettering text,
		final HistoryTable history) {
		final int best = history.lowest("val_loss");
		entry(g, text, 375, "Training", TRAINING, LEGEND_LINE);
		entry(g, text, 510, "Validation", VALIDATION, LEGEND_LINE);
		entry(g, text, 660, "Best epoch (" + Axis.label(history.column("epoch")[best]) + ")", BEST,
			CurvePanel.DASHED);
	}

	private static void entry(final Graphics2D g, final Lettering text, final int x,
		final String name, final Color color, final Stroke stroke) {
		g.setColor(color);
		g.setStroke(stroke);
		g.draw(new Line2D.Double(x, 26, x + 30, 26));
		text.rightOf(name, x + 40, 26, 200);
	}

	private static Axis epochAxis(final HistoryTable history) {
		final double[] range = range(history.column("epoch"));
		return range[1] > range[0] ? Axis.linear(range[0], range[1], 1, 10)
			: Axis.linear(range[0] - 1, range[0] + 1, 1, 10);
	}

	private static Axis lossAxis(final HistoryTable history) {
		final double[] range = range(history.column("loss"), history.column("val_loss"));
		if (range[0] > 0 && range[1] > WIDE * range[0])
			return Axis.logarithmic(range[0] / 1.1, range[1] * 1.1);
		return Axis.linear(Math.min(0, range[0]), range[1] > 0 ? 1.05 * range[1] : 1, 0, 6);
	}

	/** From the tenth below the lowest Dice up to 1. */
	private static Axis diceAxis(final HistoryTable history) {
		final double lowest = range(history.column("dice"), history.column("val_dice"))[0];
		return Axis.linear(Math.max(0, Math.min(9, Math.floor(10 * lowest))) / 10, 1, 0, 6);
	}

	/** The smallest and the largest finite value; 0 and 1 if there is none. */
	private static double[] range(final double[]... columns) {
		final double[] finite = Arrays.stream(columns).flatMapToDouble(DoubleStream::of)
			.filter(Double::isFinite).sorted().toArray();
		return finite.length == 0 ? new double[]{ 0, 1 }
			: new double[]{ finite[0], finite[finite.length - 1] };
	}
}
