package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;

/**
 * The peaks of a landscape that stand for objects, by their dynamics (Grimaud 1992,
 * https://doi.org/10.1117/12.60650): pixels are added from the highest down, and where two areas
 * grow together at a saddle, the lower peak counts as one of its own if the saddle is deep enough.
 */
final class Peaks {

	private final int width;
	private final int height;
	private final float[] landscape;
	private final double level;
	private final double prominence;
	/** The area of each pixel that has been added, as a union-find forest; -1 before. */
	private final int[] parents;
	private final int[] peaks;
	private final int[] seeds;
	private int count;

	private Peaks(final Labels mask, final float[] landscape, final double level,
		final double prominence) {
		width = mask.width();
		height = mask.height();
		this.landscape = landscape;
		this.level = level;
		this.prominence = prominence;
		parents = new int[landscape.length];
		Arrays.fill(parents, -1);
		peaks = new int[landscape.length];
		seeds = new int[landscape.length];
	}

	/**
	 * O(n log n) for n pixels of the mask.
	 *
	 * @param mask foreground, outside of which there is no landscape
	 * @param landscape [H, W] row-major
	 * @param level that a peak must reach
	 * @param prominence two peaks are told apart if the saddle between them lies below the level,
	 * or at least so far below the lower of the two
	 * @return an area for each peak, numbered from 1, else 0: the pixels around it that reach the
	 * level and lie less than the prominence below it
	 */
	static int[] of(final Labels mask, final float[] landscape, final double level,
		final double prominence) {
		final Peaks peaks = new Peaks(mask, landscape, level, prominence);
		for (final int i : descending(mask, landscape, level))
			peaks.add(i);
		for (int i = 0; i < landscape.length; i++)
			if (peaks.parents[i] == i) peaks.seed(peaks.peaks[i]);
		return peaks.seeds;
	}

	/** What reaches the level, the highest first, those of one height row by row. */
	private static int[] descending(final Labels mask, final float[] landscape,
		final double level) {
		final long[] keys = new long[landscape.length];
		int n = 0;
		for (int i = 0; i < landscape.length; i++)
			if (mask.isForeground(i) && landscape[i] >= level)
				keys[n++] = (long) ~FloodQueue.ordered(landscape[i]) << 32 | i;
		Arrays.sort(keys, 0, n);
		return Arrays.stream(keys, 0, n).mapToInt(key -> (int) key).toArray();
	}

	private void add(final int i) {
		parents[i] = i;
		peaks[i] = i;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) {
				final int x = i % width + dx, y = i / width + dy;
				if (x < 0 || y < 0 || x >= width || y >= height) continue;
				if (parents[y * width + x] >= 0) join(root(y * width + x), root(i), i);
			}
	}

	private void join(final int a, final int b, final int saddle) {
		if (a == b) return;
		final boolean aIsHigher = landscape[peaks[a]] > landscape[peaks[b]]
			|| landscape[peaks[a]] == landscape[peaks[b]] && peaks[a] < peaks[b];
		final int higher = aIsHigher ? a : b, lower = aIsHigher ? b : a;
		if (isDeep(saddle, peaks[lower])) seed(peaks[lower]);
		parents[lower] = higher;
	}

	/** Whether a pixel lies at least the prominence below a peak. */
	private boolean isDeep(final int i, final int peak) {
		return (double) landscape[peak] - landscape[i] >= prominence;
	}

	private int root(final int pixel) {
		int i = pixel;
		while (parents[i] != i) {
			parents[i] = parents[parents[i]];
			i = parents[i];
		}
		return i;
	}

	/** NB: areas of two peaks never meet, as the saddle between them is not part of either. */
	private void seed(final int peak) {
		count++;
		final PixelQueue queue = new PixelQueue();
		seeds[peak] = count;
		queue.add(peak);
		for (int i = queue.next(); i >= 0; i = queue.next())
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					final int x = i % width + dx, y = i / width + dy, k = y * width + x;
					if (x < 0 || y < 0 || x >= width || y >= height) continue;
					// What has not been added yet lies below the level, or below the saddle
					if (seeds[k] != 0 || parents[k] < 0 || isDeep(k, peak)) continue;
					seeds[k] = count;
					queue.add(k);
				}
	}
}
