package io.github.mcdunet.forecast;

import java.util.stream.IntStream;

/**
 * How fast the processor multiplies and adds in plain Java, on numbers that stay in its first
 * cache: a yardstick that needs no library. Java's compiler uses the processor's vector
 * instructions for it.
 */
final class ProcessorSpeed {

	/** Three arrays of this length take 12 KB. */
	private static final int LENGTH = 1024;
	private static final int ROUNDS = 4000;
	/** A small image gives more processors than this little to do. */
	private static final int MOST_PROCESSORS = 8;

	private final int processors = Math.min(MOST_PROCESSORS,
		Runtime.getRuntime().availableProcessors());
	private double best;

	/**
	 * Measures for about so long; the best counts, which Java's compiler takes a tenth of a second
	 * to come to.
	 */
	void measure(final double duration) {
		final long end = System.nanoTime() + (long) (duration * 1e9);
		do
			measureOnce();
		while (System.nanoTime() < end);
	}

	private void measureOnce() {
		final long start = System.nanoTime();
		final double sum = IntStream.range(0, processors).parallel().mapToDouble(i -> work()).sum();
		final double seconds = (System.nanoTime() - start) / 1e9;
		// NB: the sum is used, lest the compiler leave the work out
		if (!Double.isNaN(sum))
			best = Math.max(best, (double) processors * ROUNDS * LENGTH / seconds);
	}

	private static double work() {
		final float[] a = new float[LENGTH], b = new float[LENGTH], c = new float[LENGTH];
		java.util.Arrays.fill(a, 0.5f);
		java.util.Arrays.fill(b, 0.25f);
		for (int round = 0; round < ROUNDS; round++)
			add(a, b, c);
		return c[LENGTH - 1];
	}

	private static void add(final float[] a, final float[] b, final float[] c) {
		for (int i = 0; i < LENGTH; i++)
			c[i] = c[i] * a[i] + b[i];
	}

	/**
	 * Multiplications with an addition per second, of all processors (at most 8) together: the best
	 * of the measurements.
	 */
	double perSecond() {
		return best;
	}
}
