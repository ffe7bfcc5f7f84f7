package io.github.mcdunet.workflow;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.training.BatchSizes;
import io.github.mcdunet.training.TrainingSettings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a checkpoint remembers of a training beside its numbers, and the text it is written as. */
final class UnfinishedTraining {

	/** The entry of the trainer's steps, which changes. */
	static final String STEPS = "steps";

	/** The entry of the masks' offset, x and y in pixels; missing as long as it is not known. */
	static final String MASK_OFFSET = "maskOffset";

	/** The entry of how many images the steps had; older checkpoints lack it. */
	static final String BATCH_SIZES = "batchSizes";

	private static final String SETTINGS = "settings.";
	private static final String START = "start";

	private final TrainingSettings settings;
	private final Map<String, String> start;
	private final DataFingerprint data;
	private final Split split;

	UnfinishedTraining(final TrainingSettings settings, final Map<String, String> start,
		final DataFingerprint data, final Split split) {
		this.settings = settings;
		this.start = start;
		this.data = data;
		this.split = split;
	}

	Map<String, String> asText() {
		final Map<String, String> text = new LinkedHashMap<>();
		settings.asText().forEach((k, v) -> text.put(SETTINGS + k, v));
		text.putAll(start);
		text.put("data.images", String.valueOf(data.images()));
		text.put("data.sha256", data.hash());
		text.put("split.training", join(split.training()));
		text.put("split.validation", join(split.validation()));
		text.put("split.test", join(split.test()));
		return text;
	}

	private static String join(final List<Integer> indices) {
		return indices.stream().map(String::valueOf).collect(Collectors.joining(" "));
	}

	/**
	 * @throws IllegalArgumentException if this is no text of a training; the message is a clause
	 */
	static UnfinishedTraining parse(final Map<String, String> text) {
		final Map<String, String> settings = new LinkedHashMap<>();
		final Map<String, String> start = new LinkedHashMap<>();
		start.put(START, get(text, START));
		text.forEach((k, v) -> {
			if (k.startsWith(SETTINGS)) settings.put(k.substring(SETTINGS.length()), v);
			if (k.startsWith(START + ".")) start.put(k, v);
		});
		final int images = Integer.parseInt(get(text, "data.images"));
		final Split split = new Split(indices(text, "split.training"),
			indices(text, "split.validation"), indices(text, "split.test"));
		final List<Integer> all = new ArrayList<>(split.training());
		all.addAll(split.validation());
		all.addAll(split.test());
		final TreeSet<Integer> distinct = new TreeSet<>(all);
		if (split.training().isEmpty() || split.validation().isEmpty()
			|| distinct.size() < all.size() || distinct.first() < 0 || distinct.last() >= images)
			throw new IllegalArgumentException(
				"its split of the " + images + " images is impossible: " + all);
		return new UnfinishedTraining(TrainingSettings.parse(settings), start,
			new DataFingerprint(images, get(text, "data.sha256")), split);
	}

	private static List<Integer> indices(final Map<String, String> text, final String key) {
		final List<Integer> indices = new ArrayList<>();
		for (final String index : get(text, key).split(" "))
			if (!index.isEmpty()) indices.add(Integer.valueOf(index));
		return indices;
	}

	private static String get(final Map<String, String> text, final String key) {
		if (!text.containsKey(key))
			throw new IllegalArgumentException("it lacks the entry \"" + key + "\"");
		return text.get(key);
	}

	/**
	 * A whole number of the text.
	 *
	 * @throws IllegalArgumentException if it is missing or none
	 */
	static long number(final Map<String, String> text, final String key) {
		return Long.parseLong(get(text, key));
	}

	/** @throws IllegalArgumentException if it is there, but odd */
	static Optional<BatchSizes> batchSizes(final Map<String, String> text) {
		return Optional.ofNullable(text.get(BATCH_SIZES)).map(BatchSizes::parse);
	}

	/** @throws IllegalArgumentException if it is there, but not two numbers */
	static Optional<MaskOffset> maskOffset(final Map<String, String> text) {
		if (!text.containsKey(MASK_OFFSET)) return Optional.empty();
		final double[] xy = Arrays.stream(text.get(MASK_OFFSET).split(" ", 2))
			.mapToDouble(Double::parseDouble).filter(v -> Math.abs(v) < 1e6).toArray();
		if (xy.length != 2)
			throw new IllegalArgumentException(
				"its mask offset is impossible: " + text.get(MASK_OFFSET));
		return Optional.of(new MaskOffset(xy[0], xy[1]));
	}

	TrainingSettings settings() {
		return settings;
	}

	/** What the first weights were: entries of the manifest. */
	Map<String, String> start() {
		return start;
	}

	DataFingerprint data() {
		return data;
	}

	Split split() {
		return split;
	}
}
