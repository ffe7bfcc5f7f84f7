package io.github.mcdunet.view.chart;

import io.github.mcdunet.evaluation.trust.Curve;
import io.github.mcdunet.evaluation.trust.Reliability;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** A reliability diagram above a histogram of its bins. */
final class ReliabilityChart {

	private static final int DIAGRAM = 3;
	private static final double LEAST = 0.5;

	private ReliabilityChart() {
	}

	static BufferedImage render(final Reliability reliability) {
		final XYPlot diagram = new XyChart("", "Share of object pixels").diagonal("Perfect")
			.curve("Observed", curve(reliability), ChartStyle.BLUE, ChartStyle.LINE, true).plot();
		final NumberAxis probability = ChartStyle.PRINTED.shares("Predicted probability of object");
		final CombinedDomainXYPlot both = new CombinedDomainXYPlot(probability);
		both.setGap(12);
		both.add(diagram, DIAGRAM);
		both.add(histogram(reliability), 1);
		return XyChart.render("Reliability", both);
	}

	/** Bins without pixels are left out. */
	private static Curve curve(final Reliability r) {
		final int[] filled = IntStream.range(0, r.bins()).filter(b -> r.count(b) > 0).toArray();
		return new Curve(IntStream.of(filled).mapToDouble(b -> r.said(b).value()).toArray(),
			IntStream.of(filled).mapToDouble(b -> r.seen(b).value()).toArray());
	}

	private static XYPlot histogram(final Reliability r) {
		final int[] filled = IntStream.range(0, r.bins()).filter(b -> r.count(b) > 0).toArray();
		final double[][] bars = new double[6][filled.length];
		for (int i = 0; i < filled.length; i++) {
			final int b = filled[i];
			bars[0][i] = (r.low(b) + r.high(b)) / 2;
			bars[1][i] = r.low(b);
			bars[2][i] = r.high(b);
			bars[3][i] = r.count(b);
			bars[4][i] = LEAST;
			bars[5][i] = r.count(b);
		}
		final DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
		data.addSeries("Pixels", bars);
		final DecadeAxis counts = ChartStyle.PRINTED
			.axis(new DecadeAxis("Pixels", LEAST, 2.0 * Math.max(1, r.count())));
		final XYBarRenderer renderer = new XYBarRenderer(0.1);
		renderer.setBarPainter(new StandardXYBarPainter());
		renderer.setShadowVisible(false);
		renderer.setSeriesPaint(0, ChartStyle.LIGHT_BLUE);
		renderer.setSeriesVisibleInLegend(0, false);
		renderer.setUseYInterval(true);
		return ChartStyle.plot(new XYPlot(data, null, counts, renderer));
	}
}
