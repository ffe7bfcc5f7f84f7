package io.github.mcdunet.network.portable;

/**
 * Every second pixel of every second row of a large tensor, the first of them at row and column 0
 * or 1: there, a convolution of the up-sampled tensor is a 2 x 2 correlation of the small one.
 *
 * @param y first row
 * @param x first column
 */
record Phase(int y, int x) {

	/** @param number 0..3 */
	Phase(final int number) {
		this(number / 2, number % 2);
	}

	/**
	 * The pixels of the small tensor that count for a pixel of the phase: large row 2j + s sees the
	 * small rows j - 1 + s and j + s.
	 */
	Window window() {
		return new Window(y - 1, x - 1, 2, 2);
	}

	/** The tap of the 4 x 4 kernel (see UpKernel) with which tap t of the window counts. */
	int wideTap(final int t) {
		return (3 - y - 2 * (t / 2)) * 4 + 3 - x - 2 * (t % 2);
	}

	/** Copies the phase of a large plane into a small one. */
	void gather(final PlaneTensor large, final float[] from, final PlaneTensor small,
		final float[] to) {
		for (int r = 0; r < small.h(); r++) {
			final int source = large.row(2 * r + y) + x, target = small.row(r);
			for (int i = 0; i < small.w(); i++)
				to[target + i] = from[source + 2 * i];
		}
	}
}
