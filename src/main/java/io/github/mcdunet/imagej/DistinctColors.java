package io.github.mcdunet.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Colours of which each looks as different as it can from all before it, and none like black: the
 * next one is that whose nearest neighbour in CIELAB is farthest away (Glasbey et al. 2007,
 * https://doi.org/10.1002/col.20327). The same on every computer.
 */
final class DistinctColors {

	/** Candidates have 0, 17, 34 .. 255 in each channel. */
	private static final int STEP = 17, LEVELS = 16;
	/** CIELAB's lightness of what can be seen on black, and is not mistaken for white. */
	private static final double DARKEST = 35, LIGHTEST = 96;

	private record Candidate(int rgb, double l, double a, double b) {

		double square(final Candidate o) {
			return (l - o.l) * (l - o.l) + (a - o.a) * (a - o.a) + (b - o.b) * (b - o.b);
		}
	}

	private DistinctColors() {
	}

	/** @return 0xrrggbb, at most 1,000 colours */
	static int[] rgb(final int n) {
		final List<Candidate> candidates = new ArrayList<>();
		for (int i = 0; i < LEVELS * LEVELS * LEVELS; i++) {
			final Candidate c = lab(STEP * (i / LEVELS / LEVELS) << 16
				| STEP * (i / LEVELS % LEVELS) << 8 | STEP * (i % LEVELS));
			if (c.l >= DARKEST && c.l <= LIGHTEST) candidates.add(c);
		}
		final double[] nearest = new double[candidates.size()];
		Arrays.setAll(nearest, i -> candidates.get(i).square(lab(0)));
		final int[] colors = new int[n];
		for (int k = 0; k < n; k++) {
			int best = 0;
			for (int i = 1; i < nearest.length; i++)
				if (nearest[i] > nearest[best]) best = i;
			final Candidate chosen = candidates.get(best);
			colors[k] = chosen.rgb;
			for (int i = 0; i < nearest.length; i++)
				nearest[i] = Math.min(nearest[i], candidates.get(i).square(chosen));
		}
		return colors;
	}

	/** From sRGB with the white of daylight, D65. */
	private static Candidate lab(final int rgb) {
		final double r = linear(rgb >> 16 & 0xff), g = linear(rgb >> 8 & 0xff),
			b = linear(rgb & 0xff);
		final double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505),
			y = root(0.2126 * r + 0.7152 * g + 0.0722 * b),
			z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
		return new Candidate(rgb, 116 * y - 16, 500 * (x - y), 200 * (y - z));
	}

	private static double linear(final int value) {
		final double c = value / 255.0;
		return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
	}

	private static double root(final double t) {
		return t > 216.0 / 24389 ? StrictMath.cbrt(t) : t * 841 / 108 + 4 / 29.0;
	}
}
