package io.github.mcdunet.dataset;

import java.util.function.IntPredicate;

/**
 * The exact nearest pixel of a set, and the Euclidean distance to it, for every pixel of an image:
 * first along the columns, then by the lower envelope of parabolas along the rows (Felzenszwalb and
 * Huttenlocher 2012, https://doi.org/10.4086/toc.2012.v008a019). Linear in the number of pixels.
 */
public final class DistanceTransform {

	/** Where there is no pixel of the set. */
	public static final int NONE = -1;

	private final int width;
	private final int height;
	private final PixelSize size;
	/** For each pixel the row of the nearest pixel of the set in its column. */
	private final int[] rows;
	private final int[] columns;
	private final double[] starts;

	private DistanceTransform(final int width, final int height, final PixelSize size) {
		this.width = width;
		this.height = height;
		this.size = size;
		rows = new int[width * height];
		columns = new int[width];
		starts = new double[width];
	}

	/**
	 * @param set whether the pixel of an index into [H, W], row-major, belongs to the set
	 * @param size of a pixel, which may be oblong
	 * @return for each pixel the index of the nearest one of the set, between the middles of
	 * pixels; any of them where several are equally near, {@link #NONE} everywhere if the set is
	 * empty
	 */
	public static int[] nearest(final IntPredicate set, final int width, final int height,
		final PixelSize size) {
		final DistanceTransform transform = new DistanceTransform(width, height, size);
		for (int x = 0; x < width; x++)
			transform.column(x, set);
		final int[] nearest = new int[width * height];
		for (int y = 0; y < height; y++)
			transform.row(y, nearest);
		return nearest;
	}

	/**
	 * @param set [H, W] row-major; everything but 0 belongs to the set
	 * @param size of a pixel, which may be oblong
	 * @return squared distances between the middles of pixels, [H, W], in squared units of the
	 * pixel size; infinite everywhere if the set is empty
	 */
	public static double[] squared(final byte[] set, final int width, final int height,
		final PixelSize size) {
		if (set.length != width * height)
			throw new IllegalArgumentException(
				set.length + " pixels in a mask of " + width + " x " + height);
		final int[] nearest = nearest(i -> set[i] != 0, width, height, size);
		final double[] squares = new double[set.length];
		for (int i = 0; i < squares.length; i++)
			squares[i] = squared(i, nearest[i], width, size);
		return squares;
	}

	/**
	 * The squared distance between two pixels, in squared units of the pixel size.
	 *
	 * @param a index of a pixel in [H, W], row-major
	 * @param b index of the other pixel; infinitely far if {@link #NONE}
	 */
	public static double squared(final int a, final int b, final int width, final PixelSize size) {
		if (b == NONE) return Double.POSITIVE_INFINITY;
		final double dx = size.width() * (a % width - b % width),
			dy = size.height() * (a / width - b / width);
		return dx * dx + dy * dy;
	}

	private void column(final int x, final IntPredicate set) {
		int last = NONE;
		for (int y = 0; y < height; y++) {
			if (set.test(y * width + x)) last = y;
			rows[y * width + x] = last;
		}
		int next = NONE;
		for (int y = height - 1; y >= 0; y--) {
			final int i = y * width + x;
			if (set.test(i)) next = y;
			if (next != NONE && (rows[i] == NONE || next - y < y - rows[i])) rows[i] = next;
		}
	}

	private void row(final int y, final int[] nearest) {
		int n = 0;
		for (int x = 0; x < width; x++) {
			if (rows[y * width + x] == NONE) continue;
			double start = Double.NEGATIVE_INFINITY;
			while (n > 0 && (start = crossing(y, columns[n - 1], x)) <= starts[n - 1])
				n--;
			starts[n] = n == 0 ? Double.NEGATIVE_INFINITY : start;
			columns[n++] = x;
		}
		for (int x = 0, k = 0; x < width; x++) {
			while (k + 1 < n && starts[k + 1] < x)
				k++;
			nearest[y * width + x] = n == 0 ? NONE
				: rows[y * width + columns[k]] * width + columns[k];
		}
	}

	/** From which column on the set's pixel of column b is nearer than that of column a &lt; b. */
	private double crossing(final int y, final int a, final int b) {
		final double da = size.height() * (y - rows[y * width + a]),
			db = size.height() * (y - rows[y * width + b]);
		final double square = size.width() * size.width();
		return (db * db + square * b * b - da * da - square * a * a) / (2.0 * square * (b - a));
	}
}
