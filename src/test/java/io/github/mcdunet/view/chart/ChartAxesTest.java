package io.github.mcdunet.view.chart;

import static org.junit.Assert.assertEquals;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.Test;

public class ChartAxesTest {

	@Test
	public void ticksOfANarrowRangeAreOneTwoFive() {
		assertEquals(List.of("0.05", "0.1", "0.2", "0.5"), labels(0.04, 0.9));
	}

	@Test
	public void ticksOfAWiderRangeArePowersOfTen() {
		assertEquals(List.of("0.001", "0.01", "0.1", "1"), labels(0.0008, 2));
	}

	@Test
	public void aRangeOfManyPowersHasFewTicks() {
		assertEquals(List.of("1", "100", "10000", "1000000"), labels(0.5, 3e6));
	}

	@Test
	public void numbersHaveAPointInEveryLanguage() {
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertEquals(List.of("0.2", "0.5"), labels(0.15, 0.6));
			assertEquals("0.25",
				ChartStyle.PRINTED.shares("x").getNumberFormatOverride().format(0.25));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	public void equalFactorsAreEqualSteps() {
		final DecadeAxis axis = new DecadeAxis("x", 0.01, 100);
		final Rectangle2D area = new Rectangle2D.Double(0, 0, 400, 1);
		final double[] values = { 0.01, 0.1, 1, 100 }, columns = { 0, 100, 200, 400 };
		for (int i = 0; i < 4; i++)
			assertEquals(columns[i], axis.valueToJava2D(values[i], area, RectangleEdge.BOTTOM),
				1e-9);
	}

	@Test
	public void linearTicksAreRound() {
		assertEquals(0.1, step(0.4, 1, 0, 6), 1e-12);
		assertEquals(20, step(1, 120, 1, 10), 0);
		assertEquals(0.02, step(0.9, 1, 0, 6), 1e-12);
	}

	@Test
	public void epochsHaveNoFractions() {
		assertEquals(1, step(1, 3, 1, 10), 0);
	}

	private static double step(final double low, final double high, final double smallest,
		final int steps) {
		final NumberAxis axis = new NumberAxis();
		axis.setRange(low, high);
		ChartStyle.roundTicks(axis, smallest, steps);
		return axis.getTickUnit().getSize();
	}

	private static List<String> labels(final double low, final double high) {
		return new DecadeAxis("x", low, high).refreshTicks(null, null, null, RectangleEdge.LEFT)
			.stream().map(Object::toString).collect(Collectors.toList());
	}
}
