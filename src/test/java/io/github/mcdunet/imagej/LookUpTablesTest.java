package io.github.mcdunet.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.process.LUT;

import org.junit.Test;

/**
 * Colours of matplotlib's tables at quarters of the way, which no spline goes through by
 * construction.
 */
public class LookUpTablesTest {

	@Test
	public void viridisIsNearTheOriginal() {
		check(LookUpTables.viridis(), 0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725);
	}

	@Test
	public void magmaIsNearTheOriginal() {
		check(LookUpTables.magma(), 0x000004, 0x51127c, 0xb73779, 0xfc8961, 0xfcfdbf);
	}

	@Test
	public void lightnessRises() {
		for (final LUT lut : new LUT[]{ LookUpTables.viridis(), LookUpTables.magma() })
			for (int i = 4; i < 256; i++)
				assertTrue("entry " + i, luminance(lut.getRGB(i)) > luminance(lut.getRGB(i - 4)));
	}

	@Test
	public void graysAreGray() {
		for (int i = 0; i < 256; i++)
			assertEquals(0xff000000 | i * 0x010101, LookUpTables.grays().getRGB(i));
	}

	private static double luminance(final int rgb) {
		return 0.2126 * Math.pow(rgb >> 16 & 0xff, 2.2) + 0.7152 * Math.pow(rgb >> 8 & 0xff, 2.2)
			+ 0.0722 * Math.pow(rgb & 0xff, 2.2);
	}

	private static void check(final LUT lut, final int... colors) {
		for (int i = 0; i < colors.length; i++) {
			final int entry = lut.getRGB((int) Math.round(i * 255 / 4.0));
			for (int shift = 0; shift <= 16; shift += 8)
				assertEquals("entry " + i + " of 4, shift " + shift, colors[i] >> shift & 0xff,
					entry >> shift & 0xff, 4);
		}
	}
}
