package io.github.mcdunet.view.figure;

/**
 * Scales a picture so that each new pixel is the mean of the area that it covers of the old ones.
 * Shrinking does not lose thin things and enlarging keeps pixels crisp.
 */
final class AreaScaling {

	private AreaScaling() {
	}

	/**
	 * @param values [height, width] row-major
	 * @return a new array [newHeight, newWidth]
	 */
	static float[] scale(final float[] values, final int width, final int height,
		final int newWidth, final int newHeight) {
		return rows(transposed(rows(transposed(values, width, height), height, newHeight),
			newHeight, width), width, newWidth);
	}

	/** Averages each row of width old values to newWidth ones. */
	private static float[] rows(final float[] values, final int width, final int newWidth) {
		final int rows = values.length / width;
		final float[] result = new float[rows * newWidth];
		for (int x = 0; x < newWidth; x++) {
			final double from = (double) x * width / newWidth;
			final double to = (double) (x + 1) * width / newWidth;
			final int last = Math.min(width, (int) Math.ceil(to)) - 1;
			for (int y = 0; y < rows; y++) {
				double sum = 0;
				for (int i = (int) from; i <= last; i++)
					sum += values[y * width + i] * (Math.min(to, i + 1) - Math.max(from, i));
				result[y * newWidth + x] = (float) (sum / (to - from));
			}
		}
		return result;
	}

	private static float[] transposed(final float[] values, final int width, final int height) {
		final float[] result = new float[values.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				result[x * height + y] = values[y * width + x];
		return result;
	}
}
