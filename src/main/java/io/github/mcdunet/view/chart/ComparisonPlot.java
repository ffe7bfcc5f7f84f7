package io.github.mcdunet.view.chart;

import io.github.mcdunet.evaluation.BoxPlot;
import io.github.mcdunet.evaluation.comparison.ModelComparison;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.chart.renderer.category.ScatterRenderer;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;
import org.jfree.data.statistics.DefaultMultiValueCategoryDataset;

/** The scores of models on the same images: a box per model, a dot per image. Needs no screen. */
public final class ComparisonPlot {

	private static final Shape DOT_SHAPE = new Ellipse2D.Double(-3, -3, 6, 6);
	private static final String IMAGES = "Images";
	private static final String BOXES = "Median, quartiles, range without outliers";

	private ComparisonPlot() {
	}

	/**
	 * @param score name of the score, the vertical axis
	 * @return a picture of 640 x 560 pixels
	 */
	public static BufferedImage render(final ModelComparison comparison, final String score) {
		final CategoryPlot plot = new CategoryPlot();
		plot.setDomainAxis(models());
		plot.setRangeAxis(scores(score));
		plot.setDataset(0, boxes(comparison));
		plot.setRenderer(0, boxRenderer());
		plot.setDataset(1, dots(comparison));
		plot.setRenderer(1, dotRenderer());
		ChartStyle.roundTicks((NumberAxis) plot.getRangeAxis());
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		plot.setRangeGridlinePaint(ChartStyle.GRID);
		return XyChart.render("Models on the same images", plot);
	}

	private static CategoryAxis models() {
		final CategoryAxis axis = new CategoryAxis();
		axis.setTickLabelFont(ChartStyle.PRINTED.letters());
		return axis;
	}

	private static NumberAxis scores(final String score) {
		final NumberAxis axis = ChartStyle.PRINTED.axis(new NumberAxis(score));
		axis.setAutoRangeIncludesZero(false);
		axis.setAutoRangeMinimumSize(0.02);
		return axis;
	}

	private static DefaultBoxAndWhiskerCategoryDataset boxes(final ModelComparison comparison) {
		final DefaultBoxAndWhiskerCategoryDataset data = new DefaultBoxAndWhiskerCategoryDataset();
		final List<BoxPlot> boxes = comparison.boxes();
		for (int m = 0; m < boxes.size(); m++) {
			final BoxPlot box = boxes.get(m);
			// NB: outliers are among the dots
			data.add(new BoxAndWhiskerItem(box.mean(), box.median(), box.lowerQuartile(),
				box.upperQuartile(), box.lowerWhisker(), box.upperWhisker(), box.lowerWhisker(),
				box.upperWhisker(), List.of()), BOXES, comparison.models().get(m));
		}
		return data;
	}

	private static DefaultMultiValueCategoryDataset dots(final ModelComparison comparison) {
		final DefaultMultiValueCategoryDataset data = new DefaultMultiValueCategoryDataset();
		final List<BoxPlot> boxes = comparison.boxes();
		for (int m = 0; m < boxes.size(); m++)
			data.add(Arrays.stream(boxes.get(m).values()).boxed().toList(), IMAGES,
				comparison.models().get(m));
		return data;
	}

	private static BoxAndWhiskerRenderer boxRenderer() {
		final BoxAndWhiskerRenderer renderer = new BoxAndWhiskerRenderer();
		renderer.setSeriesPaint(0, ChartStyle.LIGHT_BLUE);
		renderer.setMeanVisible(false);
		renderer.setMaximumBarWidth(0.2);
		renderer.setUseOutlinePaintForWhiskers(true);
		return renderer;
	}

	private static ScatterRenderer dotRenderer() {
		final ScatterRenderer renderer = new ScatterRenderer();
		renderer.setSeriesPaint(0, ChartStyle.VERMILION);
		renderer.setSeriesShape(0, DOT_SHAPE);
		renderer.setSeriesShapesFilled(0, true);
		return renderer;
	}
}
