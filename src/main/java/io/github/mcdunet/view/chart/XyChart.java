package io.github.mcdunet.view.chart;

import io.github.mcdunet.evaluation.trust.Curve;

import java.awt.Color;
import java.awt.Stroke;
import java.awt.image.BufferedImage;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Curves over 0..1 in the plugin's look. Needs no screen. */
final class XyChart {

	static final int WIDTH = 640;
	static final int HEIGHT = 560;

	private final DefaultXYDataset data = new DefaultXYDataset();
	private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
	private final XYPlot plot;

	/**
	 * @param x names of the axes
	 * @param y names of the axes
	 */
	XyChart(final String x, final String y) {
		plot = ChartStyle.plot(
			new XYPlot(data, ChartStyle.PRINTED.shares(x), ChartStyle.PRINTED.shares(y), renderer));
		plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
		renderer.setLegendLine(ChartStyle.LEGEND_LINE);
		// NB: otherwise every short segment begins a dash of its own.
		renderer.setDrawSeriesLineAsPath(true);
	}

	XYPlot plot() {
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
		return curve(name, new Curve(new double[]{ 0, 1 }, new double[]{ 0, 1 }),
			ChartStyle.REFERENCE, ChartStyle.DASHED);
	}

	/** The x axis then begins at this share. */
	XyChart from(final double share) {
		final NumberAxis axis = (NumberAxis) plot.getDomainAxis();
		axis.setRange(share, 1);
		ChartStyle.roundTicks(axis);
		return this;
	}

	/** The x axis then is logarithmic and begins at this share, above 0. */
	XyChart logarithmicFrom(final double share) {
		plot.setDomainAxis(
			ChartStyle.PRINTED.axis(new DecadeAxis(plot.getDomainAxis().getLabel(), share, 1)));
		return this;
	}

	/** The y axis then ends a little above the highest point. */
	XyChart fitHeight() {
		double high = 0;
		for (int s = 0; s < data.getSeriesCount(); s++)
			for (int i = 0; i < data.getItemCount(s); i++)
				high = Math.max(high, data.getYValue(s, i));
		final NumberAxis axis = (NumberAxis) plot.getRangeAxis();
		axis.setRange(0, high > 0 ? 1.05 * high : 1);
		ChartStyle.roundTicks(axis);
		return this;
	}

	/** @return a picture of 640 x 560 pixels */
	BufferedImage render(final String title) {
		return render(title, plot);
	}

	static BufferedImage render(final String title, final Plot plot) {
		return ChartStyle.picture(ChartStyle.PRINTED.chart(title, plot), WIDTH, HEIGHT);
	}
}
