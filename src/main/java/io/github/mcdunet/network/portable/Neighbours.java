package io.github.mcdunet.network.portable;

/** The windows of up to four pixels of a row, each as an array (tap, channel). */
final class Neighbours {

	private final PlaneTensor x;
	private final int image;
	private final Window window;
	private final float[][] rows;
	private final float[][] windows;
	private int current = Integer.MIN_VALUE;

	Neighbours(final PlaneTensor x, final int image, final Window window) {
		this.x = x;
		this.image = image;
		this.window = window;
		rows = new float[window.rows()][(x.w() + 2) * x.c()];
		windows = new float[4][window.taps() * x.c()];
	}

	/** Goes to row y; going to the next row is cheapest. */
	void moveTo(final int y) {
		final int last = rows.length - 1;
		int missing = rows.length;
		if (y == current + 1) {
			final float[] oldest = rows[0];
			System.arraycopy(rows, 1, rows, 0, last);
			rows[last] = oldest;
			missing = 1;
		}
		for (int r = rows.length - missing; r <= last; r++)
			interleave(y + window.top() + r, rows[r]);
		current = y;
	}

	/** Row y, -1 .. h, from column -1 to column w, as (column, channel). */
	private void interleave(final int y, final float[] to) {
		final int c = x.c(), columns = x.w() + 2, start = x.row(y) - 1;
		for (int k = 0; k < c; k++) {
			final float[] plane = x.plane(image, k);
			for (int i = 0; i < columns; i++)
				to[i * c + k] = plane[start + i];
		}
	}

	/** Puts the window of the pixel in the given column of the row into place j, 0 .. 3. */
	void gather(final int column, final int j) {
		final int length = window.columns() * x.c(), from = (column + 1 + window.left()) * x.c();
		for (int r = 0; r < rows.length; r++)
			System.arraycopy(rows[r], from, windows[j], r * length, length);
	}

	/** The window in place j. */
	float[] window(final int j) {
		return windows[j];
	}
}
