package io.github.mcdunet.network;

import io.github.mcdunet.dataset.Labels;

/**
 * What a U-Net should say of each pixel of an image.
 *
 * @param classes [H, W] row-major: 0 .. K - 1, or {@link Labels#UNLABELLED} where nobody knows; not
 * copied
 * @param separation [H, W] row-major, 0 at an object's edge and outside of objects, 1 at its
 * centre, NaN where nobody knows; null for a network without separation; not copied
 */
public record PixelTarget(byte[] classes, float[] separation) {

	/** Without separation. */
	public PixelTarget(final byte[] classes) {
		this(classes, null);
	}

	/** Number of pixels of which it is known what they are. */
	public long known() {
		long n = 0;
		for (final byte c : classes)
			if (c >= 0) n++;
		return n;
	}
}
