package io.github.mcdunet.inference;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * Running sums over the Monte Carlo samples of one tile, from which all maps follow; memory does
 * not grow with T. Not thread-safe, though each call uses several threads.
 */
final class SampleStatistics {

	private static final int CHUNK = 1 << 14;

	private final double[] mean;
	private final double[] squares;
	private final double[] entropies;
	private int samples;

	/**
	 * @param pixels number of pixels of the tile
	 * @param kinds the maps that will be asked for: what the others need is left out
	 */
	SampleStatistics(final int pixels, final Set<MapKind> kinds) {
		mean = new double[pixels];
		squares = new double[needed(kinds, MapKind.Sum.SQUARES) ? pixels : 0];
		entropies = new double[needed(kinds, MapKind.Sum.ENTROPIES) ? pixels : 0];
	}

	private static boolean needed(final Set<MapKind> kinds, final MapKind.Sum sum) {
		return kinds.stream().anyMatch(kind -> kind.needs(sum));
	}

	/** Adds a sample's logits. O(pixels). */
	void add(final float[] logits) {
		samples++;
		IntStream.range(0, (logits.length + CHUNK - 1) / CHUNK).parallel()
			.forEach(k -> add(logits, k * CHUNK, Math.min(logits.length, (k + 1) * CHUNK)));
	}

	private void add(final float[] logits, final int from, final int to) {
		final boolean withSquares = squares.length > 0, withEntropies = entropies.length > 0;
		for (int i = from; i < to; i++) {
			final double a = Math.abs(logits[i]);
			final double q, h;
			if (a < LogisticTable.END) {
				final double position = a * LogisticTable.PER_UNIT;
				final int k = (int) position;
				q = LogisticTable.probability(k, position - k);
				h = withEntropies ? LogisticTable.entropy(k, position - k) : 0;
			}
			else {
				q = LogisticTable.probability(a);
				h = LogisticTable.entropy(a);
			}
			final double p = logits[i] >= 0 ? 1 - q : q;
			// Welford's update: no cancellation between large sums
			final double d = p - mean[i];
			mean[i] += d / samples;
			if (withSquares) squares[i] += d * (p - mean[i]);
			if (withEntropies) entropies[i] += h;
		}
	}

	/** A map's value at pixel i; of a kind that was announced. */
	float value(final MapKind kind, final int i) {
		return kind.value(
			new MapKind.Pixel(samples, mean[i], entropies.length > 0 ? entropies[i] / samples : 0,
				squares.length > 0 ? squares[i] / samples : 0));
	}
}
