package io.github.mcdunet.training;

/**
 * Makes images smaller by a whole number: each new pixel is the mean of a square block, which the
 * image's edge may cut off.
 */
final class BlockMean {

	private final int width;
	private final int height;
	private final int size;

	/** @param side the largest width and height that the small image may have */
	BlockMean(final int width, final int height, final int side) {
		this.width = width;
		this.height = height;
		size = (Math.max(width, height) + side - 1) / side;
	}

	/** Side of a block in pixels; 1 = nothing to do. */
	int size() {
		return size;
	}

	/** Of the small image. */
	int width() {
		return (width + size - 1) / size;
	}

	/** Of the small image. */
	int height() {
		return (height + size - 1) / size;
	}

	/**
	 * @param values [C, H, W] row-major
	 * @return the same of the small image
	 */
	float[] of(final float[] values, final int channels) {
		final float[] means = new float[channels * height() * width()];
		for (int c = 0; c < channels; c++)
			for (int y = 0; y < height(); y++)
				addRows(values, c * height + y * size, Math.min(size, height - y * size), means,
					(c * height() + y) * width());
		return means;
	}

	/**
	 * @param row the first of some rows of the image, over all channels
	 * @param start of the row of means
	 */
	private void addRows(final float[] values, final int row, final int rows, final float[] means,
		final int start) {
		for (int y = row; y < row + rows; y++)
			for (int x = 0; x < width; x++)
				means[start + x / size] += values[y * width + x];
		for (int x = 0; x < width(); x++)
			means[start + x] /= rows * Math.min(size, width - x * size);
	}
}
