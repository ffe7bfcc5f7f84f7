package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.DistanceTransform;
import io.github.mcdunet.dataset.PixelSize;

/**
 * The pixels of a mask that touch background by a side; what lies outside of the image is
 * background. Where the truth is unlabelled, or begins to be so beside a pixel, nobody knows the
 * outline, so there is none.
 */
final class Boundary {

	private final byte[] pixels;
	private final int width;
	private final int height;
	private final int count;

	Boundary(final Labels truth) {
		this(truth, truth);
	}

	/** @param truth of the same image */
	Boundary(final Labels mask, final Labels truth) {
		width = mask.width();
		height = mask.height();
		pixels = new byte[mask.size()];
		int n = 0;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (isBoundary(mask, x, y) && isKnown(truth.classes(), x, y)) {
					pixels[y * width + x] = 1;
					n++;
				}
		count = n;
	}

	private boolean isBoundary(final Labels mask, final int x, final int y) {
		final int i = y * width + x;
		if (!mask.isForeground(i)) return false;
		if (x == 0 || y == 0 || x == width - 1 || y == height - 1) return true;
		return !mask.isForeground(i - 1) || !mask.isForeground(i + 1)
			|| !mask.isForeground(i - width) || !mask.isForeground(i + width);
	}

	private boolean isKnown(final byte[] truth, final int x, final int y) {
		final int i = y * width + x;
		return truth[i] != Labels.UNLABELLED && (x == 0 || truth[i - 1] != Labels.UNLABELLED)
			&& (x == width - 1 || truth[i + 1] != Labels.UNLABELLED)
			&& (y == 0 || truth[i - width] != Labels.UNLABELLED)
			&& (y == height - 1 || truth[i + width] != Labels.UNLABELLED);
	}

	/** Number of pixels; 0 only if the mask is empty, or unknown wherever it ends. */
	int count() {
		return count;
	}

	/**
	 * Share of the pixels that have a pixel of the other boundary within a distance in pixels,
	 * 0..1.
	 */
	double shareWithin(final double tolerance, final Boundary other) {
		final double[] squares = other.squaredDistances(PixelSize.UNCALIBRATED);
		int near = 0;
		for (int i = 0; i < pixels.length; i++)
			if (pixels[i] != 0 && squares[i] <= tolerance * tolerance) near++;
		return (double) near / count;
	}

	/** Sum over the pixels of the distance to the nearest one of the other boundary. */
	double distanceTo(final Boundary other, final PixelSize size) {
		final double[] squares = other.squaredDistances(size);
		double sum = 0;
		for (int i = 0; i < pixels.length; i++)
			if (pixels[i] != 0) sum += Math.sqrt(squares[i]);
		return sum;
	}

	private double[] squaredDistances(final PixelSize size) {
		return DistanceTransform.squared(pixels, width, height, size);
	}
}
