package io.github.mcdunet.augment;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Padding;

import java.util.SplittableRandom;

/**
 * Cuts a window out of an image at a random place, so that images of any size train at one size.
 */
public final class RandomCrop {

	private RandomCrop() {
	}

	/**
	 * Every place is equally likely. An image that is smaller is reflected up to the size first.
	 *
	 * @param width of the result in pixels, &gt;= 1
	 * @param height of the result in pixels, &gt;= 1
	 * @param random decides the place; the same state gives the same window
	 */
	public static LabeledImage apply(final LabeledImage image, final int width, final int height,
		final SplittableRandom random) {
		final LabeledImage large = grow(image, width, height);
		final int left = random.nextInt(large.width() - width + 1);
		final int top = random.nextInt(large.height() - height + 1);
		final float[] pixels = new float[large.channels() * height * width];
		final int[] window = new int[height * width];
		for (int y = 0; y < height; y++) {
			final int from = (top + y) * large.width() + left;
			for (int x = 0; x < width; x++)
				window[y * width + x] = from + x;
			for (int c = 0; c < large.channels(); c++)
				System.arraycopy(large.pixels(), c * large.width() * large.height() + from, pixels,
					(c * height + y) * width, width);
		}
		return new LabeledImage(image.name(), image.channels(), pixels,
			large.labels().take(window, width, height));
	}

	private static LabeledImage grow(final LabeledImage image, final int width, final int height) {
		final Padding padding = new Padding(image.width(), image.height(),
			Math.max(width, image.width()), Math.max(height, image.height()));
		if (padding.isNone()) return image;
		return new LabeledImage(image.name(), image.channels(),
			padding.pad(image.pixels(), image.channels()), padding.pad(image.labels()));
	}
}
