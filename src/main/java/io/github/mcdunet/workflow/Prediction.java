package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.forecast.PredictionForecast;
import io.github.mcdunet.forecast.TileSize;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.MonteCarlo;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Engines;
import io.github.mcdunet.network.UNetModel;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Predicts images with T Monte Carlo samples. Immutable; the model is not changed. */
public final class Prediction {

	private final UNetModel model;
	private final int samples;
	private final long seed;
	private final int tile;
	private final Set<MapKind> kinds;
	private final OptionalDouble sampleThreshold;

	public Prediction(final UNetModel model) {
		this(model, 20, 1, 0, EnumSet.allOf(MapKind.class), OptionalDouble.empty());
	}

	private Prediction(final UNetModel model, final int samples, final long seed, final int tile,
		final Set<MapKind> kinds, final OptionalDouble sampleThreshold) {
		this.sampleThreshold = sampleThreshold;
		this.model = model;
		this.samples = samples;
		this.seed = seed;
		this.tile = tile;
		this.kinds = kinds;
	}

	/**
	 * Number T of Monte Carlo samples, 1..10000, default 20; a network without dropout always uses
	 * 1.
	 */
	public Prediction samples(final int n) {
		if (n < 1 || n > 10000)
			throw new McdUnetException("The number of samples must be 1 to 10000, not " + n + ".");
		return new Prediction(model, n, seed, tile, kinds, sampleThreshold);
	}

	/** Decides the dropout masks; the same seed gives the same maps. Default 1. */
	public Prediction seed(final long newSeed) {
		return new Prediction(model, samples, newSeed, tile, kinds, sampleThreshold);
	}

	/**
	 * Side of the tiles into which large images are cut, in pixels, 0 (default) for what fits into
	 * memory; changes the maps only by the order of float additions.
	 */
	public Prediction tileSize(final int pixels) {
		return new Prediction(model, samples, seed, pixels, kinds, sampleThreshold);
	}

	/**
	 * The maps to make besides the probability; by default all. Fewer take less memory and time.
	 */
	public Prediction maps(final Set<MapKind> wanted) {
		final Set<MapKind> withProbability = EnumSet.of(MapKind.PROBABILITY);
		withProbability.addAll(wanted);
		return new Prediction(model, samples, seed, tile, withProbability, sampleThreshold);
	}

	/**
	 * Keeps the samples' own masks, which objects' confidence and intervals need; one bit per
	 * sample and pixel. By default not.
	 *
	 * @param threshold pixels of at least this probability are foreground, 0..1
	 */
	public Prediction sampleMasks(final double threshold) {
		return new Prediction(model, samples, seed, tile, kinds, OptionalDouble.of(threshold));
	}

	/**
	 * What the prediction will take, to be said before it begins.
	 *
	 * @param name of the first image
	 * @param channels of the images
	 * @param width of the images
	 * @param height of the images
	 * @param images their number
	 * @throws McdUnetException if the model was trained on other channels
	 */
	public PredictionForecast forecast(final String name, final int channels, final int width,
		final int height, final int images) {
		NetworkInput.checkChannels(model, name, channels);
		return new PredictionForecast(model, samples, width, height, images);
	}

	/**
	 * @param image [X, Y, C], raw intensities
	 * @throws McdUnetException if the image does not fit the model
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public UncertaintyMaps run(final RandomAccessibleInterval<FloatType> image,
		final Progress progress) {
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
		try (PredictionSession session = session()) {
			session.run(images, sink, progress);
		}
	}

	/**
	 * To predict several series, such as the files of a folder, with the network built once for
	 * images of one size.
	 */
	public PredictionSession session() {
		// NB: a network that is kept takes memory, by which the tiles' size shall not change from series to series
		final int side = tile > 0 ? tile : TileSize.of(List.of(model));
		return new PredictionSession(tileSize(side), new NetworkSampler(model, seed));
	}

	/** Predicts one image after another with this sampler. */
	void run(final ImageSeries images, final MapsSink sink, final NetworkSampler sampler,
		final Progress progress) {
		if (images.size() == 0) throw new McdUnetException("There is no image to predict.");
		NetworkInput.checkChannels(model, images.name(0), images.channels());
		Engines.notice().ifPresent(progress::message);
		for (int i = 0; i < images.size(); i++)
			sink.accept(i,
				run(images.name(i), images.image(i), sampler, progress.part(i, images.size())));
	}

	private UncertaintyMaps run(final String name, final RandomAccessibleInterval<FloatType> image,
		final NetworkSampler sampler, final Progress progress) {
		NetworkInput.check(model, name, image);
		final Architecture a = model.architecture();
		final MonteCarlo monteCarlo = new MonteCarlo(a.hasDropout() ? samples : 1, a.alignment(),
			a.receptiveRadius(), tile > 0 ? tile : TileSize.of(List.of(model)), kinds);
		sampleThreshold.ifPresent(monteCarlo::keepSampleMasks);
		return monteCarlo.run(image, model.normalization().scale(image), sampler, progress);
	}
}
