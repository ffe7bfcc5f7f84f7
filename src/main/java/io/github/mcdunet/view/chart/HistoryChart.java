package io.github.mcdunet.view.chart;

import io.github.mcdunet.training.History;
import io.github.mcdunet.training.Scores;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * The loss or the Dice of each epoch, in training and validation, with a dashed line at the best
 * epoch, which has the lowest validation loss. Needs no screen.
 */
public final class HistoryChart {

	static final int WIDTH = 1200;
	static final int HEIGHT = 470;
	/** The running training's window leaves room for so many. */
	private static final int FEWEST_EPOCHS = 10;
	/** Curves of more epochs have no dots. */
	private static final int MOST_DOTS = 30;
	/** Share of the epochs beside the curves, which keeps their dots whole. */
	private static final double MARGIN = 0.02;
	/** From which ratio of the largest to the smallest loss on its axis is logarithmic. */
	private static final double WIDE = 5;

	private final boolean isLoss;
	private final ChartStyle style;
	private final DefaultXYDataset data = new DefaultXYDataset();
	private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
	private final NumberAxis epochs;
	private final XYPlot plot;
	private final JFreeChart chart;

	private HistoryChart(final boolean isLoss, final ChartStyle style) {
		this.isLoss = isLoss;
		this.style = style;
		epochs = style.axis(new NumberAxis("Epoch"));
		showEpochs(1, FEWEST_EPOCHS);
		plot = ChartStyle.plot(new XYPlot(data, epochs, style.shares(null), renderer));
		renderer.setLegendLine(ChartStyle.LEGEND_LINE);
		line(0, ChartStyle.BLUE);
		line(1, ChartStyle.VERMILION);
		chart = style.chart(isLoss ? "Loss" : "Dice", plot);
	}

	/** The loss, whose axis is logarithmic where its values differ by more than a factor of 5. */
	public static HistoryChart loss() {
		return new HistoryChart(true, ChartStyle.SMALL);
	}

	/** The Dice, from the tenth below the lowest up to 1. */
	public static HistoryChart dice() {
		return new HistoryChart(false, ChartStyle.SMALL);
	}

	private void line(final int series, final Color color) {
		renderer.setSeriesPaint(series, color);
		renderer.setSeriesStroke(series, ChartStyle.LINE);
		renderer.setSeriesShape(series, new Ellipse2D.Double(-3, -3, 6, 6));
	}

	/**
	 * Draws loss and Dice side by side.
	 *
	 * @param historyCsvLines a header and one line per epoch; of its columns epoch, loss, val_loss,
	 * dice and val_dice are used
	 * @return a picture of 1200 x 470 pixels
	 * @throws io.github.mcdunet.McdUnetException if there is no epoch, or something is not a number
	 */
	public static BufferedImage picture(final List<String> historyCsvLines) {
		return picture(historyCsvLines, new ChartRenderingInfo(), new ChartRenderingInfo());
	}

	/**
	 * @param lossInfo is told where the loss was drawn
	 * @param diceInfo is told where the Dice was drawn
	 */
	static BufferedImage picture(final List<String> historyCsvLines,
		final ChartRenderingInfo lossInfo, final ChartRenderingInfo diceInfo) {
		final HistoryTable history = new HistoryTable(historyCsvLines);
		final HistoryChart loss = new HistoryChart(true, ChartStyle.PRINTED),
			dice = new HistoryChart(false, ChartStyle.PRINTED);
		loss.show(history, "loss");
		dice.show(history, "dice");
		final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		loss.chart.draw(g, new Rectangle(0, 0, WIDTH / 2, HEIGHT), lossInfo);
		dice.chart.draw(g, new Rectangle(WIDTH / 2, 0, WIDTH / 2, HEIGHT), diceInfo);
		g.dispose();
		return picture;
	}

	private void show(final HistoryTable history, final String column) {
		final double[] numbers = history.column("epoch");
		show(numbers, history.column(column), history.column("val_" + column),
			numbers[history.lowest("val_loss")]);
		showEpochs(numbers[0], numbers[numbers.length - 1]);
	}

	/** Shows these epochs, at least one, instead of the last ones. */
	public void show(final History history) {
		final ToDoubleFunction<Scores> score = isLoss ? Scores::loss : Scores::dice;
		final List<History.Epoch> all = history.epochs();
		show(all.stream().mapToDouble(History.Epoch::number).toArray(),
			all.stream().mapToDouble(e -> score.applyAsDouble(e.training())).toArray(),
			all.stream().mapToDouble(e -> score.applyAsDouble(e.validation())).toArray(),
			history.best().number());
		showEpochs(1, Math.max(FEWEST_EPOCHS, all.size()));
	}

	private void show(final double[] numbers, final double[] training, final double[] validation,
		final double best) {
		data.addSeries("Training", new double[][]{ numbers, training });
		data.addSeries("Validation", new double[][]{ numbers, validation });
		renderer.setDefaultShapesVisible(numbers.length <= MOST_DOTS);
		plot.setRangeAxis(isLoss ? lossAxis(range(training, validation))
			: diceAxis(range(training, validation)[0]));
		plot.clearDomainMarkers();
		plot.addDomainMarker(new ValueMarker(best, ChartStyle.REFERENCE, ChartStyle.DASHED));
		final LegendItemCollection legend = renderer.getLegendItems();
		legend.add(new LegendItem("Best epoch (" + ChartStyle.numbers().format(best) + ")", null,
			null, null, ChartStyle.LEGEND_LINE, ChartStyle.DASHED, ChartStyle.REFERENCE));
		plot.setFixedLegendItems(legend);
	}

	private void showEpochs(final double first, final double last) {
		final double margin = MARGIN * Math.max(1, last);
		epochs.setRange(first - Math.min(0.5, margin), last + margin);
		ChartStyle.roundTicks(epochs, 1, 10);
	}

	private ValueAxis lossAxis(final double[] range) {
		final boolean isWide = range[0] > 0 && range[1] > WIDE * range[0];
		chart.setTitle(isWide ? "Loss (log scale)" : "Loss");
		if (isWide) return style.axis(new DecadeAxis(null, range[0] / 1.1, range[1] * 1.1));
		final NumberAxis axis = style.axis(new NumberAxis());
		axis.setRange(Math.min(0, range[0]), range[1] > 0 ? 1.05 * range[1] : 1);
		ChartStyle.roundTicks(axis);
		return axis;
	}

	private NumberAxis diceAxis(final double lowest) {
		final NumberAxis axis = style.axis(new NumberAxis());
		axis.setRange(Math.max(0, Math.min(9, Math.floor(10 * lowest))) / 10, 1);
		ChartStyle.roundTicks(axis);
		return axis;
	}

	/** The smallest and the largest finite value; 0 and 1 if there is none. */
	private static double[] range(final double[]... columns) {
		final double[] finite = Arrays.stream(columns).flatMapToDouble(DoubleStream::of)
			.filter(Double::isFinite).sorted().toArray();
		return finite.length == 0 ? new double[]{ 0, 1 }
			: new double[]{ finite[0], finite[finite.length - 1] };
	}

	public JFreeChart chart() {
		return chart;
	}
}
