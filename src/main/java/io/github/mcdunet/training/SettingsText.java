package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Normalization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings as the text by which a model file and a checkpoint keep them, and back. */
public final class SettingsText {

	/** How one setting is read from settings, and changed to the value of a text. */
	private record Entry(Function<TrainingSettings, Object> get,
		BiFunction<TrainingSettings, String, TrainingSettings> set) {
	}

	private static final Pattern PERCENTILES = Pattern.compile("percentiles (\\S+) \\.\\. (\\S+)");

	/** In the order of the files. */
	private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();
	static {
		put("epochs", TrainingSettings::epochs, (s, v) -> s.epochs(Integer.parseInt(v)));
		put("batchSize", TrainingSettings::batchSize, (s, v) -> s.batchSize(Integer.parseInt(v)));
		put("learningRate", TrainingSettings::learningRate,
			(s, v) -> s.learningRate(Double.parseDouble(v)));
		put("schedule", TrainingSettings::schedule,
			(s, v) -> s.schedule(TrainingSettings.Schedule.valueOf(v)));
		put("patience", TrainingSettings::patience, (s, v) -> s.patience(Integer.parseInt(v)));
		put("validationFraction", TrainingSettings::validationFraction,
			(s, v) -> s.validationFraction(Double.parseDouble(v)));
		put("validationSamples", TrainingSettings::validationSamples,
			(s, v) -> s.validationSamples(Integer.parseInt(v)));
		put("testFraction", TrainingSettings::testFraction,
			(s, v) -> s.testFraction(Double.parseDouble(v)));
		put("seed", TrainingSettings::seed, (s, v) -> s.seed(Long.parseLong(v)));
		put("baseFilters", TrainingSettings::baseFilters,
			(s, v) -> s.baseFilters(Integer.parseInt(v)));
		put("depth", TrainingSettings::depth, (s, v) -> s.depth(Integer.parseInt(v)));
		put("dropoutRate", TrainingSettings::dropoutRate,
			(s, v) -> s.dropoutRate(Double.parseDouble(v)));
		put("batchNormMomentum", TrainingSettings::batchNormMomentum,
			(s, v) -> s.batchNormMomentum(Double.parseDouble(v)));
		put("sizing", TrainingSettings::sizing,
			(s, v) -> s.sizing(TrainingSettings.Sizing.valueOf(v)));
		put("trainingSize", TrainingSettings::trainingSize,
			(s, v) -> s.trainingSize(Integer.parseInt(v)));
		put("augment", TrainingSettings::augment, (s, v) -> s.augment(truth(v)));
		put("normalization", TrainingSettings::normalization,
			(s, v) -> s.normalization(normalization(v)));
		put("weights", TrainingSettings::weights,
			(s, v) -> s.weights(TrainingSettings.Weights.valueOf(v)));
		put("separation", TrainingSettings::separation, (s, v) -> s.separation(truth(v)));
	}

	/** Those that came later, which are written only where they are not as they always were. */
	private static final List<String> LATER = List.of("separation", "weights");

	private SettingsText() {
	}

	private static void put(final String name, final Function<TrainingSettings, Object> get,
		final BiFunction<TrainingSettings, String, TrainingSettings> set) {
		ENTRIES.put(name, new Entry(get, set));
	}

	/** All settings by name, as text; what is not there has its default. */
	public static Map<String, String> of(final TrainingSettings settings) {
		final Map<String, String> text = new LinkedHashMap<>();
		ENTRIES.forEach((name, entry) -> {
			final Object value = entry.get().apply(settings);
			if (!LATER.contains(name)
				|| !value.equals(entry.get().apply(TrainingSettings.defaults())))
				text.put(name, value.toString());
		});
		return text;
	}

	/**
	 * The settings of which {@link #of} made this text. What is not in it, because it was written
	 * before there was such a setting, has its default.
	 *
	 * @throws IllegalArgumentException if there is no such setting or value; the message is a
	 * clause
	 */
	public static TrainingSettings parse(final Map<String, String> text) {
		TrainingSettings settings = TrainingSettings.defaults();
		for (final Map.Entry<String, String> e : text.entrySet()) {
			if (!ENTRIES.containsKey(e.getKey()))
				throw new IllegalArgumentException(
					"it has the unknown setting \"" + e.getKey() + "\"");
			try {
				settings = ENTRIES.get(e.getKey()).set().apply(settings, e.getValue());
			}
			catch (final IllegalArgumentException impossible) {
				throw new IllegalArgumentException("its setting \"" + e.getKey()
					+ "\" has the impossible value \"" + e.getValue() + "\"", impossible);
			}
		}
		return settings;
	}

	private static boolean truth(final String text) {
		if (!List.of("true", "false").contains(text)) throw new IllegalArgumentException(text);
		return Boolean.parseBoolean(text);
	}

	private static Normalization normalization(final String text) {
		if (text.equals(Normalization.maximum().toString())) return Normalization.maximum();
		final Matcher m = PERCENTILES.matcher(text);
		if (!m.matches()) throw new IllegalArgumentException(text);
		return Normalization.percentiles(Double.parseDouble(m.group(1)),
			Double.parseDouble(m.group(2)));
	}
}
