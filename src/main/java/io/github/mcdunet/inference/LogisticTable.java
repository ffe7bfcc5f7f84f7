package io.github.mcdunet.inference;

import io.github.mcdunet.dataset.Logistic;

/**
 * The smaller probability of a Bernoulli variable, 1 / (1 + e^a), and its entropy, by the absolute
 * value a of its logit. Between 0 and 16 they are interpolated linearly between 512 values per
 * unit, which is off by less than 2e-7 and several times as fast as exponentials and logarithms.
 */
final class LogisticTable {

	/** From here on the table does not reach. */
	static final int END = 16;

	static final int PER_UNIT = 512;

	private static final double[] PROBABILITIES = new double[END * PER_UNIT + 2];
	private static final double[] ENTROPIES = new double[PROBABILITIES.length];

	static {
		for (int k = 0; k < PROBABILITIES.length; k++) {
			PROBABILITIES[k] = probability((double) k / PER_UNIT);
			ENTROPIES[k] = entropy((double) k / PER_UNIT);
		}
	}

	private LogisticTable() {
	}

	/**
	 * Interpolated.
	 *
	 * @param k the whole and the broken part of a times {@link #PER_UNIT}, a &lt; {@link #END}
	 * @param part the whole and the broken part of a times {@link #PER_UNIT}, a &lt; {@link #END}
	 */
	static double probability(final int k, final double part) {
		return PROBABILITIES[k] + part * (PROBABILITIES[k + 1] - PROBABILITIES[k]);
	}

	/** Interpolated, in nats. */
	static double entropy(final int k, final double part) {
		return ENTROPIES[k] + part * (ENTROPIES[k + 1] - ENTROPIES[k]);
	}

	/** Exact; e^-a / (1 + e^-a). */
	static double probability(final double a) {
		return Logistic.sigmoid(-a);
	}

	/** Exact, in nats; ln(1 + e^-a) + a e^-a / (1 + e^-a), 0 where a is infinite. */
	static double entropy(final double a) {
		final double e = Math.exp(-a);
		return e == 0 ? 0 : Math.log1p(e) + a * e / (1 + e);
	}
}
