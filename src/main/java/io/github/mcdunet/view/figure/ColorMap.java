package io.github.mcdunet.view.figure;

import ij.process.LUT;

import io.github.mcdunet.imagej.LookUpTables;

/** Colours for numbers, as packed 0xRRGGBB. */
public final class ColorMap {

	private static final LUT MAGMA = LookUpTables.magma();

	private ColorMap() {
	}

	/**
	 * The look-up table of the uncertainty images, from black over purple and orange to light
	 * yellow.
	 *
	 * @param t 0..1; values beyond are drawn as the nearer end, NaN as 0
	 */
	public static int magma(final double t) {
		return MAGMA.getRGB((int) Math.round(255 * (t > 0 ? Math.min(t, 1) : 0))) & 0xffffff;
	}

	/** @param t 0 = black .. 1 = white; values beyond are drawn as the nearer end, NaN as black */
	public static int gray(final double t) {
		return level(t) * 0x010101;
	}

	private static int level(final double value) {
		return (int) Math.round(255 * Math.min(Math.max(Double.isNaN(value) ? 0 : value, 0), 1));
	}
}
