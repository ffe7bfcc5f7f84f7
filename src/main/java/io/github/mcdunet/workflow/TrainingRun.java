package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.TrainedNetwork;
import io.github.mcdunet.training.Trainer;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.training.TrainingState;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One training on its data, new or resumed: what becomes a model or a checkpoint of what the
 * trainer says.
 */
final class TrainingRun {

	private final TrainingSettings settings;
	private final Map<String, String> start;
	private final PixelSize pixelSize;
	private final Dataset data;
	private final Split split;
	private final String dataHash;

	/** @param start what the first weights were: entries of the manifest */
	TrainingRun(final TrainingSettings settings, final Map<String, String> start,
		final PixelSize pixelSize, final Dataset data, final Split split) {
		this.settings = settings;
		this.start = start;
		this.pixelSize = pixelSize;
		this.data = data;
		this.split = split;
		dataHash = DataHash.sha256(data);
	}

	UNetModel run(final Trainer trainer, final Consumer<TrainingState> epochEnd,
		final Progress progress) {
		final TrainedNetwork trained = trainer.train(data.subset(split.training()),
			data.subset(split.validation()), progress, epochEnd);
		final Map<String, String> found = new LinkedHashMap<>();
		found.put("result.end", trained.end().text());
		found.put("result.batchSizes", trained.batchSizes().toString());
		trained.maskOffset().ifPresent(offset -> found.put("result.maskOffset", text(offset)));
		final UNetModel model = model(trained.parameters(), trained.history(),
			trained.history().csv(), found);
		return trained.end() == TrainedNetwork.End.CANCELED ? model : assessed(model, progress);
	}

	/** NB: a cancel now must not lose the model. */
	private UNetModel assessed(final UNetModel model, final Progress progress) {
		try {
			return model.with(SelfAssessment
				.of(model, data.subset(split.training()), data.subset(split.validation()), progress)
				.asText());
		}
		catch (final CancellationException e) {
			return model;
		}
	}

	/** Adds all that is needed to go on to a state. */
	Function<TrainingState, Checkpoint> checkpoints() {
		final Map<String, String> unfinished = new UnfinishedTraining(settings, start,
			DataFingerprint.of(data), split).asText();
		return state -> checkpoint(state, unfinished);
	}

	private Checkpoint checkpoint(final TrainingState state, final Map<String, String> unfinished) {
		final Map<String, String> training = new LinkedHashMap<>(unfinished);
		training.put(UnfinishedTraining.STEPS, String.valueOf(state.steps()));
		training.put(UnfinishedTraining.BATCH_SIZES, state.batchSizes().toString());
		state.maskOffset()
			.ifPresent(offset -> training.put(UnfinishedTraining.MASK_OFFSET, text(offset)));
		return new Checkpoint(
			model(state.best(), state.history(), state.exactHistory(),
				Map.of("result.end", "not finished: a checkpoint")),
			state.parameters(), state.optimizer(), training);
	}

	private static String text(final MaskOffset offset) {
		return offset.x() + " " + offset.y();
	}

	private UNetModel model(final Parameters parameters, final History history,
		final List<String> csv, final Map<String, String> found) {
		return new UNetModel(parameters, settings.normalization(), data.channelNames(), pixelSize,
			manifest(history, found), csv);
	}

	private Map<String, String> manifest(final History history, final Map<String, String> found) {
		final History.Epoch best = history.best();
		final Map<String, String> m = new LinkedHashMap<>();
		settings.asText().forEach((k, v) -> m.put("settings." + k, v));
		m.putAll(start);
		m.put("data.sha256", dataHash);
		m.put("data.images", String.valueOf(data.size()));
		m.put("split.training", names(split.training()));
		m.put("split.validation", names(split.validation()));
		m.put("split.test", names(split.test()));
		m.put("split.numbers.training", numbers(split.training()));
		m.put("split.numbers.validation", numbers(split.validation()));
		m.put("split.numbers.test", numbers(split.test()));
		m.putAll(found);
		m.put("result.epochs", String.valueOf(history.epochs().size()));
		m.put("result.bestEpoch", String.valueOf(best.number()));
		m.put("result.validationLoss",
			String.format(Locale.ROOT, "%.6f", best.validation().loss()));
		m.put("result.validationDice",
			String.format(Locale.ROOT, "%.6f", best.validation().dice()));
		m.put("version",
			Optional.ofNullable(TrainingRun.class.getPackage().getImplementationVersion())
				.orElse("built from source"));
		final EngineProvider engine = Engines.chosen();
		m.put("engine", engine.name());
		m.put("engine.instructions", engine.instructionSet());
		m.put("engine.threads", String.valueOf(engine.threads()));
		m.put("java", System.getProperty("java.version"));
		m.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		return m;
	}

	/** From 1, as in the images' stack: names may be the same. */
	private static String numbers(final List<Integer> indices) {
		return indices.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(" "));
	}

	private String names(final List<Integer> indices) {
		return indices.stream().map(i -> data.get(i).name()).collect(Collectors.joining("; "));
	}
}
