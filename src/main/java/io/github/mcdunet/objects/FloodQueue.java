package io.github.mcdunet.objects;

import java.util.Arrays;

/**
 * Pixels by height, the highest first, and those of one height in the order in which they were
 * added: a binary heap of whole numbers, so that nothing is boxed and the order is the same on
 * every computer.
 */
final class FloodQueue {

	/** Height, turned round, in the upper 32 bits, and the number of the addition in the lower. */
	private long[] heap = new long[64];
	private int size;
	private int[] pixels = new int[64];
	private int added;

	/** A number that is in the order of the floats; NaN is the lowest. */
	static int ordered(final float value) {
		if (Float.isNaN(value)) return Integer.MIN_VALUE;
		final int bits = Float.floatToIntBits(value + 0f); // NB: makes -0 to 0
		return bits >= 0 ? bits : Integer.MIN_VALUE - bits;
	}

	/** O(log n). */
	void add(final int pixel, final float height) {
		if (size == heap.length) heap = Arrays.copyOf(heap, 2 * size);
		if (added == pixels.length) pixels = Arrays.copyOf(pixels, 2 * added);
		pixels[added] = pixel;
		final long key = (long) ~ordered(height) << 32 | added++;
		int i = size++;
		for (int above = (i - 1) / 2; i > 0 && heap[above] > key; above = (i - 1) / 2) {
			heap[i] = heap[above];
			i = above;
		}
		heap[i] = key;
	}

	/** Takes the highest pixel; -1 if there is none. O(log n). */
	int next() {
		if (size == 0) return -1;
		final int pixel = pixels[(int) heap[0]];
		final long key = heap[--size];
		int i = 0;
		for (int below = 1; below < size; below = 2 * i + 1) {
			if (below + 1 < size && heap[below + 1] < heap[below]) below++;
			if (heap[below] >= key) break;
			heap[i] = heap[below];
			i = below;
		}
		heap[i] = key;
		return pixel;
	}
}
