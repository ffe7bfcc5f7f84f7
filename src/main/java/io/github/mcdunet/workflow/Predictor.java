package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.forecast.PredictionForecast;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Predicts images with T samples, whose mean is the probability and whose differences are the
 * uncertainty. The samples come from dropout ({@link #Predictor(UNetModel)}), from flipped and
 * rotated views of the image ({@link #views}) or from several models ({@link #ensemble}).
 * Immutable: every setter returns a changed copy. The models are not changed.
 */
public final class Predictor {

	private final Estimator estimator;
	private final List<UNetModel> models;
	private final int samples;
	private final long seed;
	private final int tile;
	private final Set<MapKind> kinds;
	private final OptionalDouble sampleThreshold;
	private final boolean fillGaps;

	/** Samples of the model with other parts of the network dropped out; 20 by default. */
	public Predictor(final UNetModel model) {
		this(Estimator.MC_DROPOUT, List.of(model), 20);
	}

	/**
	 * Samples of the model on eight views of each image: flips and rotations by 90 degrees. It
	 * makes a plain U-Net say how sure it is, too. One sample per view by default; of more, each
	 * has other parts of the network dropped out.
	 */
	public static Predictor views(final UNetModel model) {
		return Estimator.TEST_TIME_AUGMENTATION.predictor(List.of(model));
	}

	/**
	 * Samples of several models, such as those of trainings with different seeds. They may differ
	 * in architecture and in how they scale intensities, but must know the same channels. One
	 * sample per model by default; of more, each has other parts of the network dropped out.
	 *
	 * @param models at least one
	 * @throws McdUnetException if there is no model, or the models were trained on different
	 * channels
	 */
	public static Predictor ensemble(final List<UNetModel> models) {
		if (models.isEmpty()) throw new McdUnetException("There is no model to predict with.");
		for (final UNetModel m : models)
			if (!m.channelNames().equals(models.get(0).channelNames()))
				throw new McdUnetException("The models were trained on different channels: "
					+ models.get(0).channelNames() + " and " + m.channelNames()
					+ ". Choose models of the same channels in the same order.");
		for (final UNetModel m : models)
			if (!m.architecture().outputs().equals(models.get(0).architecture().outputs())
				|| !m.classes().equals(models.get(0).classes()))
				throw new McdUnetException("The models do not tell the same classes apart: "
					+ names(models.get(0)) + " and " + names(m)
					+ ". Choose models of the same classes in the same order.");
		return new Predictor(Estimator.ENSEMBLE, models, models.size());
	}

	private static String names(final UNetModel model) {
		return model.classes().stream().map(LabelClass::name).collect(Collectors.joining(", ", "[",
			model.architecture().outputs().separation() ? "; touching objects separated]" : "]"));
	}

	/** @param samples the default of {@link #samples(int)} */
	Predictor(final Estimator estimator, final List<UNetModel> models, final int samples) {
		this(estimator, List.copyOf(models), samples, 1, 0, EnumSet.allOf(MapKind.class),
			OptionalDouble.empty(), false);
	}

	private Predictor(final Estimator estimator, final List<UNetModel> models, final int samples,
		final long seed, final int tile, final Set<MapKind> kinds,
		final OptionalDouble sampleThreshold, final boolean fillGaps) {
		this.fillGaps = fillGaps;
		this.estimator = estimator;
		this.models = models;
		this.samples = samples;
		this.seed = seed;
		this.tile = tile;
		this.kinds = kinds;
		this.sampleThreshold = sampleThreshold;
	}

	/**
	 * Number T of samples, 1..10000; rounded up to a multiple of the eight views or of the models.
	 * Networks without dropout always give one sample per view or model.
	 */
	public Predictor samples(final int n) {
		if (n < 1 || n > 10000)
			throw new McdUnetException("The number of samples must be 1 to 10000, not " + n + ".");
		return new Predictor(estimator, models, n, seed, tile, kinds, sampleThreshold, fillGaps);
	}

	/** Decides the dropout masks; the same seed gives the same maps. Default 1. */
	public Predictor seed(final long newSeed) {
		return new Predictor(estimator, models, samples, newSeed, tile, kinds, sampleThreshold,
			fillGaps);
	}

	/**
	 * Side of the tiles into which large images are cut, in pixels, 0 (default) for what fits into
	 * memory; changes the maps only by the order of float additions.
	 */
	public Predictor tileSize(final int pixels) {
		return new Predictor(estimator, models, samples, seed, pixels, kinds, sampleThreshold,
			fillGaps);
	}

	/**
	 * The maps to make besides the probability; by default all. Fewer take less memory and time.
	 */
	public Predictor maps(final Set<MapKind> wanted) {
		final Set<MapKind> withProbability = EnumSet.of(MapKind.PROBABILITY);
		withProbability.addAll(wanted);
		return new Predictor(estimator, models, samples, seed, tile,
			Collections.unmodifiableSet(withProbability), sampleThreshold, fillGaps);
	}

	/**
	 * Keeps the samples' own masks, which objects' confidence and intervals need; one bit per
	 * sample and pixel. By default not.
	 *
	 * @param threshold pixels of at least this probability are foreground, 0..1
	 */
	public Predictor sampleMasks(final double threshold) {
		return new Predictor(estimator, models, samples, seed, tile, kinds,
			OptionalDouble.of(threshold), fillGaps);
	}

	/**
	 * Whether pixels that are not numbers (NaN) are background: they do not count in the
	 * intensities' range, the network sees the image's median there, and all maps are 0. By default
	 * such images are left out.
	 */
	public Predictor gapsAreBackground(final boolean background) {
		return new Predictor(estimator, models, samples, seed, tile, kinds, sampleThreshold,
			background);
	}

	/**
	 * What the prediction will take, to be said before it begins.
	 *
	 * @param name of the first image
	 * @param channels of the images
	 * @param width of the images
	 * @param height of the images
	 * @param images their number
	 * @throws McdUnetException if the models were trained on other channels
	 */
	public PredictionForecast forecast(final String name, final int channels, final int width,
		final int height, final int images) {
		NetworkInput.checkChannels(models.get(0), name, channels);
		return new PredictionForecast(estimator.networks(models), samplesPerPart() * parts(), width,
			height, images);
	}

	/**
	 * @param image [X, Y, C], raw intensities
	 * @throws McdUnetException if the image does not fit the models, or has a pixel that is NaN or
	 * outshines all others; a constant one gets maps of 0
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public UncertaintyMaps run(final RandomAccessibleInterval<FloatType> image,
		final Progress progress) {
		try (PredictionSession session = session()) {
			return session.run("The image", image, progress);
		}
	}

	/**
	 * Predicts one image after another. All are looked at first. Constant images, images with NaN
	 * and such that one pixel outshines are left out with a message: their maps are 0, their masks
	 * empty (see {@link UncertaintyMaps#omission}).
	 *
	 * @throws McdUnetException if an image does not fit the models, naming it, or all have such
	 * pixels
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public void run(final ImageSeries images, final MapsSink sink, final Progress progress) {
		try (PredictionSession session = session()) {
			session.run(images, sink, progress);
		}
	}

	/**
	 * To predict several series, such as the files of a folder, with the networks built once for
	 * images of one size.
	 */
	public PredictionSession session() {
		return new PredictionSession(estimator, models, samplesPerPart(), seed, tile, kinds,
			sampleThreshold, fillGaps);
	}

	private int parts() {
		return estimator.parts(models);
	}

	private int samplesPerPart() {
		final boolean dropout = models.stream().anyMatch(m -> m.architecture().hasDropout());
		return dropout ? (samples + parts() - 1) / parts() : 1;
	}
}
