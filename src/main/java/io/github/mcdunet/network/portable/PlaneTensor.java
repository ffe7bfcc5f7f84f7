package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.Tensor;

/**
 * Feature maps as one array per image and channel. A plane is framed by zeros (one row above and
 * below, one column between the end of a row and the beginning of the next), so that a pixel's
 * neighbour in any direction lies a constant number of values away and convolutions need not know
 * the borders. Who writes a plane leaves the frame at 0.
 *
 * @param planes number image * C + channel; not copied
 */
record PlaneTensor(int n, int c, int h, int w, float[][] planes) implements Tensor {

	/** All 0. */
	PlaneTensor(final int n, final int c, final int h, final int w) {
		this(n, c, h, w, new float[n * c][(h + 2) * (w + 1) + 2]);
	}

	/** Values from a pixel to the one below it. */
	int stride() {
		return w + 1;
	}

	/** Index of the first pixel of row y, 0 .. h - 1, in a plane. */
	int row(final int y) {
		return (y + 1) * (w + 1) + 1;
	}

	/** The plane of channel k of image i. */
	float[] plane(final int i, final int k) {
		return planes[i * c + k];
	}

	@Override
	public void setImage(final int i, final float[] pixels) {
		if (pixels.length != c * h * w)
			throw new IllegalArgumentException(
				pixels.length + " values for " + c + " x " + h + " x " + w);
		for (int k = 0; k < c; k++)
			for (int y = 0; y < h; y++)
				System.arraycopy(pixels, (k * h + y) * w, plane(i, k), row(y), w);
	}

	@Override
	public float[] getImage(final int i) {
		final float[] pixels = new float[c * h * w];
		for (int k = 0; k < c; k++)
			for (int y = 0; y < h; y++)
				System.arraycopy(plane(i, k), row(y), pixels, (k * h + y) * w, w);
		return pixels;
	}

	@Override
	public void setRow(final int i, final int y, final float[] values) {
		for (int k = 0; k < c; k++) {
			final float[] plane = plane(i, k);
			final int start = row(y);
			for (int x = 0; x < w; x++)
				plane[start + x] = values[x * c + k];
		}
	}
}
