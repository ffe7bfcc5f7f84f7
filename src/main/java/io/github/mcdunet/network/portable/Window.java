package io.github.mcdunet.network.portable;

/**
 * The rectangle of neighbours that a convolution looks at: rows top .. top + rows - 1, columns left
 * .. left + columns - 1.
 */
final class Window {

	private final int top;
	private final int left;
	private final int rows;
	private final int columns;

	Window(final int top, final int left, final int rows, final int columns) {
		this.top = top;
		this.left = left;
		this.rows = rows;
		this.columns = columns;
	}

	/** The centred window of a K x K kernel, K odd. */
	static Window centred(final int kernel) {
		return new Window(-(kernel / 2), -(kernel / 2), kernel, kernel);
	}

	/** The window of the way back: the pixels that look at this one. */
	Window reflected() {
		return new Window(1 - top - rows, 1 - left - columns, rows, columns);
	}

	int top() {
		return top;
	}

	int left() {
		return left;
	}

	int rows() {
		return rows;
	}

	int columns() {
		return columns;
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
