package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.ImageChecks;
import io.github.mcdunet.network.UNetModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Refuses images that a model cannot take, in words that say which one and why. */
final class NetworkInput {

	private NetworkInput() {
	}

	/**
	 * The image's size and channels; see {@link ImageChecks#fault} for its intensities.
	 *
	 * @param image [X, Y, C], raw intensities
	 * @throws McdUnetException if it does not fit the model
	 */
	static void check(final UNetModel model, final String name,
		final RandomAccessibleInterval<FloatType> image) {
		final long width = image.dimension(0), height = image.dimension(1);
		checkChannels(model, name, (int) image.dimension(2));
		// NB: ImageJ keeps a plane in one Java array.
		if (width * height > Integer.MAX_VALUE - 8)
			throw new McdUnetException("'" + name + "' is too large (" + width + " x " + height
				+ " pixels). Cut it into parts of at most 46000 x 46000 pixels.");
		ImageChecks.checkSize(name, (int) width, (int) height, model.architecture().alignment());
	}

	static void checkChannels(final UNetModel model, final String name, final int channels) {
		final int expected = model.architecture().channels();
		if (channels != expected)
			throw new McdUnetException("'" + name + "' has " + channels + " channel"
				+ (channels == 1 ? "" : "s") + ", but the model was trained on " + expected + " ("
				+ String.join(", ", model.channelNames())
				+ "). Choose an image with the same channels in the same order, or another model.");
	}
}
