package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;

/**
 * Means of a map inside of objects and on their borders. An object's border are its own pixels with
 * a side on a pixel that is not its own, and the pixels beyond those sides; holes have borders too,
 * the image's edge is none. Inside are its other pixels, or all of them if there are no others.
 */
final class BorderMeans {

	private final Labels labels;
	private final float[] map;
	private final int[] marks;

	/** @param map [H, W] row-major */
	BorderMeans(final Labels labels, final float[] map) {
		this.labels = labels;
		this.map = map;
		marks = new int[map.length];
	}

	/**
	 * @param pixels of one object, not asked for before
	 * @return mean inside, mean on the border; NaN where there is no border, as the object fills
	 * the image
	 */
	double[] of(final int[] pixels) {
		double inside = 0, all = 0, border = 0;
		int insideCount = 0, borderCount = 0;
		for (final int i : pixels) {
			final int[] beyond = beyond(i);
			all += map[i];
			if (beyond.length == 0) {
				inside += map[i];
				insideCount++;
				continue;
			}
			border += map[i];
			borderCount++;
			for (final int j : beyond)
				if (marks[j] != labels.objects()[i]) {
					marks[j] = labels.objects()[i];
					border += map[j];
					borderCount++;
				}
		}
		return new double[]{ insideCount > 0 ? inside / insideCount : all / pixels.length,
			border / borderCount };
	}

	/** The pixels at the sides of pixel i that are not of the same object. */
	private int[] beyond(final int i) {
		final int w = labels.width(), x = i % w;
		final int[] found = new int[4];
		int n = 0;
		if (x > 0 && differs(i, i - 1)) found[n++] = i - 1;
		if (x < w - 1 && differs(i, i + 1)) found[n++] = i + 1;
		if (i >= w && differs(i, i - w)) found[n++] = i - w;
		if (i + w < map.length && differs(i, i + w)) found[n++] = i + w;
		return Arrays.copyOf(found, n);
	}

	private boolean differs(final int i, final int j) {
		return labels.objects()[i] != labels.objects()[j];
	}
}
