package io.github.mcdunet.evaluation.trust;

/**
 * Pixels counted by a score &gt;= 0, so that any number of pixels can be put in order in little
 * memory (at most 50 MB, in practice below 10). A bin holds the floats that agree in their exponent
 * and the first 13 bits of their mantissa: scores that differ by less than 1/8192 of themselves may
 * count as equal, all others keep their order. Counts and sums are exact. Not thread-safe.
 */
final class ScoreHistogram {

	private static final int KEPT_BITS = 13;
	private static final int SHIFT = 23 - KEPT_BITS;
	private static final int PAGE = 1 << KEPT_BITS;
	private static final int EXPONENTS = 255;

	private final long[][] counts = new long[EXPONENTS][];
	private final long[][] hits = new long[EXPONENTS][];
	private final double[][] sums = new double[EXPONENTS][];

	/**
	 * @param score finite, &gt;= 0
	 * @param hit counted in the group's hits
	 * @param value added to the group's sum
	 */
	void add(final float score, final boolean hit, final double value) {
		if (!(score >= 0) || score == Float.POSITIVE_INFINITY)
			throw new IllegalArgumentException("Score " + score);
		// NB: adding 0 makes -0 a 0.
		final int bin = Float.floatToRawIntBits(score + 0f) >>> SHIFT;
		final int page = bin >>> KEPT_BITS, i = bin & PAGE - 1;
		if (counts[page] == null) {
			counts[page] = new long[PAGE];
			hits[page] = new long[PAGE];
			sums[page] = new double[PAGE];
		}
		counts[page][i]++;
		if (hit) hits[page][i]++;
		sums[page][i] += value;
	}

	/** The bins that hold pixels, from the lowest score to the highest. */
	ScoreGroups groups() {
		final ScoreGroups.Builder groups = new ScoreGroups.Builder();
		for (int page = 0; page < EXPONENTS; page++)
			for (int i = 0; counts[page] != null && i < PAGE; i++)
				if (counts[page][i] > 0) groups.add(counts[page][i], hits[page][i], sums[page][i]);
		return groups.build();
	}
}
