package io.github.mcdunet.training;

import io.github.mcdunet.augment.MaskOffset;

/**
 * Estimates how far masks lie from where a network sees the objects: the shift s that, applied to the predicted probabilities p,
 * comes closest to the masks y in the least squares sense, sum (y(x) - p(x - s))^2, by Gauss and Newton's method (Lucas and Kanade
 * 1981). A network that was trained on images flipped to either side is itself without an offset. Errors that are the same on
 * opposite sides of an object, such as outlines that are too wide, do not matter.
 */
final class OffsetEstimate {

	private final double x;
	private final double y;
	private double xx;
	private double xy;
	private double yy;
	private double bx;
	private double by;

	/** @param start the offset so far, about which to improve it */
	OffsetEstimate(final MaskOffset start) {
		x = start.x();
		y = start.y();
	}

	/**
	 * Adds an image. O(pixels).
	 *
	 * @param probability [H, W] row-major
	 * @param mask [H, W], 0 or 1
	 */
	void add(final float[] probability, final byte[] mask, final int width) {
		final int height = mask.length / width;
		final float[] p = shifted(probability, width, height);
		for (int v = 1; v < height - 1; v++)
			for (int u = 1; u < width - 1; u++) {
				final int i = v * width + u;
				final double gx = (p[i + 1] - p[i - 1]) / 2, gy = (p[i + width] - p[i - width]) / 2;
				final double miss = mask[i] - p[i];
				xx += gx * gx;
				xy += gx * gy;
				yy += gy * gy;
				bx -= gx * miss;
				by -= gy * miss;
			}
	}

	/** The improved offset; the same as before where the images have no edges. */
	MaskOffset result() {
		final double determinant = xx * yy - xy * xy;
		if (!(determinant > 1e-9 * xx * yy)) return new MaskOffset(x, y);
		return new MaskOffset(x + (yy * bx - xy * by) / determinant, y + (xx * by - xy * bx) / determinant);
	}

	/** p(x - s), bilinear; outside, the edge goes on. */
	private float[] shifted(final float[] p, final int width, final int height) {
		if (x == 0 && y == 0) return p;
		final float[] to = new float[p.length];
		for (int v = 0; v < height; v++)
			for (int u = 0; u < width; u++) {
				final double sx = Math.max(0, Math.min(width - 1, u - x)),
					sy = Math.max(0, Math.min(height - 1, v - y));
				final int left = Math.min((int) sx, width - 2), top = Math.min((int) sy, height - 2);
				final double fx = sx - left, fy = sy - top;
				final int i = top * width + left;
				to[v * width + u] = (float) ((1 - fy) * ((1 - fx) * p[i] + fx * p[i + 1])
					+ fy * ((1 - fx) * p[i + width]
						+ fx * p[i + width + 1]));
			}
		return to;
	}
}
