package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageChecks;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.MonteCarlo;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Engines;
import io.github.mcdunet.network.UNetModel;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Predicts images with T Monte Carlo samples. Immutable; the model is not changed. */
public final class Prediction {

	/** Side of a tile without its halo: about 0.2 GB of native memory for the reference network. */
	private static final int TILE = 768;

	private final UNetModel model;
	private final int samples;
	private final long seed;
	private final int tile;

	public Prediction(final UNetModel model) {
		this(model, 20, 1, TILE);
	}

	private Prediction(final UNetModel model, final int samples, final long seed, final int tile) {
		this.model = model;
		this.samples = samples;
		this.seed = seed;
		this.tile = tile;
	}

	/** Number T of Monte Carlo samples, 1..10000, default 20; a network without dropout always uses 1. */
	public Prediction samples(final int n) {
		if (n < 1 || n > 10000)
			throw new McdUnetException("The number of samples must be 1 to 10000, not " + n + ".");
		return new Prediction(model, n, seed, tile);
	}

	/** Decides the dropout masks; the same seed gives the same maps. Default 1. */
	public Prediction seed(final long newSeed) {
		return new Prediction(model, samples, newSeed, tile);
	}

	/** Side of the tiles into which large images are cut, in pixels; changes the maps only by the order of float additions. */
	public Prediction tileSize(final int pixels) {
		return new Prediction(model, samples, seed, pixels);
	}

	/**
	 * @param image [X, Y, C], raw intensities
	 * @throws McdUnetException if the image does not fit the model
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public UncertaintyMaps run(final RandomAccessibleInterval<FloatType> image, final Progress progress) {
		Engines.notice().ifPresent(progress::message);
		try (NetworkSampler sampler = new NetworkSampler(model, seed)) {
			return run("The image", image, sampler, progress);
		}
	}

	/**
	 * Predicts one image after another.
	 *
	 * @throws McdUnetException if an image does not fit the model, naming it
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public void run(final ImageSeries images, final MapsSink sink, final Progress progress) {
		if (images.size() == 0) throw new McdUnetException("There is no image to predict.");
		checkChannels(images.name(0), images.channels());
		Engines.notice().ifPresent(progress::message);
		try (NetworkSampler sampler = new NetworkSampler(model, seed)) {
			for (int i = 0; i < images.size(); i++)
				sink.accept(i,
					run(images.name(i), images.image(i), sampler, new Part(progress, i, images.size())));
		}
	}

	private UncertaintyMaps run(final String name, final RandomAccessibleInterval<FloatType> image,
		final NetworkSampler sampler, final Progress progress) {
		final Architecture a = model.architecture();
		final int width = (int) image.dimension(0), height = (int) image.dimension(1),
			channels = (int) image.dimension(2);
		checkChannels(name, channels);
		ImageChecks.checkSize(name, width, height, a.alignment());
		final float[] pixels = copy(name, image);
		ImageChecks.check(name, pixels, channels);
		model.normalization().apply(pixels, channels, width * height);
		return new MonteCarlo(a.hasDropout() ? samples : 1, a.alignment(), a.receptiveRadius(), tile).run(
			pixels, channels, height,
			width, sampler, progress);
	}

	private void checkChannels(final String name, final int channels) {
		final int expected = model.architecture().channels();
		if (channels != expected)
			throw new McdUnetException("'" + name + "' has " + channels + " channel" + (channels == 1
				? ""
				: "s") + ", but the model was trained on " + expected + " ("
				+ String.join(", ", model.channelNames()) +
				"). Choose an image with the same channels in the same order, or another model.");
	}

	private static float[] copy(final String name, final RandomAccessibleInterval<FloatType> image) {
		final long length = image.dimension(0) * image.dimension(1) * image.dimension(2);
		if (length > Integer.MAX_VALUE - 8)
			throw new McdUnetException("'" + name + "' is too large (" + image.dimension(0) +
				" x " + image.dimension(1) + " pixels). Cut it into parts of at most 30000 x 30000 pixels.");
		final float[] pixels = new float[(int) length];
		final Cursor<FloatType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		return pixels;
	}
}
