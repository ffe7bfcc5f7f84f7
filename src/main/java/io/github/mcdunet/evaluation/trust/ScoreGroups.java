package io.github.mcdunet.evaluation.trust;

import java.util.Arrays;

/**
 * Pixels of equal score, group by group, from the lowest score to the highest.
 *
 * @param counts number of pixels of each group; not copied, nor are the others
 * @param hitCounts how many of them are hits
 * @param sums of the values of each group's pixels
 */
record ScoreGroups(long[] counts, long[] hitCounts, double[] sums) {

	/** Number of groups. */
	int size() {
		return counts.length;
	}

	/** Number of pixels of a group. */
	long count(final int group) {
		return counts[group];
	}

	/** How many of the group's pixels are hits. */
	long hits(final int group) {
		return hitCounts[group];
	}

	/** Sum of the values of the group's pixels. */
	double sum(final int group) {
		return sums[group];
	}

	long pixels() {
		return Arrays.stream(counts).sum();
	}

	long hits() {
		return Arrays.stream(hitCounts).sum();
	}

	static final class Builder {

		private long[] counts = new long[64];
		private long[] hits = new long[64];
		private double[] sums = new double[64];
		private int size;

		/** Adds the group of the next higher score. */
		Builder add(final long count, final long hit, final double sum) {
			if (size == counts.length) {
				counts = Arrays.copyOf(counts, 2 * size);
				hits = Arrays.copyOf(hits, 2 * size);
				sums = Arrays.copyOf(sums, 2 * size);
			}
			counts[size] = count;
			hits[size] = hit;
			sums[size++] = sum;
			return this;
		}

		ScoreGroups build() {
			return new ScoreGroups(Arrays.copyOf(counts, size), Arrays.copyOf(hits, size),
				Arrays.copyOf(sums, size));
		}
	}
}
