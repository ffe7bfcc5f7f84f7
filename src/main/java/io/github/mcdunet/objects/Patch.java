package io.github.mcdunet.objects;

/**
 * Some pixels of an image, cut out with a margin of one background pixel on every side.
 *
 * @param inside [H, W] row-major, 1 for the pixels, 0 around them; not a copy
 */
record Patch(int width, int height, byte[] inside) {

	/** @param pixels indices into an image of imageWidth columns, at least one */
	static Patch of(final int[] pixels, final int imageWidth) {
		int left = Integer.MAX_VALUE, top = Integer.MAX_VALUE, right = 0, bottom = 0;
		for (final int i : pixels) {
			left = Math.min(left, i % imageWidth);
			right = Math.max(right, i % imageWidth);
			top = Math.min(top, i / imageWidth);
			bottom = Math.max(bottom, i / imageWidth);
		}
		final int width = right - left + 3, height = bottom - top + 3;
		final byte[] inside = new byte[width * height];
		for (final int i : pixels)
			inside[(i / imageWidth - top + 1) * width + i % imageWidth - left + 1] = 1;
		return new Patch(width, height, inside);
	}
}
