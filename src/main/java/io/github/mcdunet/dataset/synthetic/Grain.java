package io.github.mcdunet.dataset.synthetic;

/**
 * How much darker or brighter the inside of a worm is from place to place: a smooth random row
 * along the body.
 */
final class Grain {

	/** Discs from one knot of the row to the next. */
	private static final int KNOT = 10;

	private final double[] knots;

	Grain(final int discs, final WormRandom random) {
		knots = new double[discs / KNOT + 2];
		for (int i = 0; i < knots.length; i++)
			knots[i] = random.uniform(-1, 1);
	}

	/** -1..1. */
	double at(final int disc) {
		final int k = disc / KNOT;
		final double t = (disc - k * KNOT) / (double) KNOT;
		return knots[k] * (1 - t) + knots[k + 1] * t;
	}
}
