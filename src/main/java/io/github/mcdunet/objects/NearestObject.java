package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

/**
 * Divides an image among its objects: each pixel belongs to the object that is nearest to it
 * (Voronoi zones). Exact Euclidean distances between pixel centres by the lower envelope of
 * parabolas (Felzenszwalb and Huttenlocher 2012, https://doi.org/10.4086/toc.2012.v008a019).
 */
public final class NearestObject {

	private static final int NONE = -1;

	private final int[] labels;
	private final int width;
	private final int height;
	private final int[] rows;
	private final int[] columns;
	private final double[] starts;

	private NearestObject(final Labels labels) {
		this.labels = labels.objects();
		width = labels.width();
		height = labels.height();
		rows = new int[width * height];
		columns = new int[width];
		starts = new double[width];
	}

	/**
	 * Linear in the number of pixels.
	 *
	 * @return [H, W] row-major, the number of the nearest object; any of them where several are
	 * equally near, 0 where there is none
	 */
	public static int[] zones(final Labels labels) {
		return zones(labels, Double.POSITIVE_INFINITY);
	}

	/**
	 * The same, but pixels whose centre is farther than this from that of the nearest object's
	 * pixel belong to none.
	 *
	 * @param reach in pixels
	 */
	public static int[] zones(final Labels labels, final double reach) {
		final NearestObject nearest = new NearestObject(labels);
		for (int x = 0; x < nearest.width; x++)
			nearest.column(x);
		final int[] zones = new int[nearest.rows.length];
		for (int y = 0; y < nearest.height; y++)
			nearest.row(y, zones, reach * reach);
		return zones;
	}

	/** For each pixel the row of the nearest object pixel of its column. */
	private void column(final int x) {
		int last = NONE;
		for (int y = 0; y < height; y++) {
			if (labels[y * width + x] != 0) last = y;
			rows[y * width + x] = last;
		}
		int next = NONE;
		for (int y = height - 1; y >= 0; y--) {
			final int i = y * width + x;
			if (labels[i] != 0) next = y;
			if (next != NONE && (rows[i] == NONE || next - y < y - rows[i])) rows[i] = next;
		}
	}

	/** @param reach squared */
	private void row(final int y, final int[] zones, final double reach) {
		int n = 0;
		for (int x = 0; x < width; x++) {
			if (rows[y * width + x] == NONE) continue;
			double start = Double.NEGATIVE_INFINITY;
			while (n > 0 && (start = crossing(y, columns[n - 1], x)) <= starts[n - 1])
				n--;
			starts[n] = n == 0 ? Double.NEGATIVE_INFINITY : start;
			columns[n++] = x;
		}
		for (int x = 0, k = 0; x < width && n > 0; x++) {
			while (k + 1 < n && starts[k + 1] < x)
				k++;
			final int row = rows[y * width + columns[k]];
			final double dx = x - columns[k], dy = y - row;
			if (dx * dx + dy * dy <= reach) zones[y * width + x] = labels[row * width + columns[k]];
		}
	}

	/** From which x on the object pixel of column b is nearer than that of column a &lt; b. */
	private double crossing(final int y, final int a, final int b) {
		final double da = y - rows[y * width + a], db = y - rows[y * width + b];
		return (db * db + (double) b * b - da * da - (double) a * a) / (2.0 * (b - a));
	}
}
