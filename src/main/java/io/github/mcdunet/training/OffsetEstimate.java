package io.github.mcdunet.training;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how far masks lie from where a network sees the objects: the shift s that, applied to
 * the predicted probabilities p, comes closest to the masks y in the least squares sense, sum (y(x)
 * - p(x - s))^2, by Gauss and Newton's method (Lucas and Kanade 1981). Errors that are the same on
 * opposite sides of an object, such as outlines that are too wide, do not matter.
 */
final class OffsetEstimate {

	private static final int STEPS = 4;

	/** Standard errors that an offset must be away from nothing. */
	private static final double SURE = 3;

	private record Image(float[] probability, Labels mask) {
	}

	private final List<Image> images = new ArrayList<>();

	/**
	 * Adds an image.
	 *
	 * @param probability [H, W] row-major, from a prediction that treats all sides alike; kept
	 * @param mask any class but the background is foreground; unlabelled pixels do not count; kept
	 */
	void add(final float[] probability, final Labels mask) {
		images.add(new Image(probability, mask));
	}

	/**
	 * The offset, or none where it may be random: less than three (jackknife) standard errors, or
	 * fewer than two images.
	 */
	MaskOffset result() {
		MaskOffset offset = MaskOffset.NONE;
		double error = Double.POSITIVE_INFINITY;
		for (int k = 0; k < STEPS; k++) {
			final List<double[]> sums = new ArrayList<>();
			for (final Image image : images)
				sums.add(equations(image, offset));
			final MaskOffset better = solve(sums, -1, offset);
			error = error(sums, better, offset);
			offset = better;
		}
		return Math.hypot(offset.x(), offset.y()) > SURE * error ? offset : MaskOffset.NONE;
	}

	/**
	 * How far the estimates without one image scatter: sqrt((n - 1) / n sum |s_i - mean|^2) (Efron
	 * 1982), about s for its mean.
	 */
	private static double error(final List<double[]> sums, final MaskOffset all,
		final MaskOffset start) {
		final int n = sums.size();
		if (n < 2) return Double.POSITIVE_INFINITY;
		double squares = 0;
		for (int i = 0; i < n; i++) {
			final MaskOffset without = solve(sums, i, start);
			squares += Math.pow(without.x() - all.x(), 2) + Math.pow(without.y() - all.y(), 2);
		}
		return Math.sqrt((n - 1.0) / n * squares);
	}

	/**
	 * The step from the start that the sums of all images but one ask for; none where they have no
	 * edges.
	 */
	private static MaskOffset solve(final List<double[]> sums, final int without,
		final MaskOffset start) {
		final double[] s = new double[5];
		for (int i = 0; i < sums.size(); i++)
			for (int k = 0; k < 5 && i != without; k++)
				s[k] += sums.get(i)[k];
		final double determinant = s[0] * s[2] - s[1] * s[1];
		if (!(determinant > 1e-9 * s[0] * s[2])) return start;
		return new MaskOffset(start.x() + (s[2] * s[3] - s[1] * s[4]) / determinant,
			start.y() + (s[0] * s[4] - s[1] * s[3]) / determinant);
	}

	/**
	 * Sums of gx gx, gx gy, gy gy, and of -gx and -gy times y - p, with the gradient g of the
	 * shifted p.
	 */
	private static double[] equations(final Image image, final MaskOffset offset) {
		final int width = image.mask.width(), height = image.mask.height();
		final float[] p = shifted(image.probability, width, height, offset);
		final double[] s = new double[5];
		for (int y = 1; y < height - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				final int i = y * width + x;
				final double gx = (p[i + 1] - p[i - 1]) / 2, gy = (p[i + width] - p[i - width]) / 2;
				final byte of = image.mask.classes()[i];
				if (of == Labels.UNLABELLED) continue;
				final double miss = Math.min(1, of) - p[i];
				s[0] += gx * gx;
				s[1] += gx * gy;
				s[2] += gy * gy;
				s[3] -= gx * miss;
				s[4] -= gy * miss;
			}
		return s;
	}

	/** p(x - s), bilinear; outside, the edge is repeated. */
	private static float[] shifted(final float[] p, final int width, final int height,
		final MaskOffset by) {
		final float[] to = new float[p.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double sx = Math.max(0, Math.min(width - 1, x - by.x())),
					sy = Math.max(0, Math.min(height - 1, y - by.y()));
				final int left = Math.min((int) sx, width - 2),
					top = Math.min((int) sy, height - 2);
				final double fx = sx - left, fy = sy - top;
				final int i = top * width + left;
				to[y * width + x] = (float) ((1 - fy) * ((1 - fx) * p[i] + fx * p[i + 1])
					+ fy * ((1 - fx) * p[i + width] + fx * p[i + width + 1]));
			}
		return to;
	}
}
