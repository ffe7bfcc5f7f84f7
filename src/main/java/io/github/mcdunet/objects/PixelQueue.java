package io.github.mcdunet.objects;

import java.util.Arrays;

/** Pixels in the order in which they were added. */
final class PixelQueue {

	private int[] pixels = new int[64];
	private int end;
	private int next;

	void add(final int pixel) {
		if (end == pixels.length) pixels = Arrays.copyOf(pixels, 2 * end);
		pixels[end++] = pixel;
	}

	/** The first that has not been taken yet, or -1. */
	int next() {
		return next == end ? -1 : pixels[next++];
	}
}
