package io.github.mcdunet.dataset;

/**
 * Stretches an image to another size, as the reference does it: bilinear between pixel centres,
 * without smoothing first where it shrinks (OpenCV's INTER_LINEAR). Width and height stretch each
 * on their own.
 */
public final class Resampling {

	private Resampling() {
	}

	/**
	 * @param pixels [C, height, width] row-major
	 * @return a new array [C, newHeight, newWidth]
	 */
	public static float[] bilinear(final float[] pixels, final int channels, final int height,
		final int width, final int newHeight, final int newWidth) {
		if (pixels.length != (long) channels * height * width)
			throw new IllegalArgumentException(
				pixels.length + " values are not " + channels + " x " + height + " x " + width);
		final Axis columns = new Axis(width, newWidth);
		final Axis rows = new Axis(height, newHeight);
		final float[] result = new float[channels * newHeight * newWidth];
		int o = 0;
		for (int c = 0; c < channels; c++)
			for (int y = 0; y < newHeight; y++) {
				final int upper = (c * height + rows.first[y]) * width;
				final int lower = (c * height + rows.second[y]) * width;
				for (int x = 0; x < newWidth; x++) {
					final float top = columns.between(pixels, upper, x);
					final float bottom = columns.between(pixels, lower, x);
					result[o++] = top * (1 - rows.weight[y]) + bottom * rows.weight[y];
				}
			}
		return result;
	}

	/** Labels that stay what they are: see {@link Labels#between}. */
	public static Labels labels(final Labels labels, final int newHeight, final int newWidth) {
		if (labels.isMask()) return mask(labels, newHeight, newWidth);
		final Axis columns = new Axis(labels.width(), newWidth);
		final Axis rows = new Axis(labels.height(), newHeight);
		final byte[] classes = new byte[newHeight * newWidth];
		final int[] objects = labels.hasObjects() ? new int[classes.length] : null;
		for (int y = 0, o = 0; y < newHeight; y++)
			for (int x = 0; x < newWidth; x++, o++) {
				final int i = rows.first[y] * labels.width() + columns.first[x];
				final int right = columns.second[x] - columns.first[x],
					below = (rows.second[y] - rows.first[y]) * labels.width();
				classes[o] = labels.between(i, right, below, columns.weight[x], rows.weight[y]);
				if (objects != null && classes[o] > 0)
					objects[o] = labels.objectBetween(classes[o], i, right, below,
						columns.weight[x], rows.weight[y]);
			}
		return objects == null ? Labels.ofClasses(classes, newWidth, newHeight)
			: Labels.of(classes, objects, newWidth, newHeight, labels.objectCount());
	}

	/** A mask that stays 0 or 1: foreground where the bilinear value is at least 0.5. */
	private static Labels mask(final Labels mask, final int newHeight, final int newWidth) {
		final float[] soft = new float[mask.size()];
		for (int i = 0; i < soft.length; i++)
			soft[i] = mask.classes()[i];
		final float[] resized = bilinear(soft, 1, mask.height(), mask.width(), newHeight, newWidth);
		final byte[] result = new byte[resized.length];
		for (int i = 0; i < result.length; i++)
			result[i] = (byte) (resized[i] >= 0.5f ? 1 : 0);
		return Labels.ofClasses(result, newWidth, newHeight);
	}

	/** Between which two old pixels each new one lies, and how far toward the second. */
	private static final class Axis {

		private final int[] first;
		private final int[] second;
		private final float[] weight;

		Axis(final int size, final int newSize) {
			if (size < 1 || newSize < 1)
				throw new IllegalArgumentException(
					"Cannot resize " + size + " pixels to " + newSize);
			first = new int[newSize];
			second = new int[newSize];
			weight = new float[newSize];
			for (int i = 0; i < newSize; i++) {
				final double position = (i + 0.5) * size / newSize - 0.5;
				final double inside = Math.min(Math.max(position, 0), size - 1);
				first[i] = (int) inside;
				second[i] = Math.min(first[i] + 1, size - 1);
				weight[i] = (float) (inside - first[i]);
			}
		}

		float between(final float[] values, final int start, final int i) {
			return values[start + first[i]] * (1 - weight[i])
				+ values[start + second[i]] * weight[i];
		}
	}
}
