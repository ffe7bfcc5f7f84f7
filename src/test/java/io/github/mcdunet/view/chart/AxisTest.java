package io.github.mcdunet.view.chart;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.Test;

public class AxisTest {

	@Test
	public void linearTicksAreRound() {
		assertEquals(Arrays.asList("0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"),
			labels(Axis.linear(0.4, 1, 0, 6)));
		assertEquals(Arrays.asList("20", "40", "60", "80", "100", "120"),
			labels(Axis.linear(1, 120, 1, 10)));
	}

	@Test
	public void epochsHaveNoFractions() {
		assertEquals(Arrays.asList("1", "2", "3"), labels(Axis.linear(1, 3, 1, 10)));
	}

	@Test
	public void logarithmicTicksAreOneTwoFive() {
		assertEquals(Arrays.asList("0.05", "0.1", "0.2", "0.5"),
			labels(Axis.logarithmic(0.04, 0.9)));
		assertEquals(Arrays.asList("0.001", "0.01", "0.1", "1"),
			labels(Axis.logarithmic(0.0008, 2)));
	}

	@Test
	public void equalFactorsAreEqualStepsOnALogarithmicAxis() {
		final Axis axis = Axis.logarithmic(0.01, 100);
		assertEquals(0, axis.position(0.01), 1e-12);
		assertEquals(0.25, axis.position(0.1), 1e-12);
		assertEquals(0.5, axis.position(1), 1e-12);
		assertEquals(1, axis.position(100), 1e-12);
	}

	@Test
	public void linearPositionIsAShareOfTheRange() {
		assertEquals(0.25, Axis.linear(2, 10, 0, 5).position(4), 1e-12);
	}

	private static List<String> labels(final Axis axis) {
		return axis.ticks().stream().map(Axis::label).collect(Collectors.toList());
	}
}
