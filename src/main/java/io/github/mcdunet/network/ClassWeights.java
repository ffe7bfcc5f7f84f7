package io.github.mcdunet.network;

import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much a pixel of each class counts in the loss. Multiplied with a pixel's cross-entropy, and
 * so with its gradient. Immutable.
 */
public final class ClassWeights {

	/** Each pixel counts 1. */
	public static final ClassWeights EQUAL = new ClassWeights(new float[0]);

	/** A rare class counts so many times as much as the most frequent one at most. */
	private static final double LARGEST_RATIO = 100;

	private final float[] weights;

	private ClassWeights(final float[] weights) {
		this.weights = weights;
	}

	/**
	 * Weights by which all classes count the same in sum, as far as the rarest does not get more
	 * than 100 times the weight of the most frequent one: proportional to 1 / share, and 1 on the
	 * mean of all pixels (King and Zeng 2001, doi:10.1093/oxfordjournals.pan.a004868), so that the
	 * learning rate keeps its meaning.
	 *
	 * @param labels of the training images; unlabelled pixels do not count
	 */
	public static ClassWeights balanced(final Iterable<Labels> labels) {
		final long[] counts = new long[Byte.MAX_VALUE + 1];
		for (final Labels image : labels)
			for (final byte c : image.classes())
				if (c >= 0) counts[c]++;
		final long most = Arrays.stream(counts).max().getAsLong();
		final double[] ratios = Arrays.stream(counts)
			.mapToDouble(n -> n == 0 ? 0 : Math.min(LARGEST_RATIO, most / (double) n)).toArray();
		double sum = 0;
		for (int c = 0; c < counts.length; c++)
			sum += ratios[c] * counts[c];
		final double scale = Arrays.stream(counts).sum() / sum;
		final int classes = IntStream.range(0, counts.length).filter(c -> counts[c] > 0)
			.map(c -> c + 1).max().orElse(0);
		final float[] weights = new float[classes];
		for (int c = 0; c < classes; c++)
			weights[c] = (float) (ratios[c] * scale);
		return new ClassWeights(weights);
	}

	/** The weight of a pixel of class c, &gt;= 0; that of a class that was not there is 1. */
	public float of(final int c) {
		return c < weights.length && weights[c] > 0 ? weights[c] : 1;
	}

	/** Such as "0.53, 9.1": that of the background first. */
	@Override
	public String toString() {
		return IntStream.range(0, weights.length)
			.mapToObj(c -> String.format(Locale.ROOT, "%.3g", of(c)))
			.collect(Collectors.joining(", "));
	}
}
