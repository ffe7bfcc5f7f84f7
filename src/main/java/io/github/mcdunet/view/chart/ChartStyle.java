package io.github.mcdunet.view.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The look that all charts share: fonts, colours, strokes, axes with a point in every language.
 *
 * @param font size of the names of the axes in pixels; numbers are a little smaller
 */
record ChartStyle(int font) {

	/** Of the pictures that are written to files. */
	static final ChartStyle PRINTED = new ChartStyle(15);
	/** Of windows with several charts. */
	static final ChartStyle SMALL = new ChartStyle(12);

	// NB: colours that differ also for the color-blind (Okabe and Ito, https://jfly.uni-koeln.de/color).
	static final Color BLUE = new Color(0x0072B2);
	static final Color VERMILION = new Color(0xD55E00);
	static final Color GREEN = new Color(0x009E73);
	static final Color PURPLE = new Color(0xCC79A7);
	static final Color LIGHT_BLUE = new Color(0x99BBDD);
	static final Color REFERENCE = new Color(0x555555);

	static final Stroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	static final Stroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
		10, new float[]{ 6, 4 }, 0);

	static final Color GRID = new Color(0xDDDDDD);
	/** Of a line in a legend, so long that dashes can be told. */
	static final Shape LEGEND_LINE = new Line2D.Double(-14, 0, 14, 0);
	private static final int SMALLEST = 12;

	/** The font of text that is not a number. */
	Font letters() {
		return new Font(Font.SANS_SERIF, Font.PLAIN, font);
	}

	/** @return the same axis, in this style */
	<A extends ValueAxis> A axis(final A axis) {
		axis.setLabelFont(letters());
		axis.setTickLabelFont(letters().deriveFont((float) Math.max(SMALLEST, font - 2)));
		if (axis instanceof NumberAxis) ((NumberAxis) axis).setNumberFormatOverride(numbers());
		return axis;
	}

	/** Numbers without needless zeros. */
	static NumberFormat numbers() {
		return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
	}

	/** @return an axis from 0 to 1 */
	NumberAxis shares(final String name) {
		final NumberAxis axis = axis(new NumberAxis(name));
		axis.setRange(0, 1);
		axis.setTickUnit(new NumberTickUnit(0.2));
		return axis;
	}

	/** Puts ticks at multiples of 1, 2 or 5 times a power of ten. */
	static void roundTicks(final NumberAxis axis) {
		roundTicks(axis, 0, 6);
	}

	/**
	 * Puts ticks at multiples of 1, 2 or 5 times a power of ten.
	 *
	 * @param smallestStep between ticks
	 * @param steps at most how many between the ends of the axis
	 */
	static void roundTicks(final NumberAxis axis, final double smallestStep, final int steps) {
		final double step = axis.getRange().getLength() / steps;
		final double power = Math.pow(10, Math.floor(Math.log10(step)));
		final double digit = step / power;
		axis.setTickUnit(new NumberTickUnit(
			Math.max(smallestStep, power * (digit > 5 ? 10 : digit > 2 ? 5 : digit > 1 ? 2 : 1))));
	}

	/** @return the same plot, in this style */
	static XYPlot plot(final XYPlot plot) {
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		bare(plot);
		return plot;
	}

	private static void bare(final Plot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlineVisible(false);
	}

	/** @return the plot with a title above and a legend below */
	JFreeChart chart(final String title, final Plot plot) {
		bare(plot);
		final JFreeChart chart = new JFreeChart(title, letters().deriveFont(font + 2f), plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(font / 2.0, font / 2.0, font / 2.0, 1.5 * font));
		chart.getLegend().setItemFont(letters().deriveFont((float) Math.max(SMALLEST, font - 1)));
		chart.getLegend().setBorder(0, 0, 0, 0);
		return chart;
	}

	/** @return the picture of a chart, without transparency */
	static BufferedImage picture(final JFreeChart chart, final int width, final int height) {
		return chart.createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, null);
	}
}
