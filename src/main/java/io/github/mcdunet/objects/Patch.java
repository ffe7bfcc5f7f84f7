package io.github.mcdunet.objects;

/** Some pixels of an image, cut out with a margin of one background pixel on every side. */
final class Patch {

	private final int width;
	private final int height;
	private final byte[] inside;

	private Patch(final int width, final int height) {
		this.width = width;
		this.height = height;
		inside = new byte[width * height];
	}

	/** @param pixels indices into an image of imageWidth columns, at least one */
	static Patch of(final int[] pixels, final int imageWidth) {
		int left = Integer.MAX_VALUE, top = Integer.MAX_VALUE, right = 0, bottom = 0;
		for (final int i : pixels) {
			left = Math.min(left, i % imageWidth);
			right = Math.max(right, i % imageWidth);
			top = Math.min(top, i / imageWidth);
			bottom = Math.max(bottom, i / imageWidth);
		}
		final Patch patch = new Patch(right - left + 3, bottom - top + 3);
		for (final int i : pixels)
			patch.inside[(i / imageWidth - top + 1) * patch.width + i % imageWidth - left + 1] = 1;
		return patch;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** [H, W] row-major, 1 for the pixels, 0 around them; not a copy. */
	byte[] inside() {
		return inside;
	}
}
