package io.github.mcdunet.augment;

import io.github.mcdunet.dataset.Sample;

/** Moves image and mask by the same map in one pass: bilinear, the mask cut at one half; outside, the edge goes on. */
final class Warp {

	private Warp() {
	}

	/** @return a new sample of the same size; where the map meets pixel centres, values are copied exactly */
	static Sample apply(final Sample sample, final AffineMap map) {
		final int width = sample.width(), height = sample.height(), n = width * height;
		final float[] from = sample.pixels();
		final float[] to = new float[from.length];
		final byte[] fromMask = sample.mask();
		final byte[] toMask = new byte[n];
		for (int y = 0, o = 0; y < height; y++)
			for (int x = 0; x < width; x++, o++) {
				final double sx = clamp(map.xx * x + map.xy * y + map.x0, width - 1);
				final double sy = clamp(map.yx * x + map.yy * y + map.y0, height - 1);
				final int left = (int) sx, top = (int) sy;
				final int right = left < width - 1 ? 1 : 0, below = top < height - 1 ? width : 0;
				final float fx = (float) (sx - left), fy = (float) (sy - top);
				int i = top * width + left;
				final float above = fromMask[i] + fx * (fromMask[i + right] - fromMask[i]);
				final float under = fromMask[i + below]
					+ fx * (fromMask[i + below + right] - fromMask[i + below]);
				toMask[o] = (byte) (above + fy * (under - above) >= 0.5f ? 1 : 0);
				for (int p = o; p < to.length; p += n, i += n) {
					final float upper = from[i] + fx * (from[i + right] - from[i]);
					final float lower = from[i + below] +
						fx * (from[i + below + right] - from[i + below]);
					to[p] = upper + fy * (lower - upper);
				}
			}
		return new Sample(sample.name(), width, height, sample.channels(), to, toMask);
	}

	private static double clamp(final double v, final int max) {
		return v < 0 ? 0 : v > max ? max : v;
	}
}
