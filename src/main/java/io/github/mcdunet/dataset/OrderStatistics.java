package io.github.mcdunet.dataset;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The k-th smallest of any number of values, exactly, without a copy of them: two passes, each a
 * histogram of 16 of a float's 32 bits. O(n), half a megabyte.
 */
final class OrderStatistics {

	private static final int BINS = 1 << 16;

	private final Supplier<Cursor<FloatType>> values;
	private final long[] high = new long[BINS];

	/** @param values begins the same values anew on each call; none NaN */
	OrderStatistics(final Supplier<Cursor<FloatType>> values) {
		this.values = values;
		final Cursor<FloatType> cursor = values.get();
		while (cursor.hasNext())
			high[key(cursor.next().get()) >>> 16]++;
	}

	/** Number of values. */
	long count() {
		return Arrays.stream(high).sum();
	}

	/** @param ranks from 0, the smallest; below {@link #count} */
	float[] select(final long... ranks) {
		final int[] bins = Arrays.stream(ranks).mapToInt(rank -> bin(high, rank)).toArray();
		final long[][] low = new long[BINS][];
		for (final int bin : bins)
			low[bin] = new long[BINS];
		final Cursor<FloatType> cursor = values.get();
		while (cursor.hasNext()) {
			final int key = key(cursor.next().get());
			if (low[key >>> 16] != null) low[key >>> 16][key & 0xffff]++;
		}
		final float[] selected = new float[ranks.length];
		IntStream.range(0, ranks.length).forEach(i -> {
			final long before = Arrays.stream(high, 0, bins[i]).sum();
			selected[i] = value(bins[i] << 16 | bin(low[bins[i]], ranks[i] - before));
		});
		return selected;
	}

	private static int bin(final long[] histogram, final long rank) {
		long below = histogram[0];
		int bin = 0;
		while (below <= rank)
			below += histogram[++bin];
		return bin;
	}

	/**
	 * An unsigned integer that sorts as the float does: positive floats sort as their bits,
	 * negative ones the other way round.
	 */
	private static int key(final float value) {
		final int bits = Float.floatToRawIntBits(value);
		return bits ^ (bits >> 31 | Integer.MIN_VALUE);
	}

	private static float value(final int key) {
		return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
	}
}
