package io.github.mcdunet.workflow;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.training.BatchSizes;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.HistoryText;
import io.github.mcdunet.training.SettingsText;
import io.github.mcdunet.training.TrainedNetwork;
import io.github.mcdunet.training.TrainingState;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A training as the text by which the manifest of its model and its checkpoint keep it, and back:
 * entries by name. Nothing is decided by the manifest, which is for people and for repeating a
 * training.
 */
final class TrainingText {

	private static final String SETTINGS = "settings.";
	private static final String START = "start";
	private static final String START_HASH = "start.sha256";
	private static final String DATA_HASH = "data.sha256";
	private static final String IMAGES = "data.images";
	private static final String STEPS = "steps";

	/** Of the masks, x and y in pixels; missing as long as it is not known. */
	private static final String MASK_OFFSET = "maskOffset";

	/** Older checkpoints lack it. */
	private static final String BATCH_SIZES = "batchSizes";

	/** Pixels of the smallest objects of the training; of networks that separate objects. */
	static final String SMALLEST_OBJECT = "objects.smallest";

	private TrainingText() {
	}

	/** Pixels that all but one in a hundred objects have at least; 0 if there is none. */
	private static int smallestObject(final Dataset data) {
		final int[] areas = data.images().stream()
			.flatMapToInt(image -> Arrays.stream(image.labels().areas()).skip(1)).filter(n -> n > 0)
			.sorted().toArray();
		return areas.length == 0 ? 0 : areas[areas.length / 100];
	}

	/**
	 * What the training found, for {@link #manifest}.
	 *
	 * @param training the images that it learned from
	 */
	static Map<String, String> found(final TrainedNetwork network, final Dataset training) {
		final Map<String, String> text = new LinkedHashMap<>();
		text.put("result.end", network.end().text());
		text.put("result.batchSizes", network.batchSizes().toString());
		network.maskOffset().ifPresent(offset -> text.put("result.maskOffset", text(offset)));
		if (network.parameters().architecture().outputs().separation())
			text.put(SMALLEST_OBJECT, String.valueOf(smallestObject(training)));
		return text;
	}

	/** That the training is not over, for {@link #manifest}. */
	static Map<String, String> unfinished() {
		return Map.of("result.end", "not finished: a checkpoint");
	}

	/** @param dataHash with the images' names */
	static Map<String, String> manifest(final TrainingPlan plan, final Dataset data,
		final String dataHash, final History history, final Map<String, String> found) {
		final History.Epoch best = history.best();
		final Split split = plan.split();
		final Map<String, String> m = decided(plan);
		m.put(DATA_HASH, dataHash);
		m.put(IMAGES, String.valueOf(data.size()));
		m.put("split.training", names(data, split.training()));
		m.put("split.validation", names(data, split.validation()));
		m.put("split.test", names(data, split.test()));
		// NB: from 1, as in the images' stack: names may be the same
		m.put("split.numbers.training", numbers(split.training(), 1));
		m.put("split.numbers.validation", numbers(split.validation(), 1));
		m.put("split.numbers.test", numbers(split.test(), 1));
		m.putAll(found);
		m.put("result.epochs", String.valueOf(history.epochs().size()));
		m.put("result.bestEpoch", String.valueOf(best.number()));
		m.put("result.validationLoss",
			String.format(Locale.ROOT, "%.6f", best.validation().loss()));
		m.put("result.validationDice",
			String.format(Locale.ROOT, "%.6f", best.validation().dice()));
		m.put("version",
			Optional.ofNullable(TrainingText.class.getPackage().getImplementationVersion())
				.orElse("built from source"));
		final EngineProvider engine = Engines.chosen();
		m.put("engine", engine.name());
		m.put("engine.instructions", engine.instructionSet());
		m.put("engine.threads", String.valueOf(engine.threads()));
		m.put("java", System.getProperty("java.version"));
		m.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		return m;
	}

