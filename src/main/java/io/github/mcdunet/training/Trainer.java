package io.github.mcdunet.training;

import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.augment.Augmentation;
import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.ClassWeights;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.PixelScore;
import io.github.mcdunet.network.TrainingGraph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The training loop: epochs of augmented batches, validation after each, the best epoch kept, early
 * stopping.
 */
public final class Trainer {

	/**
	 * Parts of the epochs after which to look whether the masks lie beside the objects, until it is
	 * known where.
	 */
	private static final double[] OFFSET_EPOCHS = { 0.05, 0.1, 0.25, 0.5 };

	/** Training Dice from which on the network's outlines say where the objects are. */
	private static final double OFFSET_DICE = 0.6;

	private static final int OFFSET_IMAGES = 20;

	/** In pixels. */
	private static final double SMALLEST_OFFSET = 0.1;

	/** In pixels. */
	private static final double LARGEST_OFFSET = 4;

	private final TrainingSettings settings;
	private final TrainingListener listener;
	private final Parameters parameters;
	private final Parameters gradients;
	private final Parameters best;
	private History history;
	private final Adam adam;
	private long steps;
	private Optional<MaskOffset> maskOffset;
	private BatchSizes batchSizes;

	/** @param start the first weights; copied */
	public Trainer(final TrainingSettings settings, final Parameters start) {
		this(settings, TrainingState.first(start.copy()), TrainingListener.NONE);
	}

	/** @param state where to resume; changed by the training */
	public Trainer(final TrainingSettings settings, final TrainingState state) {
		this(settings, state, TrainingListener.NONE);
	}

	/** As {@link #Trainer(TrainingSettings, Parameters)}, telling a listener how it goes. */
	public Trainer(final TrainingSettings settings, final Parameters start,
		final TrainingListener listener) {
		this(settings, TrainingState.first(start.copy()), listener);
	}

	/** As {@link #Trainer(TrainingSettings, TrainingState)}, telling a listener how it goes. */
	public Trainer(final TrainingSettings settings, final TrainingState state,
		final TrainingListener listener) {
		this.settings = settings;
		this.listener = listener;
		parameters = state.parameters();
		best = state.best();
		adam = state.optimizer();
		history = state.history();
		steps = state.steps();
		maskOffset = state.maskOffset();
		batchSizes = state.batchSizes();
		gradients = new Parameters(parameters.architecture());
	}

	/**
	 * @return the best epoch's parameters; after a cancel or a divergence, the best so far
	 * @throws CancellationException if canceled before the first epoch ended
	 * @throws McdUnetException if the loss became NaN before the first epoch ended
	 */
	public TrainedNetwork train(final Dataset training, final Dataset validation,
		final Progress progress) {
		return train(training, validation, progress, state -> {
		});
	}

	/**
	 * As {@link #train(Dataset, Dataset, Progress)}.
	 *
	 * @param epochEnd is given the state at the end of each epoch, which is valid until it returns
	 */
	public TrainedNetwork train(final Dataset training, final Dataset validation,
		final Progress progress, final Consumer<TrainingState> epochEnd) {
		final Architecture architecture = parameters.architecture();
		final Preparation preparation = new Preparation(settings, training,
			architecture.alignment());
		int batchSize = fitting(Math.min(settings.batchSize(), training.size()), preparation,
			progress);
		while (true)
			try {
				return train(training, validation, preparation, batchSize, progress, epochEnd);
			}
			catch (final OutOfMemoryError e) {
				if (batchSize == 1)
					throw new McdUnetException(MemoryBudget.tooLittle(
						"to train with one image at a time", "choose a smaller training size"), e);
				// NB: the epoch begins anew, from the weights reached
				batchSize = halved(batchSize, "Memory ran out", progress);
			}
	}

	/**
	 * Half the batch, or a quarter, ... where the whole one would not fit into the memory there is.
	 */
	private int fitting(final int wanted, final Preparation preparation, final Progress progress) {
		int batchSize = wanted;
		while (batchSize > 1 && !memory(preparation, batchSize).fits())
			batchSize = halved(batchSize,
				"There is too little memory for " + batchSize + " images per step", progress);
		return batchSize;
	}

	private TrainingMemory memory(final Preparation preparation, final int batchSize) {
		return new TrainingMemory(parameters.architecture(), preparation, batchSize);
	}

	private static int halved(final int batchSize, final String why, final Progress progress) {
		final int half = batchSize / 2;
		progress.message(
			why + "; going on with " + half + (half == 1 ? " image" : " images") + " per step.");
		return half;
	}

	private TrainedNetwork train(final Dataset training, final Dataset validation,
		final Preparation preparation, final int batchSize, final Progress progress,
		final Consumer<TrainingState> epochEnd) {
		final Architecture architecture = parameters.architecture();
		final TrainingMemory memory = memory(preparation, batchSize);
		progress.message(memory.check(Engines.availableMemory(memory.bytes())));
		batchSizes = batchSizes.from(history.epochs().size() + 1, batchSize);
		final ClassWeights weights = weights(training, progress);
		try (
			TrainingGraph graph = new TrainingGraph(architecture, batchSize, preparation.height(),
				preparation.width());
			Validation judge = new Validation(architecture, preparation.validation(validation),
				settings.validationSamples(), listener, weights);
			BatchSource batches = new BatchSource(preparation.training(training),
				architecture.outputs(), batchSize, preparation.width(), preparation.height(),
				preparation.crops(), augmentation(), settings.seed(), history.epochs().size())) {
			graph.setClassWeights(weights);
			listener.trainingBegins(settings, validation.size());
			if (!history.epochs().isEmpty()) listener.epochEnds(history);
			final NothingLearned nothing = new NothingLearned(settings, training);
			final TrainingResult.End end = run(graph, judge, batches,
				() -> preparation.validation(training.subset(first(training.size()))), nothing,
				progress, epochEnd);
			nothing.after(history).ifPresent(progress::warn);
			return new TrainedNetwork(best, history, end, maskOffset, batchSizes);
		}
	}

