package io.github.mcdunet.objects;

import java.util.EnumMap;
import java.util.Map;

/**
 * By how much the intervals of each quantity are widened; 1 leaves them as the samples give them.
 *
 * @param factors by quantity, &gt;= 1 and finite; 1 for a quantity that is not among them
 */
public record IntervalFactors(Map<Quantity, Double> factors) {

	/** All 1. */
	public static final IntervalFactors NONE = new IntervalFactors(Map.of());

	public IntervalFactors {
		factors.forEach((quantity, factor) -> {
			if (!(factor >= 1) || factor.isInfinite())
				throw new IllegalArgumentException(
					"A factor of " + factor + " for the " + quantity);
		});
		final Map<Quantity, Double> copy = new EnumMap<>(Quantity.class);
		copy.putAll(factors);
		factors = copy;
	}

	public double factor(final Quantity quantity) {
		return factors.getOrDefault(quantity, 1.0);
	}

	/** Whether a factor was found for it, be it 1. */
	public boolean has(final Quantity quantity) {
		return factors.containsKey(quantity);
	}
}
