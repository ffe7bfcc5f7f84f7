package io.github.mcdunet.view.chart;

import io.github.mcdunet.evaluation.trust.Curve;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Curves over 0..1 in the plugin's look. Needs no screen. */
public final class XyChart {

	static final int WIDTH = 640;
	static final int HEIGHT = 560;
	public static final Color REFERENCE = new Color(0x555555);
	public static final Stroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
		BasicStroke.JOIN_MITER, 10, new float[]{ 6, 4 }, 0);
	public static final Stroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND,
		BasicStroke.JOIN_ROUND);
	private static final Color GRID = new Color(0xDDDDDD);
	private static final int FONT = 15;

	private final DefaultXYDataset data = new DefaultXYDataset();
	private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
	private final XYPlot plot;

	/**
	 * @param x names of the axes
	 * @param y names of the axes
	 */
	public XyChart(final String x, final String y) {
		plot = new XYPlot(data, shares(x), shares(y), renderer);
		style(plot);
		plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
		// NB: otherwise every short segment begins a dash of its own.
		renderer.setDrawSeriesLineAsPath(true);
	}

	/** An axis from 0 to 1. */
	static NumberAxis shares(final String name) {
		final NumberAxis axis = new NumberAxis(name);
		axis.setRange(0, 1);
		axis.setTickUnit(new NumberTickUnit(0.2));
		lettering(axis);
		return axis;
	}

	static void lettering(final ValueAxis axis) {
		axis.setLabelFont(Lettering.font(FONT));
		axis.setTickLabelFont(Lettering.font(FONT - 2));
	}

	static void style(final XYPlot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		plot.setOutlineVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
	}

	public XYPlot plot() {
		return plot;
	}

	/** A curve without points is left out. */
	XyChart curve(final String name, final Curve curve, final Color color, final Stroke stroke) {
		return curve(name, curve, color, stroke, false);
	}

	/** @param dots whether each point is also a dot */
	XyChart curve(final String name, final Curve curve, final Color color, final Stroke stroke,
		final boolean dots) {
		if (curve.size() == 0) return this;
		final int i = data.getSeriesCount();
		data.addSeries(name, new double[][]{ curve.x(), curve.y() });
		renderer.setSeriesPaint(i, color);
		renderer.setSeriesStroke(i, stroke);
		renderer.setSeriesShapesVisible(i, dots);
		return this;
	}

	XyChart diagonal(final String name) {
		return curve(name, new Curve(new double[]{ 0, 1 }, new double[]{ 0, 1 }), REFERENCE,
			DASHED);
	}

	/** The x axis then begins at this share. */
	XyChart from(final double share) {
		final NumberAxis axis = (NumberAxis) plot.getDomainAxis();
		axis.setAutoTickUnitSelection(true);
		axis.setRange(share, 1);
		return this;
	}

	/** The x axis then is logarithmic and begins at this share, above 0. */
	XyChart logarithmicFrom(final double share) {
		final LogAxis axis = new LogAxis(plot.getDomainAxis().getLabel());
		axis.setRange(share, 1);
		axis.setTickUnit(new NumberTickUnit(1));
		axis.setNumberFormatOverride(
			new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
		lettering(axis);
		plot.setDomainAxis(axis);
		return this;
	}

	/** The y axis then ends a little above the highest point. */
	XyChart fitHeight() {
		double high = 0;
		for (int s = 0; s < data.getSeriesCount(); s++)
			for (int i = 0; i < data.getItemCount(s); i++)
				high = Math.max(high, data.getYValue(s, i));
		final NumberAxis axis = (NumberAxis) plot.getRangeAxis();
		axis.setAutoTickUnitSelection(true);
		axis.setRange(0, high > 0 ? 1.05 * high : 1);
		return this;
	}

	/** @return a picture of 640 x 560 pixels */
	BufferedImage render(final String title) {
		return render(title, plot);
	}

	static BufferedImage render(final String title, final Plot plot) {
		final JFreeChart chart = new JFreeChart(title, Lettering.font(FONT + 2), plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(8, 8, 8, 24));
		chart.getLegend().setItemFont(Lettering.font(FONT - 1));
		chart.getLegend().setBorder(0, 0, 0, 0);
		return chart.createBufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB, null);
	}
}
