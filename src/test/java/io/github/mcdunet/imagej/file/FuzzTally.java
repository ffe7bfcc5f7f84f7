package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Does something with many altered inputs, the same for the same seed, and counts what became of
 * them, the time and the memory.
 */
final class FuzzTally {

	/** Far above what a small file takes, even where other programs compute at the same time. */
	private static final double MOST_SECONDS = 10;
	private static final long MOST_BYTES = 1L << 30;

	/** Makes an input; what this takes does not count. */
	interface Input<T> {

		T make(int number, Random random) throws Exception;
	}

	/** What is done with one input. */
	interface Trial<T> {

		/** @return what became of it, in a word or two */
		String run(T input) throws Exception;
	}

	private final long seed;
	private final Map<String, Integer> outcomes = new TreeMap<>();
	private double slowest;
	private String slowestName = "";
	private long largest;

	FuzzTally(final long seed) {
		this.seed = seed;
	}

	/** @throws AssertionError if a trial throws anything, or takes too much time or memory */
	<T> void run(final String what, final int count, final Input<T> inputs, final Trial<T> trial) {
		for (int i = 0; i < count; i++) {
			long before = 0, start = 0;
			try {
				final T input = inputs.make(i, new Random(seed * 1_000_003 + i));
				before = allocated();
				start = System.nanoTime();
				outcomes.merge(what + " " + trial.run(input), 1, Integer::sum);
			}
			catch (final Exception | Error e) {
				throw new AssertionError("seed " + seed + ", " + what + " " + i + ": " + e, e);
			}
			final double seconds = (System.nanoTime() - start) / 1e9;
			final long bytes = allocated() - before;
			if (seconds > slowest) slowestName = what + " " + i;
			slowest = Math.max(slowest, seconds);
			largest = Math.max(largest, bytes);
			assertTrue(
				"seed " + seed + ", " + what + " " + i + ": " + seconds + " s, " + bytes + " bytes",
				seconds < MOST_SECONDS && bytes < MOST_BYTES);
		}
	}

	/** How often it ended so. */
	int count(final String outcome) {
		return outcomes.getOrDefault(outcome, 0);
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
			.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	@Override
	public String toString() {
		return outcomes + String.format("; slowest %.2f s (%s), largest %.1f MB", slowest,
			slowestName, largest / 1e6);
	}
}
