package io.github.mcdunet.inference;

/** The kinds of map that Monte Carlo samples give; {@link UncertaintyMaps} says what they mean. */
public enum MapKind {
	/** Mean foreground probability, 0..1. */
	PROBABILITY,
	/** Predictive entropy in nats, 0..ln 2. */
	ENTROPY,
	/** Mutual information in nats, 0..ln 2. */
	MUTUAL_INFORMATION,
	/** Variance of the samples' probabilities, 0..0.25. */
	VARIANCE
}
