package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.dataset.IntensityScale;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.forecast.TileSize;
import io.github.mcdunet.inference.EnsembleSampler;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.MonteCarlo;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Predicts images with several models at once, such as those of trainings with different seeds:
 * their mean is the probability, their differences the uncertainty. The models may differ in
 * architecture and in how they scale intensities, but must know the same channels. Immutable; the
 * models are not changed.
 */
public final class Ensemble {

	private final List<UNetModel> models;
	private final List<Normalization> normalizations;
	private final int samplesPerModel;
	private final long seed;
	private final int tile;

	/**
	 * @throws McdUnetException if there is no model, or the models were trained on different
	 * channels
	 */
	public Ensemble(final List<UNetModel> models) {
		this(models, 1, 1, 0);
		if (models.isEmpty()) throw new McdUnetException("There is no model to predict with.");
		for (final UNetModel m : models)
			if (!m.channelNames().equals(models.get(0).channelNames()))
				throw new McdUnetException("The models were trained on different channels: "
					+ models.get(0).channelNames() + " and " + m.channelNames()
					+ ". Choose models of the same channels in the same order.");
	}

	private Ensemble(final List<UNetModel> models, final int samplesPerModel, final long seed,
		final int tile) {
		this.models = List.copyOf(models);
		normalizations = models.stream().map(UNetModel::normalization).distinct()
			.collect(Collectors.toList());
		this.samplesPerModel = samplesPerModel;
		this.seed = seed;
		this.tile = tile;
	}

	/** Monte Carlo samples of each model, 1..1000, default 1; always 1 if no model has dropout. */
	public Ensemble samplesPerModel(final int n) {
		if (n < 1 || n > 1000)
			throw new McdUnetException(
				"The number of samples per model must be 1 to 1000, not " + n + ".");
		return new Ensemble(models, n, seed, tile);
	}

	/** Decides the dropout masks; the same seed gives the same maps. Default 1. */
	public Ensemble seed(final long newSeed) {
		return new Ensemble(models, samplesPerModel, newSeed, tile);
	}

	/**
	 * Side of the tiles into which large images are cut, in pixels, 0 (default) for what fits into
	 * memory.
	 */
	public Ensemble tileSize(final int pixels) {
		return new Ensemble(models, samplesPerModel, seed, pixels);
	}

	/**
	 * @param image [X, Y, C], raw intensities
	 * @throws McdUnetException if the image does not fit the models
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public UncertaintyMaps run(final RandomAccessibleInterval<FloatType> image,
		final Progress progress) {
		try (EnsembleSampler sampler = sampler()) {
			return run("The image", image, sampler, progress);
		}
	}

	/**
	 * Predicts one image after another.
	 *
	 * @throws McdUnetException if an image does not fit the models, naming it
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public void run(final ImageSeries images, final MapsSink sink, final Progress progress) {
		if (images.size() == 0) throw new McdUnetException("There is no image to predict.");
		NetworkInput.checkChannels(models.get(0), images.name(0), images.channels());
		try (EnsembleSampler sampler = sampler()) {
			for (int i = 0; i < images.size(); i++)
				sink.accept(i,
					run(images.name(i), images.image(i), sampler, progress.part(i, images.size())));
		}
	}

	private EnsembleSampler sampler() {
		final int channels = models.get(0).architecture().channels();
		final List<NetworkSampler> samplers = new ArrayList<>();
		for (final UNetModel m : models)
			samplers.add(new NetworkSampler(m, seed));
		return new EnsembleSampler(
			samplers, models.stream()
				.mapToInt(m -> channels * normalizations.indexOf(m.normalization())).toArray(),
			channels, effectiveSamplesPerModel());
	}

	private int effectiveSamplesPerModel() {
		return models.stream().anyMatch(m -> m.architecture().hasDropout()) ? samplesPerModel : 1;
	}

	private UncertaintyMaps run(final String name, final RandomAccessibleInterval<FloatType> image,
		final EnsembleSampler sampler, final Progress progress) {
		models.forEach(m -> NetworkInput.check(m, name, image));
		// NB: alignments are powers of 2, so that the largest is a multiple of all
		return new MonteCarlo(models.size() * effectiveSamplesPerModel(),
			largest(m -> m.architecture().alignment()),
			largest(m -> m.architecture().receptiveRadius()), tile > 0 ? tile : TileSize.of(models),
			EnumSet.allOf(MapKind.class)).run(repeated(image), scale(image), sampler, progress);
	}

	private int largest(final ToIntFunction<UNetModel> property) {
		return models.stream().mapToInt(property).max().getAsInt();
	}

	/** The image's channels once for each normalisation. */
	private RandomAccessibleInterval<FloatType> repeated(
		final RandomAccessibleInterval<FloatType> image) {
		return normalizations.size() == 1 ? image : Views.concatenate(2,
			normalizations.stream().map(n -> image).collect(Collectors.toList()));
	}

	private IntensityScale scale(final RandomAccessibleInterval<FloatType> image) {
		return normalizations.stream().map(n -> n.scale(image)).reduce(IntensityScale::followedBy)
			.get();
	}
}
