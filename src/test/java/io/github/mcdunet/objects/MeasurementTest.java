package io.github.mcdunet.objects;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;

import org.junit.Test;

public class MeasurementTest {

	@Test
	public void textHasTwoDigitsOfTheHalfWidth() {
		assertEquals("412 \u00b1 18 \u00b5m\u00b2", area(412.34, 394.34, 430.34).text());
		assertEquals("41.2 \u00b1 3.2 \u00b5m\u00b2", area(41.23, 38.03, 44.43).text());
		assertEquals("41.2 \u00b1 2.0 \u00b5m\u00b2", area(41.23, 39.23, 43.23).text());
		assertEquals("4120 \u00b1 120 \u00b5m\u00b2", area(4123, 4003, 4243).text());
		assertEquals("56800 \u00b1 1200 \u00b5m\u00b2", area(56789, 55555, 58023).text());
		assertEquals("1.2346 \u00b1 0.0010 \u00b5m\u00b2",
			area(1.23456, 1.233562, 1.235558).text());
	}

	@Test
	public void skewedIntervalsShowTheirBounds() {
		assertEquals("412 (380\u2013420) \u00b5m\u00b2", area(412, 380, 420).text());
		assertEquals("3.0 (0.0\u20139.5) \u00b5m\u00b2", area(3, -4, 9.5).text());
		assertEquals(0, area(3, -4, 9.5).low(), 0);
	}

	@Test
	public void withoutAnIntervalOnlyTheValue() {
		final Measurement m = new Measurement(Quantity.INTENSITY, 1234.56, new double[]{ 5 }, 0,
			"");
		assertEquals("1235", m.text());
		assertFalse(m.hasInterval());
		assertTrue(Double.isNaN(m.low()));
		assertTrue(Double.isNaN(m.distance(3)));
	}

	@Test
	public void countsAreWhole() {
		final double[] same = { 14, 14, 14 };
		assertEquals("14", new Measurement(Quantity.COUNT, 14, same, 1, "").text());
		assertEquals(14, new Measurement(Quantity.COUNT, 14, same, 1, "").high(), 0);
		// mean 14, s = 1, n = 3: 14 -+ 4.97
		final Measurement m = new Measurement(Quantity.COUNT, 14, new double[]{ 13, 14, 15 }, 1,
			"");
		assertEquals("14 \u00b1 4", m.text());
		assertEquals("11 (10\u201318)",
			new Measurement(Quantity.COUNT, 11, new double[]{ 13, 14, 15 }, 1, "").text());
	}

	@Test
	public void distanceIsInHalfWidthsOfAtLeastHalfAStep() {
		final Measurement exact = new Measurement(Quantity.AREA, 10, new double[]{ 10, 10 }, 2, "");
		assertEquals(9, exact.low(), 0);
		assertEquals(0, exact.distance(10), 0);
		assertEquals(3, exact.distance(13), 0);
		assertEquals(1.5, area(10, 8, 12).distance(7), 1e-12);
	}

	@Test
	public void factorsAreAtLeastOne() {
		final IntervalFactors factors = new IntervalFactors(Map.of(Quantity.AREA, 1.75));
		assertEquals(1.75, factors.factor(Quantity.AREA), 0);
		assertEquals(1, factors.factor(Quantity.LENGTH), 0);
		assertFalse(factors.has(Quantity.LENGTH));
		assertThrows(IllegalArgumentException.class,
			() -> new IntervalFactors(Map.of(Quantity.AREA, 0.9)));
	}

	/**
	 * Of 41 samples the percentiles 2.5 and 97.5 are at ranks 1.05 and 40.95: between two equal
	 * ones.
	 */
	private static Measurement area(final double value, final double low, final double high) {
		final double[] samples = new double[41];
		for (int i = 0; i < samples.length; i++)
			samples[i] = i < 2 ? low : i > 38 ? high : value;
		return new Measurement(Quantity.AREA, value, samples, 0, "\u00b5m\u00b2");
	}
}
