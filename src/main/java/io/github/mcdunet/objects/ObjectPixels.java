package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

/** The pixels of each object. */
public final class ObjectPixels {

	private ObjectPixels() {
	}

	/** @return for object n at index n - 1 the indices of its pixels, in ascending order */
	public static int[][] of(final Labels labels) {
		final int[] areas = labels.areas();
		final int[][] pixels = new int[labels.objectCount()][];
		for (int k = 0; k < pixels.length; k++)
			pixels[k] = new int[areas[k + 1]];
		final int[] used = new int[pixels.length];
		for (int i = 0; i < labels.objects().length; i++) {
			final int k = labels.objects()[i] - 1;
			if (k >= 0) pixels[k][used[k]++] = i;
		}
		return pixels;
	}
}
