package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.ImageChecks;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.forecast.TrainingForecast;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.Trainer;
import io.github.mcdunet.training.TrainingFit;
import io.github.mcdunet.training.TrainingListener;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.training.TrainingState;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Trains a U-Net on a dataset. Immutable; {@link #run} may be called again and, with the same seed,
 * gives the same model.
 */
public final class Training {

	private final TrainingSettings settings;
	private final UNetModel start;
	private final PixelSize pixelSize;
	private final Path checkpoint;
	private final Duration pause;
	private final TrainingListener listener;

	public Training(final TrainingSettings settings) {
		this(settings, null, PixelSize.UNCALIBRATED, null, CheckpointSaver.PAUSE,
			TrainingListener.NONE);
	}

	private Training(final TrainingSettings settings, final UNetModel start,
		final PixelSize pixelSize, final Path checkpoint, final Duration pause,
		final TrainingListener listener) {
		this.settings = settings;
		this.start = start;
		this.pixelSize = pixelSize;
		this.checkpoint = checkpoint;
		this.pause = pause;
		this.listener = listener;
	}

	/**
	 * Resumes a training that was broken off.
	 *
	 * @param checkpoint as {@link #checkpoints(Path)} wrote it
	 * @throws McdUnetException if the file is missing, damaged or no checkpoint
	 */
	public static ResumedTraining resume(final Path checkpoint) {
		return resume(checkpoint, CheckpointSaver.PAUSE);
	}

	/** As {@link #resume(Path)}, with a checkpoint at most so often. */
	public static ResumedTraining resume(final Path checkpoint, final Duration pause) {
		return new ResumedTraining(checkpoint, pause);
	}

	/**
	 * Starts from the weights of a model (fine-tuning) instead of random ones. Its architecture and
	 * its normalisation hold then, not the settings'; the dropout rate may differ.
	 */
	public Training startFrom(final UNetModel model) {
		return new Training(
			settings.baseFilters(model.architecture().baseFilters())
				.depth(model.architecture().depth()).normalization(model.normalization()),
			model, pixelSize, checkpoint, pause, listener);
	}

	/** The pixel size to store in the model. */
	public Training pixelSize(final PixelSize size) {
		return new Training(settings, start, size, checkpoint, pause, listener);
	}

	/**
	 * Writes a checkpoint to this file at the end of the epochs, at most every few seconds;
	 * {@link #resume} resumes from it. It stays when the training is over: delete it once the model
	 * is saved.
	 */
	public Training checkpoints(final Path file) {
		return checkpoints(file, CheckpointSaver.PAUSE);
	}

	/** As {@link #checkpoints(Path)}, but at most so often; zero is at the end of every epoch. */
	public Training checkpoints(final Path file, final Duration atMostEvery) {
		return new Training(settings, start, pixelSize, file, atMostEvery, listener);
	}

	/** Is told how the training goes, and changes nothing of its result. */
	public Training listener(final TrainingListener newListener) {
		return new Training(settings, start, pixelSize, checkpoint, pause, newListener);
	}

	/** Which images train, validate and test, as the settings' fractions and seed decide. */
	public Split split(final Dataset data) {
		return Split.random(data.marked(), settings.validationFraction(), settings.testFraction(),
			settings.seed());
	}

	/**
	 * @throws McdUnetException if the data cannot be learnt from
	 * @throws java.util.concurrent.CancellationException if canceled before the first epoch ended
	 */
	public TrainingResult run(final Dataset data, final Progress progress) {
		return run(data, split(data), progress);
	}

	/** As {@link #run(Dataset, Progress)} with a split of one's own. */
	public TrainingResult run(final Dataset marked, final Split split, final Progress progress) {
		final Dataset data = used(marked, settings);
		final Architecture architecture = architecture(data);
		final TrainingFit fit = new TrainingFit(settings, architecture, data.get(0).width(),
			data.get(0).height(), Engines.availableMemory());
		check(data, split, fit.settings());
		Engines.announcement().ifPresent(progress::message);
		fit.notice().ifPresent(progress::message);
		final Parameters first = start == null ? Parameters.initial(architecture, settings.seed())
			: adopt(architecture);
		final DataHash hash = DataHash.of(data);
		final TrainingPlan plan = new TrainingPlan(fit.settings(),
			Optional.ofNullable(start).map(model -> model.parameters().sha256()), data.size(),
			hash.nameless(), split);
		final TrainingRun run = new TrainingRun(plan, pixelSize, data, hash);
		return run.run(new Trainer(fit.settings(), first, listener), saver(run, progress),
			progress);
	}

	/** NB: object numbers that nobody learns from would only take time and change the hash. */
	static Dataset used(final Dataset marked, final TrainingSettings settings) {
		return settings.separation() ? marked : marked.withoutObjects();
	}

	private Consumer<TrainingState> saver(final TrainingRun run, final Progress progress) {
		if (checkpoint == null) return state -> {
		};
		CheckpointFile.removeLeftovers(checkpoint);
		return new CheckpointSaver(checkpoint, pause, run::checkpoint, progress);
	}

	private static void check(final Dataset data, final Split split,
		final TrainingSettings settings) {
		for (final LabeledImage image : data.images()) {
			ImageChecks.check(image);
			ImageChecks.checkSize(image.name(), image.width(), image.height(),
				1 << settings.depth());
		}
		data.checkForeground(split);
		data.checkClasses(split);
		if (settings.separation() && !data.hasObjects())
			throw new McdUnetException(
				"To separate touching objects, the network must see which pixels belong to one object, which masks, class stacks and strokes do not say. Choose a label stack or outlines (ROIs), or 'Connected regions'.");
		check(settings);
	}

	/** @throws McdUnetException if nothing can be learnt with such settings */
	static void check(final TrainingSettings settings) {
		if (settings.epochs() < 1 || settings.batchSize() < 1 || !(settings.learningRate() > 0)
			|| settings.trainingSize() < 0)
			throw new McdUnetException("Epochs (" + settings.epochs() + ") and batch size ("
				+ settings.batchSize() + ") must be at least 1, the learning rate ("
				+ settings.learningRate() + ") above 0, and the training size ("
				+ settings.trainingSize() + ") 0 or more.");
	}

	/**
	 * What the training will take, to be said before it begins.
	 *
	 * @param channels of the images
	 * @param width of the images
	 * @param height of the images
	 * @param images their number
	 * @throws McdUnetException if there are too few images for the settings, or too little memory
	 */
	public TrainingForecast forecast(final int channels, final int width, final int height,
		final int images) {
		return new TrainingForecast(settings, architecture(settings, channels, 2), width, height,
			images);
	}

	/**
	 * Bytes on disk that the model and the checkpoints take, two of which are there for a moment.
	 *
	 * @param channels of the images
	 */
	public long bytesOnDisk(final int channels) {
		return bytesOnDisk(architecture(settings, channels, 2));
	}

	/** A checkpoint holds four arrays of the size of the model. */
	static long bytesOnDisk(final Architecture architecture) {
		return (1 + 2 * 4) * Parameters.count(architecture) * Float.BYTES;
	}

	private Architecture architecture(final Dataset data) {
		if (start != null && start.architecture().channels() != data.channels())
			throw new McdUnetException("The model to start from was trained on images with "
				+ start.architecture().channels() + " channels ("
				+ String.join(", ", start.channelNames()) + "), but these images have "
				+ data.channels() + ". Choose another model, or train a new one.");
		if (start != null) checkClasses(data);
		final double epsilon = start == null ? 1e-3 : start.architecture().batchNormEpsilon();
		return architecture(settings, data.channels(), data.classes().size())
			.batchNormEpsilon(epsilon);
	}

	private void checkClasses(final Dataset data) {
		final Outputs outputs = start.architecture().outputs();
		if (outputs.classes() != data.classes().size()
			|| outputs.classes() > 2 && !start.classes().stream().map(LabelClass::name).toList()
				.equals(data.classes().stream().map(LabelClass::name).toList()))
			throw new McdUnetException("The model to start from tells " + names(start.classes())
				+ " apart, but these images are marked with " + names(data.classes())
				+ ". Choose another model, or train a new one.");
		if (outputs.separation() != settings.separation())
			throw new McdUnetException("The model to start from "
				+ (outputs.separation()
					? "separates touching objects. Choose 'Separate touching objects'"
					: "does not separate touching objects. Choose 'Connected regions'")
				+ ", or train a new one.");
	}

	private static String names(final List<LabelClass> classes) {
		return classes.stream().map(LabelClass::name).collect(Collectors.joining(", ", "[", "]"));
	}

	private static Architecture architecture(final TrainingSettings settings, final int channels,
		final int classes) {
		return Architecture.reference(channels).baseFilters(settings.baseFilters())
			.depth(settings.depth()).dropoutRate(settings.dropoutRate())
			.batchNormMomentum(settings.batchNormMomentum())
			.outputs(new Outputs(classes, settings.separation()));
	}

	private Parameters adopt(final Architecture architecture) {
		final Parameters p = new Parameters(architecture);
		p.set(start.parameters());
		return p;
	}
}
