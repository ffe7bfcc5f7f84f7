package io.github.mcdunet.view;

/** Colours for numbers, as packed 0xRRGGBB. */
final class ColorMap {

	/** Per power of t from 0 to 6: red, green, blue, each 0..1. */
	private static final double[][] MAGMA = { //
		{ -0.0021365, -0.0007497, -0.0053861 }, //
		{ 0.2516605, 0.6775232, 2.4940266 }, //
		{ 8.3537173, -3.5777195, 0.3144679 }, //
		{ -27.6687331, 14.2647308, -13.6492132 }, //
		{ 52.1761398, -27.9436061, 12.9441694 }, //
		{ -50.7685254, 29.0465828, 4.2341530 }, //
		{ 18.6557051, -11.4897735, -5.6019615 } };

	private ColorMap() {
	}

	/**
	 * Magma: from black over purple and orange to light yellow, ever lighter, so that it also reads in grey. The map is by Smith
	 * and van der Walt (CC0, https://bids.github.io/colormap), the polynomial by Matt Zucker (CC0,
	 * https://www.shadertoy.com/view/WlfXRN); the two differ a little.
	 *
	 * @param t 0..1; values beyond are drawn as the nearer end, NaN as 0
	 */
	static int magma(final double t) {
		final double inside = t > 0 ? Math.min(t, 1) : 0;
		int rgb = 0;
		for (int c = 0; c < 3; c++) {
			double value = 0;
			for (int power = MAGMA.length - 1; power >= 0; power--)
				value = value * inside + MAGMA[power][c];
			rgb = rgb << 8 | level(value);
		}
		return rgb;
	}

	/** @param t 0 = black .. 1 = white; values beyond are drawn as the nearer end, NaN as black */
	static int gray(final double t) {
		return level(t) * 0x010101;
	}

	private static int level(final double value) {
		return (int) Math.round(255 * Math.min(Math.max(Double.isNaN(value) ? 0 : value, 0), 1));
	}
}
