package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.PixelSize;

/**
 * The exact Euclidean distance of every pixel to the nearest pixel of a set: the lower envelope of
 * parabolas, first along the columns and then along the rows (Felzenszwalb and Huttenlocher 2012,
 * https://doi.org/10.4086/toc.2012.v008a019). Linear in the number of pixels.
 */
final class DistanceTransform {

	private final double step;
	private final int[] vertices;
	private final double[] starts;
	private final double[] heights;

	/** @param length of a line, step between its pixels */
	private DistanceTransform(final int length, final double step) {
		this.step = step;
		vertices = new int[length];
		starts = new double[length];
		heights = new double[length];
	}

	/**
	 * @param set [H, W] row-major; everything but 0 belongs to the set
	 * @param size of a pixel, which may be oblong
	 * @return squared distances between the middles of pixels, [H, W], in squared units of the
	 * pixel size; infinite everywhere if the set is empty
	 */
	static double[] squared(final byte[] set, final int width, final int height,
		final PixelSize size) {
		if (set.length != width * height)
			throw new IllegalArgumentException(
				set.length + " pixels in a mask of " + width + " x " + height);
		final double[] squares = new double[set.length];
		for (int i = 0; i < set.length; i++)
			squares[i] = set[i] != 0 ? 0 : Double.POSITIVE_INFINITY;
		final DistanceTransform columns = new DistanceTransform(height, size.height());
		for (int x = 0; x < width; x++)
			columns.line(squares, x, width);
		final DistanceTransform rows = new DistanceTransform(width, size.width());
		for (int y = 0; y < height; y++)
			rows.line(squares, y * width, 1);
		return squares;
	}

	/** Replaces each value f(q) of a line by the least f(p) + (step (q - p))^2. */
	private void line(final double[] values, final int first, final int stride) {
		for (int q = 0; q < heights.length; q++)
			heights[q] = values[first + q * stride];
		final int parabolas = envelope();
		if (parabolas == 0) return;
		for (int q = 0, k = 0; q < heights.length; q++) {
			while (k + 1 < parabolas && starts[k + 1] < q)
				k++;
			final double d = step * (q - vertices[k]);
			values[first + q * stride] = d * d + heights[vertices[k]];
		}
	}

	/** @return number of parabolas in the lower envelope; one of infinite height is in none */
	private int envelope() {
		int n = 0;
		for (int q = 0; q < heights.length; q++) {
			if (Double.isInfinite(heights[q])) continue;
			while (n > 0 && crossing(vertices[n - 1], q) <= starts[n - 1])
				n--;
			starts[n] = n == 0 ? Double.NEGATIVE_INFINITY : crossing(vertices[n - 1], q);
			vertices[n++] = q;
		}
		return n;
	}

	/** Where, in pixels, the parabola of q goes below that of the earlier p. */
	private double crossing(final int p, final int q) {
		return (heights[q] - heights[p]) / (2 * step * step * (q - p)) + (p + q) / 2.0;
	}
}
