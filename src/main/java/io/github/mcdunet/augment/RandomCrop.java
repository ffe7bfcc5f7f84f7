package io.github.mcdunet.augment;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Padding;

import java.util.SplittableRandom;

/**
 * Cuts a window out of a sample at a place left to chance, so that images of any size train at one
 * size.
 */
public final class RandomCrop {

	private RandomCrop() {
	}

	/**
	 * Every place is equally likely. A sample that is smaller is reflected up to the size first.
	 *
	 * @param width of the result in pixels, &gt;= 1
	 * @param height of the result in pixels, &gt;= 1
	 * @param random all chance; the same state gives the same window
	 */
	public static LabeledImage apply(final LabeledImage sample, final int width, final int height,
		final SplittableRandom random) {
		final LabeledImage large = grow(sample, width, height);
		final int left = random.nextInt(large.width() - width + 1);
		final int top = random.nextInt(large.height() - height + 1);
		final float[] pixels = new float[large.channels() * height * width];
		final byte[] mask = new byte[height * width];
		for (int y = 0; y < height; y++) {
			final int from = (top + y) * large.width() + left;
			System.arraycopy(large.labels().classes(), from, mask, y * width, width);
			for (int c = 0; c < large.channels(); c++)
				System.arraycopy(large.pixels(), c * large.width() * large.height() + from, pixels,
					(c * height + y) * width, width);
		}
		return new LabeledImage(sample.name(), sample.channels(), pixels,
			Labels.ofClasses(mask, width, height));
	}

	private static LabeledImage grow(final LabeledImage sample, final int width, final int height) {
		final Padding padding = new Padding(sample.width(), sample.height(),
			Math.max(width, sample.width()), Math.max(height, sample.height()));
		if (padding.isNone()) return sample;
		return new LabeledImage(sample.name(), sample.channels(),
			padding.pad(sample.pixels(), sample.channels()), padding.pad(sample.labels()));
	}
}