	private ClassWeights weights(final Dataset training, final Progress progress) {
		if (settings.weights() == TrainingSettings.Weights.EQUAL) return ClassWeights.EQUAL;
		final ClassWeights weights = ClassWeights
			.balanced(training.images().stream().map(LabeledImage::labels).toList());
		progress.message(
			"In the loss, a pixel counts by its class, background first: " + weights + ".");
		return weights;
	}

	private Augmentation augmentation() {
		if (!settings.augment()) return Augmentation.none();
		return maskOffset.map(Augmentation.standard()::keeping).orElseGet(Augmentation::standard);
	}

	private static List<Integer> first(final int size) {
		return IntStream.range(0, Math.min(size, OFFSET_IMAGES)).boxed().toList();
	}

	private TrainingResult.End run(final TrainingGraph graph, final Validation judge,
		final BatchSource batches, final Supplier<List<LabeledImage>> offsetImages,
		final NothingLearned nothing, final Progress progress,
		final Consumer<TrainingState> epochEnd) {
		for (int epoch = history.epochs().size() + 1; epoch <= settings.epochs()
			&& !isStale(); epoch++) {
			final long start = System.nanoTime();
			final Scores trained, validated;
			try {
				trained = epoch(epoch, graph, batches, progress);
				validated = judge.score(parameters, epoch, progress);
				if (looksForOffset(epoch) && trained.dice() >= OFFSET_DICE
					&& finds(judge.maskOffset(parameters, offsetImages.get(), progress), progress))
					batches.augment(augmentation());
			}
			catch (final CancellationException e) {
				if (history.epochs().isEmpty()) throw e;
				return TrainingResult.End.CANCELED;
			}
			if (!Double.isFinite(trained.loss() + validated.loss()) || !parameters.isFinite())
				return diverged(epoch, progress);
			history = history.plus(
				new History.Epoch(epoch, trained, validated, (System.nanoTime() - start) / 1e9));
			if (history.best().number() == epoch) best.set(parameters);
			progress.message(line(trained, validated, epoch));
			nothing.during(history).ifPresent(progress::warn);
			listener.epochEnds(history);
			epochEnd.accept(
				new TrainingState(parameters, best, adam, history, steps, maskOffset, batchSizes));
		}
		return isStale() ? TrainingResult.End.NO_IMPROVEMENT : TrainingResult.End.ALL_EPOCHS;
	}

	private boolean looksForOffset(final int epoch) {
		return settings.augment() && maskOffset.isEmpty() && Arrays.stream(OFFSET_EPOCHS)
			.anyMatch(part -> epoch == (int) Math.ceil(part * settings.epochs()));
	}

	/** Keeps an offset unless it is too small to matter or too large to be one. */
	private boolean finds(final MaskOffset estimate, final Progress progress) {
		final double distance = Math.hypot(estimate.x(), estimate.y());
		if (!(distance >= SMALLEST_OFFSET && distance <= LARGEST_OFFSET)) return false;
		maskOffset = Optional.of(estimate);
		progress.message("The masks lie beside the objects, " + estimate
			+ " in all images alike; augmentation keeps them there.");
		return true;
	}

	/** Whether the patience is over. */
	private boolean isStale() {
		return settings.patience() > 0 && !history.epochs().isEmpty()
			&& history.epochs().size() - history.best().number() >= settings.patience();
	}

	private Scores epoch(final int epoch, final TrainingGraph graph, final BatchSource batches,
		final Progress progress) {
		PixelScore score = PixelScore.NONE;
		final int n = batches.batchesPerEpoch();
		for (int b = 0; b < n; b++) {
			progress.checkCanceled();
			progress.report("Epoch " + epoch + " of " + settings.epochs(), (epoch - 1L) * n + b,
				(long) settings.epochs() * n);
			listener.batchBegins(epoch, b, n);
			final BatchSource.Batch batch = batches.next();
			for (int i = 0; i < batch.size(); i++)
				graph.setImage(i, batch.pixels()[i], batch.targets()[i]);
			graph.setParameters(parameters);
			final PixelScore s = graph.forward(settings.seed(), steps++ * batch.size());
			score = score.plus(s);
			if (!Double.isFinite(s.loss())) break;
			graph.backward(gradients);
			adam.step(parameters, gradients, settings.learningRate()
				* settings.schedule().factor((epoch - 1 + (double) b / n) / settings.epochs()));
			graph.updateStatistics(parameters, parameters.architecture().batchNormMomentum());
		}
		return new Scores(score);
	}

	private TrainingResult.End diverged(final int epoch, final Progress progress) {
		final String what = String.format(Locale.ROOT,
			"The loss became infinite or not a number in epoch %d, most likely because the learning rate (%s) is too high.",
			epoch, settings.learningRate());
		if (history.epochs().isEmpty())
			throw new McdUnetException(
				what + " Nothing was learnt; train again with a smaller one, " + "such as 0.001.");
		progress.message(what + " The training was stopped; the best model so far is kept.");
		return TrainingResult.End.DIVERGED;
	}

	private String line(final Scores trained, final Scores validated, final int epoch) {
		return String.format(Locale.ROOT,
			"Epoch %d of %d: loss %.4f, Dice %.3f; validation loss %.4f, Dice %.3f%s", epoch,
			settings.epochs(), trained.loss(), trained.dice(), validated.loss(), validated.dice(),
			history.best().number() == epoch ? " (best so far)" : "");
	}
}
