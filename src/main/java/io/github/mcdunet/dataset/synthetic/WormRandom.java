package io.github.mcdunet.dataset.synthetic;

import java.util.SplittableRandom;

/** Random numbers of the synthetic pictures; the same on every computer, hence StrictMath. */
final class WormRandom {

	private final SplittableRandom random;
	private double spare = Double.NaN;

	WormRandom(final long seed) {
		random = new SplittableRandom(seed);
	}

	double uniform(final double low, final double high) {
		return low + (high - low) * random.nextDouble();
	}

	boolean event(final double probability) {
		return random.nextDouble() < probability;
	}

	/** -1 or 1. */
	int sign() {
		return random.nextBoolean() ? 1 : -1;
	}

	/** 0 .. n - 1. */
	int index(final int n) {
		return random.nextInt(n);
	}

	/** Uniform in the logarithm, for what spans orders of magnitude. */
	double logUniform(final double low, final double high) {
		return low * StrictMath.exp(random.nextDouble() * StrictMath.log(high / low));
	}

	/** Standard normal (Box and Muller 1958, doi:10.1214/aoms/1177706645). */
	double gaussian() {
		if (!Double.isNaN(spare)) {
			final double value = spare;
			spare = Double.NaN;
			return value;
		}
		final double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
		final double angle = 2 * Math.PI * random.nextDouble();
		spare = radius * StrictMath.sin(angle);
		return radius * StrictMath.cos(angle);
	}
}
