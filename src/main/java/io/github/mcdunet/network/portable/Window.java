package io.github.mcdunet.network.portable;

/**
 * The rectangle of neighbours that a convolution reads: rows top .. top + rows - 1, columns left ..
 * left + columns - 1.
 *
 * @param top row of the first, relative to the pixel
 * @param left column of the first, relative to the pixel
 */
record Window(int top, int left, int rows, int columns) {

	/** The centred window of a K x K kernel, K odd. */
	static Window centred(final int kernel) {
		return new Window(-(kernel / 2), -(kernel / 2), kernel, kernel);
	}

	/** The window of the way back: the pixels that look at this one. */
	Window reflected() {
		return new Window(1 - top - rows, 1 - left - columns, rows, columns);
	}

	/** Number of neighbours. */
	int taps() {
		return rows * columns;
	}

	/** Where tap t lies, relative to the pixel, if rows are stride values apart. */
	int offset(final int t, final int stride) {
		return (top + t / columns) * stride + left + t % columns;
	}
}
