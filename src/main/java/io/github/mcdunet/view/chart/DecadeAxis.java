package io.github.mcdunet.view.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with ticks at powers of ten; at 1, 2 and 5 times these where the range is
 * narrow, and only at some of them where it is wide.
 */
final class DecadeAxis extends LogAxis {

	private static final long serialVersionUID = 1;
	/** Ranges of fewer powers of ten get ticks at 1, 2 and 5. */
	private static final double FEW_DECADES = 2.5;
	private static final int MOST_DECADES = 4;

	DecadeAxis(final String name, final double low, final double high) {
		super(name);
		setSmallestValue(Math.min(low, getSmallestValue()));
		setRange(low, high);
		setNumberFormatOverride(ChartStyle.numbers());
	}

	@Override
	public List<NumberTick> refreshTicks(final Graphics2D g, final AxisState state,
		final Rectangle2D area, final RectangleEdge edge) {
		final List<NumberTick> ticks = new ArrayList<>();
		for (final double value : ticks())
			ticks.add(new NumberTick(value, getNumberFormatOverride().format(value),
				RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT,
				TextAnchor.CENTER, 0));
		return ticks;
	}

	/** The values within the range that get a tick, rising. */
	List<Double> ticks() {
		final double low = getLowerBound(), high = getUpperBound();
		final double decades = Math.log10(high / low);
		final int step = 1 + (int) (decades / (MOST_DECADES + 1));
		final List<Double> ticks = new ArrayList<>();
		for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++)
			for (final int digit : decades < FEW_DECADES ? new int[]{ 1, 2, 5 } : new int[]{ 1 }) {
				final double tick = digit * Math.pow(10, power);
				if (tick >= low && tick <= high && power % step == 0) ticks.add(tick);
			}
		return ticks;
	}
}
