package io.github.mcdunet.view.chart;

import io.github.mcdunet.training.History;
import io.github.mcdunet.training.Scores;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * One kind of score of the epochs up to now, in training and validation, with a line at the best
 * epoch. Needs no screen.
 */
public final class HistoryChart {

	private static final int FONT = 12;
	private static final int FEWEST_EPOCHS = 10;
	private static final double MARGIN = 0.02;
	/**
	 * From which ratio of the largest to the smallest loss the ticks stand a factor of 4 apart, not
	 * 2.
	 */
	private static final double WIDE = 64;

	private final DefaultXYDataset data = new DefaultXYDataset();
	private final ToDoubleFunction<Scores> score;
	private final NumberAxis epochs = new NumberAxis("Epoch");
	private final XYPlot plot;
	private final JFreeChart chart;

	private HistoryChart(final String title, final ToDoubleFunction<Scores> score) {
		this.score = score;
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		final NumberAxis values = XyChart.shares(null);
		values.setTickLabelFont(Lettering.font(FONT));
		plot = new XYPlot(data, epochs, values, renderer);
		XyChart.style(plot);
		epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
		epochs.setLabelFont(Lettering.font(FONT));
		epochs.setTickLabelFont(Lettering.font(FONT));
		showEpochs(FEWEST_EPOCHS);
		paint(renderer, 0, CurvePlot.TRAINING);
		paint(renderer, 1, CurvePlot.VALIDATION);
		chart = new JFreeChart(title, Lettering.font(FONT + 2), plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(4, 4, 4, 12));
		chart.getLegend().setItemFont(Lettering.font(FONT));
		chart.getLegend().setBorder(0, 0, 0, 0);
	}

	/** Loss on a logarithmic axis. */
	public static HistoryChart loss() {
		final HistoryChart chart = new HistoryChart("Loss (log scale)", Scores::loss);
		final LogAxis axis = new LogAxis();
		axis.setBase(2);
		axis.setNumberFormatOverride(
			new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
		axis.setTickLabelFont(Lettering.font(FONT));
		axis.setRange(0.125, 1);
		axis.setTickUnit(new NumberTickUnit(1));
		chart.plot.setRangeAxis(axis);
		return chart;
	}

	/** Dice from 0 to 1. */
	public static HistoryChart dice() {
		return new HistoryChart("Dice", Scores::dice);
	}

	private static void paint(final XYLineAndShapeRenderer renderer, final int series,
		final Color color) {
		renderer.setSeriesPaint(series, color);
		renderer.setSeriesStroke(series, XyChart.LINE);
		renderer.setSeriesShapesVisible(series, true);
		renderer.setSeriesShape(series, new Ellipse2D.Double(-2, -2, 4, 4));
	}

	/** Shows these epochs, at least one, instead of the last ones. */
	public void show(final History history) {
		final List<History.Epoch> all = history.epochs();
		final double[] numbers = all.stream().mapToDouble(History.Epoch::number).toArray();
		final double[] training = all.stream().mapToDouble(e -> score.applyAsDouble(e.training()))
			.toArray();
		final double[] validation = all.stream()
			.mapToDouble(e -> score.applyAsDouble(e.validation())).toArray();
		data.addSeries("Training", new double[][]{ numbers, training });
		data.addSeries("Validation", new double[][]{ numbers, validation });
		showEpochs(Math.max(FEWEST_EPOCHS, all.size()));
		if (plot.getRangeAxis() instanceof LogAxis)
			fit((LogAxis) plot.getRangeAxis(), training, validation);
		plot.clearDomainMarkers();
		plot.addDomainMarker(
			new ValueMarker(history.best().number(), CurvePlot.BEST, XyChart.DASHED));
	}

	/** From the first to the last, with a margin that keeps their dots whole. */
	private void showEpochs(final int last) {
		epochs.setRange(1 - Math.min(0.5, MARGIN * last), last + MARGIN * last);
	}

	private static void fit(final LogAxis axis, final double[]... columns) {
		final double[] sorted = DoubleStream
			.concat(DoubleStream.of(columns[0]), DoubleStream.of(columns[1])).filter(v -> v > 0)
			.sorted().toArray();
		if (sorted.length == 0) return;
		final double low = sorted[0], high = sorted[sorted.length - 1];
		axis.setRange(Math.min(0.9 * low, 0.5 * high), 1.1 * high);
		axis.setTickUnit(new NumberTickUnit(high > WIDE * low ? 2 : 1));
	}

	public JFreeChart chart() {
		return chart;
	}
}
