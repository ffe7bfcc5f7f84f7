package io.github.mcdunet.objects;

import io.github.mcdunet.McdUnetException;

import java.util.EnumMap;
import java.util.Map;

/**
 * By how much the intervals of each quantity are widened; 1 leaves them as the samples give them.
 */
public final class IntervalFactors {

	/** All 1. */
	public static final IntervalFactors NONE = new IntervalFactors(Map.of());

	private static final String PREFIX = "interval.factor.";

	private final Map<Quantity, Double> factors = new EnumMap<>(Quantity.class);

	/** @param factors &gt;= 1 and finite; 1 for a quantity that is not among them */
	public IntervalFactors(final Map<Quantity, Double> factors) {
		factors.forEach((quantity, factor) -> {
			if (!(factor >= 1) || factor.isInfinite())
				throw new IllegalArgumentException(
					"A factor of " + factor + " for the " + quantity);
		});
		this.factors.putAll(factors);
	}

	public double factor(final Quantity quantity) {
		return factors.getOrDefault(quantity, 1.0);
	}

	/** Whether a factor was found for it, be it 1. */
	public boolean has(final Quantity quantity) {
		return factors.containsKey(quantity);
	}

	/** Adds what {@link #read} needs. */
	public void write(final Map<String, String> manifest) {
		factors.forEach(
			(quantity, factor) -> manifest.put(PREFIX + quantity.name(), factor.toString()));
	}

	/** @throws McdUnetException if the manifest holds a factor that is none */
	public static IntervalFactors read(final Map<String, String> manifest) {
		final Map<Quantity, Double> factors = new EnumMap<>(Quantity.class);
		for (final Quantity quantity : Quantity.values()) {
			final String text = manifest.get(PREFIX + quantity.name());
			if (text != null) factors.put(quantity, number(text));
		}
		return new IntervalFactors(factors);
	}

	private static double number(final String text) {
		try {
			final double factor = Double.parseDouble(text);
			if (factor >= 1 && factor < Double.POSITIVE_INFINITY) return factor;
		}
		catch (final NumberFormatException e) {
			throw damaged(text, e);
		}
		throw damaged(text, null);
	}

	private static McdUnetException damaged(final String text, final Throwable cause) {
		return new McdUnetException("The model's factors for intervals are damaged ('" + text
			+ "' where a number of at least 1 should be). Get the model file again from where it came from.",
			cause);
	}
}
