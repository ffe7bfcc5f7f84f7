package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class BoxPlotTest {

	/** Quartiles of 1..5: the second and fourth; 20 is beyond 4 + 1.5 * 2. */
	@Test
	public void fiveByHand() {
		final BoxPlot box = new BoxPlot(new double[]{ 20, 1, 3, 2, 4 });
		assertEquals(2, box.lowerQuartile(), 1e-12);
		assertEquals(3, box.median(), 0);
		assertEquals(4, box.upperQuartile(), 1e-12);
		assertEquals(6, box.mean(), 0);
		assertEquals(1, box.lowerWhisker(), 0);
		assertEquals(4, box.upperWhisker(), 0);
	}

	/** Position 0.25 (4 - 1) = 0.75 between 1 and 2. */
	@Test
	public void quartilesBetweenValues() {
		final BoxPlot box = new BoxPlot(new double[]{ 1, 2, 3, 4 });
		assertEquals(1.75, box.lowerQuartile(), 1e-12);
		assertEquals(3.25, box.upperQuartile(), 1e-12);
	}

	@Test
	public void oneValueIsAll() {
		final BoxPlot box = new BoxPlot(new double[]{ 0.5 });
		assertEquals(0.5, box.lowerQuartile(), 0);
		assertEquals(0.5, box.upperWhisker(), 0);
		assertThrows(IllegalArgumentException.class, () -> new BoxPlot(new double[0]));
	}
}
