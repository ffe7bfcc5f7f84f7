package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;

import java.util.Locale;

/**
 * What was said against what was seen: pixels in bins of equal width of the probability that was
 * said, for each bin the mean of that probability and the share of pixels in which the event came
 * true. A value on the border of two bins belongs to the upper one, 1 to the last. Not thread-safe.
 */
public final class Reliability {

	private final long[] counts;
	private final double[] said;
	private final long[] seen;

	/** @param bins number of bins over 0..1, &gt;= 1 */
	public Reliability(final int bins) {
		counts = new long[bins];
		said = new double[bins];
		seen = new long[bins];
	}

	/** @param p probability that was said, 0..1; event whether it came true */
	void add(final double p, final boolean event) {
		final int bin = Math.min(counts.length - 1, (int) (p * counts.length));
		counts[bin]++;
		said[bin] += p;
		if (event) seen[bin]++;
	}

	/** Number of bins, empty ones included. */
	public int bins() {
		return counts.length;
	}

	/** Lower border of a bin. */
	public double low(final int bin) {
		return (double) bin / counts.length;
	}

	/** Upper border of a bin. */
	public double high(final int bin) {
		return (bin + 1.0) / counts.length;
	}

	/** Number of pixels in a bin. */
	public long count(final int bin) {
		return counts[bin];
	}

	/** Number of pixels in all bins. */
	public long count() {
		long n = 0;
		for (final long c : counts)
			n += c;
		return n;
	}

	/** Mean of the probabilities in a bin. */
	public Measure said(final int bin) {
		return counts[bin] == 0 ? empty(bin) : Measure.of(said[bin] / counts[bin]);
	}

	/** Share of a bin's pixels in which the event came true. */
	public Measure seen(final int bin) {
		return counts[bin] == 0 ? empty(bin) : Measure.of((double) seen[bin] / counts[bin]);
	}

	/** Mean over the pixels of |said - seen| of their bin: the expected calibration error, 0..1. */
	public Measure error() {
		double sum = 0;
		for (int b = 0; b < counts.length; b++)
			sum += Math.abs(said[b] - seen[b]);
		final long n = count();
		return n == 0 ? Measure.none("There is no pixel.") : Measure.of(sum / n);
	}

	private Measure empty(final int bin) {
		return Measure.none(String.format(Locale.ROOT,
			"No pixel has a probability from %.2f to %.2f.", low(bin), high(bin)));
	}
}
