package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Gaps;
import io.github.mcdunet.dataset.ImageChecks;
import io.github.mcdunet.dataset.ImageChecks.Fault;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.dataset.IntensityScale;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.forecast.TileSize;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.MonteCarlo;
import io.github.mcdunet.inference.TileSampler;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.UNetModel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The prediction of one series of images after another by a {@link Predictor}; the networks are
 * built anew only where the size of the images changes. Used by one thread, and closed in the end.
 */
public final class PredictionSession implements AutoCloseable {

	private final List<UNetModel> models;
	private final List<Normalization> normalizations;
	private final int samples;
	private final int tile;
	private final Set<MapKind> kinds;
	private final OptionalDouble sampleThreshold;
	private final boolean fillGaps;
	private final TileSampler sampler;

	/** @param side of a tile in pixels, 0 for what fits into memory */
	PredictionSession(final Estimator estimator, final List<UNetModel> models,
		final int samplesPerPart, final long seed, final int side, final Set<MapKind> kinds,
		final OptionalDouble sampleThreshold, final boolean fillGaps) {
		this.fillGaps = fillGaps;
		this.models = models;
		this.kinds = kinds;
		this.sampleThreshold = sampleThreshold;
		normalizations = models.stream().map(UNetModel::normalization).distinct()
			.collect(Collectors.toList());
		samples = estimator.parts(models) * samplesPerPart;
		final List<UNetModel> networks = estimator.networks(models);
		// NB: a network that is kept takes memory, by which the tiles' size shall not change from series to series
		tile = side > 0 ? side : TileSize.of(networks);
		final int channels = models.get(0).architecture().channels();
		sampler = estimator.sampler(
			networks.stream().map(m -> new NetworkSampler(m, name(m), seed))
				.collect(Collectors.toList()),
			networks.stream().mapToInt(m -> channels * normalizations.indexOf(m.normalization()))
				.toArray(),
			channels, samplesPerPart);
	}

	private String name(final UNetModel model) {
		return models.size() == 1 ? "The model"
			: "Model " + (models.indexOf(model) + 1) + " of " + models.size();
	}

	/** As {@link Predictor#run(ImageSeries, MapsSink, Progress)}. */
	public void run(final ImageSeries images, final MapsSink sink, final Progress progress) {
		if (images.size() == 0) throw new McdUnetException("There is no image to predict.");
		NetworkInput.checkChannels(models.get(0), images.name(0), images.channels());
		Engines.announcement().ifPresent(progress::message);
		final List<Optional<Fault>> faults = new ArrayList<>();
		// NB: all are looked at first, since nobody wants to know it after hours; but what lies on
		// disk is read once
		if (!images.isOnDisk()) for (int i = 0; i < images.size(); i++)
			faults.add(look(images, i, progress));
		checkAny(faults, images.size());
		for (int i = 0; i < images.size(); i++) {
			if (images.isOnDisk()) faults.add(look(images, i, progress));
			checkAny(faults, images.size());
			sink.accept(i,
				predict(faults.get(i), images.image(i), progress.part(i, images.size())));
		}
	}

	private Optional<Fault> look(final ImageSeries images, final int i, final Progress progress) {
		progress.checkCanceled();
		final Optional<Fault> fault = fault(images.name(i), images.image(i));
		fault.ifPresent(f -> progress.message(warning(f)));
		if (fault.isEmpty())
			gaps(images.image(i)).ifPresent(gaps -> progress
				.message("'" + images.name(i) + "': " + gaps + "; they count as background."));
		return fault;
	}

	/** @throws McdUnetException if all images were looked at, and none can be predicted */
	private static void checkAny(final List<Optional<Fault>> faults, final int images) {
		if (faults.size() == images
			&& faults.stream().allMatch(f -> f.isPresent() && !f.get().constant()))
			throw faults.get(0).get().refusal();
	}

	private Optional<Fault> fault(final String name,
		final RandomAccessibleInterval<FloatType> image) {
		models.forEach(m -> NetworkInput.check(m, name, image));
		return ImageChecks.fault(name, gaps(image).map(gaps -> gaps.filled(image)).orElse(image));
	}

	private Optional<Gaps> gaps(final RandomAccessibleInterval<FloatType> image) {
		return fillGaps ? Gaps.of(image) : Optional.empty();
	}

	private static String warning(final Fault fault) {
		return fault.cause() + (fault.constant() ? " Its mask is empty."
			: " It is left out: its mask is empty, its maps are 0. " + fault.advice());
	}

	/**
	 * One image, as {@link Predictor#run(RandomAccessibleInterval, Progress)}.
	 *
	 * @param name of the image, for messages
	 */
	public UncertaintyMaps run(final String name, final RandomAccessibleInterval<FloatType> image,
		final Progress progress) {
		Engines.announcement().ifPresent(progress::message);
		final Optional<Fault> fault = fault(name, image);
		fault.ifPresent(f -> {
			if (!f.constant()) throw f.refusal();
			progress.message(warning(f));
		});
		return predict(fault, image, progress);
	}

	private UncertaintyMaps predict(final Optional<Fault> fault,
		final RandomAccessibleInterval<FloatType> image, final Progress progress) {
		// NB: alignments are powers of 2, so that the largest is a multiple of all
		final MonteCarlo monteCarlo = new MonteCarlo(samples,
			largest(m -> m.architecture().alignment()),
			largest(m -> m.architecture().receptiveRadius()), tile, kinds)
			.outputs(models.get(0).architecture().outputs());
		sampleThreshold.ifPresent(monteCarlo::keepSampleMasks);
		if (fault.isPresent())
			return monteCarlo.omit((int) image.dimension(0), (int) image.dimension(1), fault.get());
		final Optional<Gaps> gaps = gaps(image);
		if (gaps.isEmpty())
			return monteCarlo.run(repeated(image), scale(n -> n.scale(image)), sampler, progress);
		return monteCarlo.run(repeated(gaps.get().filled(image)),
			scale(n -> gaps.get().scale(n, image)), sampler, progress).clear(gaps.get());
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

	private IntensityScale scale(final Function<Normalization, IntensityScale> one) {
		return normalizations.stream().map(one).reduce(IntensityScale::followedBy).get();
	}

	/** Gives the networks' memory back; the next series builds them anew. */
	public void release() {
		sampler.release();
	}

	@Override
	public void close() {
		sampler.close();
	}
}