	/** The entries of a checkpoint. */
	static Map<String, String> checkpoint(final TrainingPlan plan, final TrainingState state) {
		final Map<String, String> text = decided(plan);
		text.put(IMAGES, String.valueOf(plan.images()));
		text.put(DATA_HASH, plan.dataHash());
		text.put("split.training", numbers(plan.split().training(), 0));
		text.put("split.validation", numbers(plan.split().validation(), 0));
		text.put("split.test", numbers(plan.split().test(), 0));
		text.put(STEPS, String.valueOf(state.steps()));
		text.put(BATCH_SIZES, state.batchSizes().toString());
		state.maskOffset().ifPresent(offset -> text.put(MASK_OFFSET, text(offset)));
		return text;
	}

	private static Map<String, String> decided(final TrainingPlan plan) {
		final Map<String, String> text = new LinkedHashMap<>();
		SettingsText.of(plan.settings()).forEach((k, v) -> text.put(SETTINGS + k, v));
		text.put(START, plan.start().isPresent() ? "another model" : "random weights");
		plan.start().ifPresent(hash -> text.put(START_HASH, hash));
		return text;
	}

	private static String names(final Dataset data, final List<Integer> indices) {
		return indices.stream().map(i -> data.get(i).name()).collect(Collectors.joining("; "));
	}

	private static String numbers(final List<Integer> indices, final int first) {
		return indices.stream().map(i -> String.valueOf(i + first))
			.collect(Collectors.joining(" "));
	}

	private static String text(final MaskOffset offset) {
		return offset.x() + " " + offset.y();
	}

	/**
	 * @param text the entries of a checkpoint
	 * @throws IllegalArgumentException if this is no text of a training; the message is a clause
	 */
	static TrainingPlan plan(final Map<String, String> text) {
		final Map<String, String> settings = new LinkedHashMap<>();
		text.forEach((k, v) -> {
			if (k.startsWith(SETTINGS)) settings.put(k.substring(SETTINGS.length()), v);
		});
		get(text, START);
		final int images = Integer.parseInt(get(text, IMAGES));
		final Split split = new Split(indices(text, "split.training"),
			indices(text, "split.validation"), indices(text, "split.test"));
		final List<Integer> all = Stream.of(split.training(), split.validation(), split.test())
			.flatMap(List::stream).collect(Collectors.toList());
		if (split.training().isEmpty() || split.validation().isEmpty()
			|| new HashSet<>(all).size() < all.size()
			|| all.stream().anyMatch(i -> i < 0 || i >= images))
			throw new IllegalArgumentException(
				"its split of the " + images + " images is impossible: " + all);
		return new TrainingPlan(SettingsText.parse(settings),
			Optional.ofNullable(text.get(START_HASH)), images, get(text, DATA_HASH), split);
	}

	/**
	 * @throws IllegalArgumentException if this cannot be the state of a training after an epoch;
	 * the message is a clause
	 */
	static TrainingState state(final Checkpoint checkpoint) {
		final Map<String, String> text = checkpoint.training();
		final History history = HistoryText.parse(checkpoint.best().history());
		return new TrainingState(checkpoint.parameters(), checkpoint.best().parameters(),
			checkpoint.optimizer(), history, Long.parseLong(get(text, STEPS)),
			Optional.ofNullable(text.get(MASK_OFFSET)).map(TrainingText::maskOffset), Optional
				.ofNullable(text.get(BATCH_SIZES)).map(BatchSizes::parse).orElse(BatchSizes.NONE));
	}

	private static List<Integer> indices(final Map<String, String> text, final String key) {
		return Arrays.stream(get(text, key).split(" ")).filter(i -> !i.isEmpty())
			.map(Integer::valueOf).collect(Collectors.toList());
	}

	private static String get(final Map<String, String> text, final String key) {
		if (!text.containsKey(key))
			throw new IllegalArgumentException("it lacks the entry \"" + key + "\"");
		return text.get(key);
	}

	private static MaskOffset maskOffset(final String text) {
		final double[] xy = Arrays.stream(text.split(" ", 2)).mapToDouble(Double::parseDouble)
			.filter(v -> Math.abs(v) < 1e6).toArray();
		if (xy.length != 2)
			throw new IllegalArgumentException("its mask offset is impossible: " + text);
		return new MaskOffset(xy[0], xy[1]);
	}
}
