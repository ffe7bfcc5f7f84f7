package io.github.mcdunet.dataset.synthetic;

import io.github.mcdunet.dataset.LabeledImage;

import java.util.ArrayList;
import java.util.List;

/** What all scenes share: square pictures, each of which its number and the seed decide. */
final class Pictures {

	/** Makes one picture. */
	@FunctionalInterface
	interface Painter {

		/** @param index of the picture, from 0 */
		LabeledImage picture(int index, WormRandom random);
	}

	private static final int SMALLEST = 32;

	private Pictures() {
	}

	/** @throws IllegalArgumentException if a side is too short for a scene */
	static int checkedSize(final int size) {
		if (size < SMALLEST)
			throw new IllegalArgumentException("Size " + size + " is below " + SMALLEST);
		return size;
	}

	/** Picture i depends on the seed and on i, not on n. */
	static List<LabeledImage> paint(final int n, final long seed, final Painter painter) {
		final List<LabeledImage> images = new ArrayList<>();
		for (int i = 0; i < n; i++)
			images.add(painter.picture(i, new WormRandom(seed * 1_000_003 + i)));
		return images;
	}
}
