package io.github.mcdunet.augment;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

/**
 * Moves an image, bilinear, and its labels ({@link Labels#between}); outside, the edge is repeated.
 */
final class Warp {

	private Warp() {
	}

	/**
	 * @return a new image of the same size; where a map meets pixel centres, values are copied
	 * exactly
	 */
	static LabeledImage apply(final LabeledImage original, final AffineMap image,
		final AffineMap mask) {
		return new LabeledImage(original.name(), original.channels(), image(original, image),
			labels(original.labels(), mask));
	}

	private static float[] image(final LabeledImage original, final AffineMap map) {
		final int width = original.width(), height = original.height(), n = width * height;
		final float[] from = original.pixels();
		final float[] to = new float[from.length];
		for (int y = 0, o = 0; y < height; y++)
			for (int x = 0; x < width; x++, o++) {
				final double sx = clamp(map.xx() * x + map.xy() * y + map.x0(), width - 1);
				final double sy = clamp(map.yx() * x + map.yy() * y + map.y0(), height - 1);
				final int left = (int) sx, top = (int) sy;
				final int right = left < width - 1 ? 1 : 0, below = top < height - 1 ? width : 0;
				final float fx = (float) (sx - left), fy = (float) (sy - top);
				for (int p = o, i = top * width + left; p < to.length; p += n, i += n) {
					final float upper = from[i] + fx * (from[i + right] - from[i]);
					final float lower = from[i + below]
						+ fx * (from[i + below + right] - from[i + below]);
					to[p] = upper + fy * (lower - upper);
				}
			}
		return to;
	}

	private static Labels labels(final Labels labels, final AffineMap map) {
		final int width = labels.width(), height = labels.height();
		final byte[] to = new byte[labels.size()];
		final int[] objects = labels.hasObjects() ? new int[to.length] : null;
		for (int y = 0, o = 0; y < height; y++)
			for (int x = 0; x < width; x++, o++) {
				final double sx = clamp(map.xx() * x + map.xy() * y + map.x0(), width - 1);
				final double sy = clamp(map.yx() * x + map.yy() * y + map.y0(), height - 1);
				final int left = (int) sx, top = (int) sy, i = top * width + left;
				final int right = left < width - 1 ? 1 : 0, below = top < height - 1 ? width : 0;
				final float fx = (float) (sx - left), fy = (float) (sy - top);
				to[o] = labels.between(i, right, below, fx, fy);
				if (objects != null && to[o] > 0)
					objects[o] = labels.objectBetween(to[o], i, right, below, fx, fy);
			}
		return objects == null ? Labels.ofClasses(to, width, height)
			: Labels.of(to, objects, width, height, labels.objectCount());
	}

	private static double clamp(final double v, final int max) {
		return v < 0 ? 0 : v > max ? max : v;
	}
}
