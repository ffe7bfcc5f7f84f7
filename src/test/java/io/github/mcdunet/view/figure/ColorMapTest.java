package io.github.mcdunet.view.figure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ColorMapTest {

	/**
	 * At these points the polynomial is off by up to 5.4 of 255 levels, at the light end. Colours
	 * of the original table of 256 (Smith and van der Walt, CC0) at their index.
	 */
	private static final double[][] TABLE = { { 0, 0.001462, 0.000466, 0.013866 },
		{ 64, 0.316654, 0.071690, 0.485380 }, { 128, 0.716387, 0.214982, 0.475290 },
		{ 192, 0.986700, 0.535582, 0.382210 }, { 255, 0.987053, 0.991438, 0.749504 } };

	@Test
	public void magmaComesCloseToItsTable() {
		for (final double[] row : TABLE) {
			final int color = ColorMap.magma(row[0] / 255);
			assertEquals("red at " + row[0], 255 * row[1], color >> 16, 6);
			assertEquals("green at " + row[0], 255 * row[2], color >> 8 & 255, 6);
			assertEquals("blue at " + row[0], 255 * row[3], color & 255, 6);
		}
	}

	@Test
	public void magmaGetsLighterAllTheWay() {
		double before = -1;
		for (int i = 0; i <= 50; i++) {
			final int color = ColorMap.magma(i / 50.0);
			final double light = 0.2126 * (color >> 16) + 0.7152 * (color >> 8 & 255)
				+ 0.0722 * (color & 255);
			assertTrue("at " + i / 50.0, light > before);
			before = light;
		}
	}

	@Test
	public void valuesBeyondTakeTheNearerEnd() {
		assertEquals(ColorMap.magma(0), ColorMap.magma(-3));
		assertEquals(ColorMap.magma(1), ColorMap.magma(3));
		assertEquals(ColorMap.magma(0), ColorMap.magma(Double.NaN));
		assertEquals(0, ColorMap.gray(-1));
		assertEquals(0xFFFFFF, ColorMap.gray(2));
		assertEquals(0, ColorMap.gray(Double.NaN));
	}

	@Test
	public void grayHasThreeEqualParts() {
		// NB: 0.2 x 255 = 51 = 0x33.
		assertEquals(0x333333, ColorMap.gray(0.2));
	}
}
