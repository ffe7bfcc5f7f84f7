package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.inference.UncertaintyMaps;

/**
 * The maps that say how uncertain a pixel is. The names stand in people's tables: never change one.
 */
public enum UncertaintyScore {

	ENTROPY("Entropy") {

		@Override
		public float[] of(final UncertaintyMaps maps) {
			return maps.entropy();
		}
	},
	MUTUAL_INFORMATION("Mutual information") {

		@Override
		public float[] of(final UncertaintyMaps maps) {
			return maps.mutualInformation();
		}
	},
	VARIANCE("Variance") {

		@Override
		public float[] of(final UncertaintyMaps maps) {
			return maps.variance();
		}
	},
	LEAST_CONFIDENCE("1 - max p") {

		@Override
		public float[] of(final UncertaintyMaps maps) {
			final float[] p = maps.probability(), score = new float[p.length];
			for (int i = 0; i < p.length; i++)
				score[i] = Math.min(p[i], 1 - p[i]);
			return score;
		}
	};

	private final String label;

	UncertaintyScore(final String label) {
		this.label = label;
	}

	/** For tables, plots and sentences. */
	public String label() {
		return label;
	}

	/** Whether it lives on the disagreement between samples, so that one sample has none. */
	public boolean needsSamples() {
		return this == MUTUAL_INFORMATION || this == VARIANCE;
	}

	/** Per pixel, &gt;= 0, higher is less certain; may share memory with the maps. */
	public abstract float[] of(UncertaintyMaps maps);
}
