package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.ImageChecks;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Sample;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Engines;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.Trained;
import io.github.mcdunet.training.Trainer;
import io.github.mcdunet.training.TrainingSettings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Trains a U-Net on a dataset. Immutable; {@link #run} may be called again and, with the same seed, gives the same model. */
public final class Training {

	private final TrainingSettings settings;
	private final UNetModel start;
	private final PixelSize pixelSize;

	public Training(final TrainingSettings settings) {
		this(settings, null, PixelSize.UNCALIBRATED);
	}

	private Training(final TrainingSettings settings, final UNetModel start, final PixelSize pixelSize) {
		this.settings = settings;
		this.start = start;
		this.pixelSize = pixelSize;
	}

	/**
	 * Starts from the weights of a model (fine-tuning) instead of random ones. Its architecture and its normalisation hold then, not
	 * the settings'; the dropout rate may differ.
	 */
	public Training startFrom(final UNetModel model) {
		return new Training(
			settings.baseFilters(model.architecture().baseFilters()).depth(model.architecture().depth())
				.normalization(model.normalization()),
			model, pixelSize);
	}

	/** The pixel size to store in the model. */
	public Training pixelSize(final PixelSize size) {
		return new Training(settings, start, size);
	}

	/** Which images train, validate and test, as the settings' fractions and seed decide. */
	public Split split(final Dataset data) {
		return Split.random(data.size(), settings.validationFraction(), settings.testFraction(),
			settings.seed());
	}

	/**
	 * @return the model of the epoch with the best validation loss; after a cancel, the best so far
	 * @throws McdUnetException if the data cannot be learnt from
	 * @throws java.util.concurrent.CancellationException if canceled before the first epoch ended
	 */
	public UNetModel run(final Dataset data, final Progress progress) {
		return run(data, split(data), progress);
	}

	/** As {@link #run(Dataset, Progress)} with a split of one's own. */
	public UNetModel run(final Dataset data, final Split split, final Progress progress) {
		check(data, split);
		Engines.notice().ifPresent(progress::message);
		final Architecture architecture = architecture(data);
		final Parameters first = start == null
			? Parameters.initial(architecture, settings.seed())
			: adopt(architecture);
		final Trained trained = new Trainer(settings, first).train(data.subset(split.training()),
			data.subset(split
				.validation()),
			progress);
		return new UNetModel(trained.parameters(), settings.normalization(), data.channelNames(), pixelSize,
			manifest(data, split,
				trained),
			trained.history().csv());
	}

	private void check(final Dataset data, final Split split) {
		for (final Sample s : data.samples()) {
			ImageChecks.check(s);
			ImageChecks.checkSize(s.name(), s.width(), s.height(), 1 << settings.depth());
		}
		data.checkForeground(split);
		if (settings.epochs() < 1 || settings.batchSize() < 1 || !(settings.learningRate() > 0)
			|| settings.trainingSize() < 0)
			throw new McdUnetException(
				"Epochs (" + settings.epochs() + ") and batch size (" + settings.batchSize() +
					") must be at least 1, the learning rate (" + settings.learningRate()
					+ ") above 0, and the training size (" +
					settings.trainingSize() + ") 0 or more.");
	}

	private Architecture architecture(final Dataset data) {
		if (start != null && start.architecture().channels() != data.channels())
			throw new McdUnetException(
				"The model to start from was trained on images with " + start.architecture().channels()
					+ " channels (" + String.join(
						", ", start.channelNames())
					+ "), but these images have " + data.channels() +
					". Choose another model, or train a new one.");
		final double epsilon = start == null ? 1e-3 : start.architecture().batchNormEpsilon();
		return Architecture.reference(data.channels()).baseFilters(settings.baseFilters())
			.depth(settings.depth()).dropoutRate(
				settings.dropoutRate())
			.batchNormMomentum(settings.batchNormMomentum()).batchNormEpsilon(epsilon);
	}

	private Parameters adopt(final Architecture architecture) {
		final Parameters p = new Parameters(architecture);
		p.set(start.parameters());
		return p;
	}

	private Map<String, String> manifest(final Dataset data, final Split split, final Trained trained) {
		final History.Epoch best = trained.history().best();
		final Map<String, String> m = new LinkedHashMap<>();
		settings.asText().forEach((k, v) -> m.put("settings." + k, v));
		m.put("start", start == null ? "random weights" : "another model");
		m.put("data.sha256", DataHash.sha256(data));
		m.put("data.images", String.valueOf(data.size()));
		m.put("split.training", names(data, split.training()));
		m.put("split.validation", names(data, split.validation()));
		m.put("split.test", names(data, split.test()));
		m.put("result.end", trained.end().text());
		m.put("result.epochs", String.valueOf(trained.history().epochs().size()));
		m.put("result.bestEpoch", String.valueOf(best.number()));
		m.put("result.validationLoss", String.format(Locale.ROOT, "%.6f", best.validation().loss()));
		m.put("result.validationDice", String.format(Locale.ROOT, "%.6f", best.validation().dice()));
		m.put("java", System.getProperty("java.version"));
		m.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		return m;
	}

	private static String names(final Dataset data, final List<Integer> indices) {
		return indices.stream().map(i -> data.get(i).name()).collect(Collectors.joining("; "));
	}
}
