package io.github.mcdunet.inference;

import io.github.mcdunet.dataset.Logistic;
import io.github.mcdunet.network.Outputs;

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
	private final Outputs outputs;
	private final ClassStatistics classes;
	private final double[] separation;
	private int samples;

	/**
	 * @param outputs the network's
	 * @param pixels number of pixels of the tile
	 * @param kinds the maps that will be asked for: what the others need is left out
	 */
	SampleStatistics(final Outputs outputs, final int pixels, final Set<MapKind> kinds) {
		final boolean withSquares = needed(kinds, MapKind.Sum.SQUARES),
			withEntropies = needed(kinds, MapKind.Sum.ENTROPIES);
		this.outputs = outputs;
		mean = new double[pixels];
		squares = new double[withSquares && outputs.isBinary() ? pixels : 0];
		entropies = new double[withEntropies && outputs.isBinary() ? pixels : 0];
		separation = new double[outputs.separation() ? pixels : 0];
		classes = outputs.isBinary() ? null
			: new ClassStatistics(outputs.classes(), pixels, withSquares, withEntropies);
	}

	private static boolean needed(final Set<MapKind> kinds, final MapKind.Sum sum) {
		return kinds.stream().anyMatch(kind -> kind.needs(sum));
	}

	/**
	 * Adds a sample. O(pixels x classes).
	 *
	 * @param logits [planes, H, W]
	 * @return the logits of being of any class but the background, [H, W] at its beginning
	 */
	float[] add(final float[] logits) {
		samples++;
		final float[] foreground = classes == null ? logits : new float[mean.length];
		if (classes != null) classes.add(logits, foreground);
		IntStream.range(0, (mean.length + CHUNK - 1) / CHUNK).parallel().forEach(k -> {
			final int from = k * CHUNK, to = Math.min(mean.length, from + CHUNK);
			add(foreground, from, to);
			if (separation.length > 0) addSeparation(logits, from, to);
		});
		return foreground;
	}

	private void addSeparation(final float[] logits, final int from, final int to) {
		final int start = outputs.classPlanes() * mean.length;
		for (int i = from; i < to; i++)
			separation[i] += (Logistic.sigmoid(logits[start + i]) - separation[i]) / samples;
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
		if (classes != null)
			return kind.value(new MapKind.Pixel(samples, mean[i], classes.meanEntropy(i),
				classes.variance(i), classes.mean(i)));
		return kind.value(
			new MapKind.Pixel(samples, mean[i], entropies.length > 0 ? entropies[i] / samples : 0,
				squares.length > 0 ? squares[i] / samples : 0, null));
	}

	/** Mean probability of class k at pixel i, of more than two classes. */
	float probability(final int k, final int i) {
		return (float) classes.mean(k, i);
	}

	/** Mean depth at pixel i, 0 at the edge of an object, 1 at its centre. */
	float separation(final int i) {
		return (float) separation[i];
	}
}
