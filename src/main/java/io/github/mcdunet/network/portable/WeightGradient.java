package io.github.mcdunet.network.portable;

/**
 * The gradient by the weights of a correlation: dw[o, i, t] = sum over images and pixels p of
 * dy_o[p] * x_i[p + offset(t)]. The neighbours of four pixels at a time are gathered, so that the
 * inner loop runs over (t, i).
 */
final class WeightGradient {

	private static final int PARTS = 16;

	private final PlaneTensor x;
	private final PlaneTensor dy;
	private final Window window;
	private final int perImage;
	private final float[][][] parts;

	WeightGradient(final PlaneTensor x, final PlaneTensor dy, final Window window) {
		this.x = x;
		this.dy = dy;
		this.window = window;
		perImage = Math.min(dy.h(), Math.max(1, PARTS / dy.n()));
		parts = new float[dy.n() * perImage][][];
	}

	void run() {
		Tasks.run(parts.length, k -> parts[k] = part(k / perImage, k % perImage * dy.h() / perImage,
			(k % perImage + 1) * dy.h() / perImage));
		for (int k = 1; k < parts.length; k++) {
			for (int o = 0; o < dy.c(); o++)
				Elementwise.sum(parts[0][o], parts[k][o], parts[0][o]);
			parts[k] = null;
		}
	}

	/** The last run's gradient for output channel o, input channel i and tap t. */
	float at(final int o, final int i, final int t) {
		return parts[0][o][t * x.c() + i];
	}

	private float[][] part(final int image, final int from, final int to) {
		final Neighbours neighbours = new Neighbours(x, image, window);
		final float[][] sums = new float[dy.c()][window.taps() * x.c()];
		for (int y = from; y < to; y++) {
			neighbours.moveTo(y);
			for (int p = 0; p < dy.w(); p += 4)
				four(neighbours, image, dy.row(y) + p, p, sums);
		}
		return sums;
	}

	private void four(final Neighbours neighbours, final int image, final int start,
		final int column, final float[][] sums) {
		final int n = Math.min(4, dy.w() - column);
		for (int j = 0; j < n; j++)
			neighbours.gather(column + j, j);
		for (int o = 0; o < sums.length; o++) {
			final float[] d = dy.plane(image, o);
			Elementwise.addFour(sums[o], sums[o].length, d[start], neighbours.window(0),
				n > 1 ? d[start + 1] : 0, neighbours.window(1), n > 2 ? d[start + 2] : 0,
				neighbours.window(2), n > 3 ? d[start + 3] : 0, neighbours.window(3));
		}
	}

	/** The windows of up to four pixels of a row, each as an array (tap, channel). */
	private static final class Neighbours {

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
			final int length = window.columns() * x.c(),
				from = (column + 1 + window.left()) * x.c();
			for (int r = 0; r < rows.length; r++)
				System.arraycopy(rows[r], from, windows[j], r * length, length);
		}

		/** The window in place j. */
		float[] window(final int j) {
			return windows[j];
		}
	}
}
