package io.github.mcdunet.dataset;

/**
 * How an image is made larger by reflection so that a network can take it, and cut back afterwards.
 * The image lies in the middle (the right and lower margins get the odd pixel); the margin mirrors
 * it without repeating the edge pixel (NumPy's "reflect"), to and fro where it is wider than the
 * image. A side of one pixel is repeated.
 *
 * @param width of the image
 * @param height of the image
 * @param paddedWidth at least the width
 * @param paddedHeight at least the height
 */
public record Padding(int width, int height, int paddedWidth, int paddedHeight) {

	/** @throws IllegalArgumentException if a padded side is smaller than the side itself */
	public Padding {
		if (width < 1 || height < 1 || paddedWidth < width || paddedHeight < height)
			throw new IllegalArgumentException("Cannot pad " + width + " x " + height + " to "
				+ paddedWidth + " x " + paddedHeight);
	}

	/** Pads each side up to the next multiple, such as 2^depth of the network. */
	public static Padding toMultiple(final int width, final int height, final int multiple) {
		if (multiple < 1) throw new IllegalArgumentException("Multiple " + multiple);
		return new Padding(width, height, roundUp(width, multiple), roundUp(height, multiple));
	}

	private static int roundUp(final int side, final int multiple) {
		return (side + multiple - 1) / multiple * multiple;
	}

	/** Columns added at the left. */
	public int left() {
		return (paddedWidth - width) / 2;
	}

	/** Rows added at the top. */
	public int top() {
		return (paddedHeight - height) / 2;
	}

	/** Whether nothing is added. */
	public boolean isNone() {
		return paddedWidth == width && paddedHeight == height;
	}

	/**
	 * @param pixels [C, height, width] row-major
	 * @return a new array [C, paddedHeight, paddedWidth]
	 */
	public float[] pad(final float[] pixels, final int channels) {
		checkLength(pixels.length, (long) channels * height * width);
		final int[] columns = sources(width, paddedWidth);
		final int[] rows = sources(height, paddedHeight);
		final float[] padded = new float[channels * paddedHeight * paddedWidth];
		int o = 0;
		for (int c = 0; c < channels; c++)
			for (final int row : rows) {
				final int start = (c * height + row) * width;
				for (final int column : columns)
					padded[o++] = pixels[start + column];
			}
		return padded;
	}

	/**
	 * @param labels of the image's width and height
	 * @return labels of the padded width and height; what is reflected keeps its object's number
	 */
	public Labels pad(final Labels labels) {
		labels.checkSize(width, height);
		final int[] columns = sources(width, paddedWidth);
		final int[] padded = new int[paddedHeight * paddedWidth];
		int o = 0;
		for (final int row : sources(height, paddedHeight))
			for (final int column : columns)
				padded[o++] = row * width + column;
		return labels.take(padded, paddedWidth, paddedHeight);
	}

	/**
	 * Undoes {@link #pad(float[], int)}.
	 *
	 * @param padded [C, paddedHeight, paddedWidth] row-major
	 * @return a new array [C, height, width]
	 */
	public float[] crop(final float[] padded, final int channels) {
		checkLength(padded.length, (long) channels * paddedHeight * paddedWidth);
		final float[] pixels = new float[channels * height * width];
		for (int c = 0; c < channels; c++)
			for (int y = 0; y < height; y++)
				System.arraycopy(padded, (c * paddedHeight + top() + y) * paddedWidth + left(),
					pixels, (c * height + y) * width, width);
		return pixels;
	}

	/** For each position of a padded side, the position of the image that is seen there. */
	private static int[] sources(final int side, final int paddedSide) {
		final int[] sources = new int[paddedSide];
		final int before = (paddedSide - side) / 2;
		// NB: there and back again visits every inner pixel twice, the two at the ends once.
		final int period = Math.max(1, 2 * (side - 1));
		for (int i = 0; i < paddedSide; i++) {
			final int phase = Math.floorMod(i - before, period);
			sources[i] = phase < side ? phase : period - phase;
		}
		return sources;
	}

	private static void checkLength(final int actual, final long expected) {
		if (actual != expected)
			throw new IllegalArgumentException("Expected " + expected + " values, got " + actual);
	}
}
