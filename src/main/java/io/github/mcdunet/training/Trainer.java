package io.github.mcdunet.training;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.augment.Augmentation;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.PixelScore;
import io.github.mcdunet.network.TrainingGraph;

import java.util.Locale;
import java.util.concurrent.CancellationException;

/** The training loop: epochs of augmented batches, validation after each, the best epoch kept, early stopping. */
public final class Trainer {

	private final TrainingSettings settings;
	private final Parameters parameters;
	private final Parameters gradients;
	private final Parameters best;
	private final History history = new History();
	private long steps;

	/** @param start the first weights; copied */
	public Trainer(final TrainingSettings settings, final Parameters start) {
		this.settings = settings;
		parameters = start.copy();
		best = start.copy();
		gradients = new Parameters(start.architecture());
	}

	/**
	 * @return the best epoch's parameters; after a cancel or a divergence, the best so far
	 * @throws CancellationException if canceled before the first epoch ended
	 * @throws McdUnetException if the loss became NaN before the first epoch ended
	 */
	public Trained train(final Dataset training, final Dataset validation, final Progress progress) {
		final Architecture architecture = parameters.architecture();
		final Preparation preparation = new Preparation(settings, training, architecture.alignment());
		final int batchSize = Math.min(settings.batchSize(), training.size());
		try (
			TrainingGraph graph = new TrainingGraph(architecture, batchSize, preparation.height(),
				preparation.width());
			Validation judge = new Validation(architecture, preparation.validation(validation),
				settings.validationSamples());
			BatchSource batches = new BatchSource(preparation.training(training), batchSize,
				preparation.width(), preparation
					.height(),
				preparation.crops(), settings.augment() ? Augmentation.standard() : Augmentation.none(),
				settings
					.seed())) {
			return new Trained(best, history, run(graph, judge, batches, progress));
		}
	}

	private Trained.End run(final TrainingGraph graph, final Validation judge, final BatchSource batches,
		final Progress progress) {
		final Adam adam = new Adam(parameters);
		for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
			final long start = System.nanoTime();
			final Scores trained, validated;
			try {
				trained = epoch(epoch, graph, adam, batches, progress);
				validated = judge.score(parameters, progress);
			}
			catch (final CancellationException e) {
				if (history.epochs().isEmpty()) throw e;
				return Trained.End.CANCELED;
			}
			if (!Double.isFinite(trained.loss() + validated.loss()) || !parameters.isFinite())
				return diverged(epoch, progress);
			history.add(new History.Epoch(epoch, trained, validated, (System.nanoTime() - start) / 1e9));
			if (history.best().number() == epoch) best.set(parameters);
			progress.message(line(trained, validated, epoch));
			if (settings.patience() > 0 && epoch - history.best().number() >= settings.patience())
				return Trained.End.NO_IMPROVEMENT;
		}
		return Trained.End.ALL_EPOCHS;
	}

	private Scores epoch(final int epoch, final TrainingGraph graph, final Adam adam,
		final BatchSource batches,
		final Progress progress) {
		PixelScore score = PixelScore.NONE;
		final int n = batches.batchesPerEpoch();
		for (int b = 0; b < n; b++) {
			progress.checkCanceled();
			progress.report("Epoch " + epoch + " of " + settings.epochs(), (epoch - 1L) * n + b,
				(long) settings.epochs() * n);
			final Batch batch = batches.next();
			for (int i = 0; i < batch.size(); i++)
				graph.setSample(i, batch.pixels(i), batch.mask(i));
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

	private Trained.End diverged(final int epoch, final Progress progress) {
		final String what = String.format(Locale.ROOT,
			"The loss became infinite or not a number in epoch %d, most likely because the learning rate (%s) is too high.",
			epoch,
			settings.learningRate());
		if (history.epochs().isEmpty())
			throw new McdUnetException(what + " Nothing was learnt; train again with a smaller one, " +
				"such as 0.001.");
		progress.message(what + " The training was stopped; the best model so far is kept.");
		return Trained.End.DIVERGED;
	}

	private String line(final Scores trained, final Scores validated, final int epoch) {
		return String.format(Locale.ROOT,
			"Epoch %d of %d: loss %.4f, Dice %.3f; validation loss %.4f, Dice %.3f%s", epoch, settings
				.epochs(),
			trained.loss(), trained.dice(), validated.loss(), validated.dice(),
			history.best().number() == epoch
				? " (best so far)"
				: "");
	}
}
