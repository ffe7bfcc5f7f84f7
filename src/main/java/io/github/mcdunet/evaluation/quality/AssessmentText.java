package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.objects.IntervalFactors;
import io.github.mcdunet.objects.Quantity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/**
 * An {@link Assessment} as entries of a model's manifest, and back. What a manifest lacks is
 * unknown; what it holds must make sense, as a model file may come from a stranger.
 */
public final class AssessmentText {

	private static final String TEMPERATURE = "calibration.temperature";
	private static final String INTERVAL = "interval.factor.";
	private static final String QUALITY = "quality.";
	// NB: the key is older than the term
	private static final String RANGE = "familiar.";

	/** An interval that is wider than this says nothing. */
	private static final double WIDEST = 1e6;

	/** No number of a fit is larger, and sums of such products are finite. */
	private static final double LARGEST = 1e15, SMALLEST = 1e-30;

	private final Map<String, String> manifest;

	private AssessmentText(final Map<String, String> manifest) {
		this.manifest = manifest;
	}

	/** The manifest's entries. */
	public static Map<String, String> of(final Assessment assessment) {
		final AssessmentText text = new AssessmentText(new LinkedHashMap<>());
		assessment.temperature().ifPresent(t -> text.put(TEMPERATURE, t.temperature()));
		assessment.intervals().factors()
			.forEach((quantity, factor) -> text.put(INTERVAL + quantity.name(), factor));
		text.add(assessment.imageQuality());
		text.add(assessment.objectQuality());
		assessment.outOfDistribution().ranges().forEach((statistic, range) -> text.manifest
			.put(RANGE + statistic, range.low() + " " + range.high()));
		return text.manifest;
	}

	/**
	 * @param normalization of the model, by which images are compared with those of the training
	 * @param channelNames of the model, by which images are compared with those of the training
	 * @throws McdUnetException if an entry is damaged
	 */
	public static Assessment read(final Map<String, String> manifest,
		final Normalization normalization, final List<String> channelNames) {
		final AssessmentText text = new AssessmentText(manifest);
		return new Assessment(normalization, channelNames, text.temperature(), text.intervals(),
			text.quality(Quality.IMAGE_DICE), text.quality(Quality.OBJECT_IOU), text.ranges());
	}

	private Optional<TemperatureScaling> temperature() {
		if (!manifest.containsKey(TEMPERATURE)) return Optional.empty();
		return Optional
			.of(new TemperatureScaling(number(TEMPERATURE, t -> t > SMALLEST && isUsual(t))));
	}

	private IntervalFactors intervals() {
		final Map<Quantity, Double> factors = new EnumMap<>(Quantity.class);
		for (final Quantity quantity : Quantity.values())
			if (manifest.containsKey(INTERVAL + quantity.name()))
				factors.put(quantity,
					number(INTERVAL + quantity.name(), f -> f >= 1 && f <= WIDEST));
		return new IntervalFactors(factors);
	}

	private OutOfDistribution ranges() {
		final Map<String, OutOfDistribution.Range> ranges = new LinkedHashMap<>();
		for (final String key : manifest.keySet())
			if (key.startsWith(RANGE)) {
				final double[] ends = numbers(key, " ", 2, Double::isFinite);
				if (ends[0] > ends[1]) throw damaged(key, null);
				ranges.put(key.substring(RANGE.length()),
					new OutOfDistribution.Range(ends[0], ends[1]));
			}
		return new OutOfDistribution(ranges);
	}

	private void add(final QualityPrediction prediction) {
		final String prefix = prefix(prediction.quality());
		put(prefix + "cases", prediction.cases());
		put(prefix + "images", prediction.images());
		prediction.fit().ifPresent(fit -> {
			final RidgeRegression model = fit.model();
			manifest.put(prefix + "features", features(prediction.quality()));
			put(prefix + "intercept", model.intercept());
			put(prefix + "means", model.means());
			put(prefix + "scales", model.scales());
			put(prefix + "coefficients", model.coefficients());
			put(prefix + "halfWidth", fit.halfWidth());
			put(prefix + "error", fit.error().meanError());
			put(prefix + "meanOnlyError", fit.error().meanOnlyError());
			put(prefix + "level", fit.error().coverage());
		});
	}

	/** Without any, or if it was fitted to other features, there are no cases. */
	private QualityPrediction quality(final Quality quality) {
		final String prefix = prefix(quality);
		final String features = manifest.get(prefix + "features");
		final boolean fitted = features(quality).equals(features);
		if (!manifest.containsKey(prefix + "cases") || !fitted && features != null)
			return new QualityPrediction(quality, 0, 0, Optional.empty());
		final int cases = (int) number(prefix + "cases", AssessmentText::isCount),
			images = (int) number(prefix + "images", AssessmentText::isCount);
		if (!fitted) return new QualityPrediction(quality, cases, images, Optional.empty());
		final int n = quality.features().size();
		final RidgeRegression model = new RidgeRegression(
			number(prefix + "intercept", AssessmentText::isUsual),
			numbers(prefix + "means", ",", n, AssessmentText::isUsual),
			numbers(prefix + "scales", ",", n, s -> s > SMALLEST && isUsual(s)),
			numbers(prefix + "coefficients", ",", n, AssessmentText::isUsual));
		final QualityError error = new QualityError(quality, cases,
			number(prefix + "error", e -> e >= 0 && isUsual(e)),
			number(prefix + "meanOnlyError", e -> e >= 0 && isUsual(e)),
			number(prefix + "level", l -> l >= 0 && l <= 1));
		return new QualityPrediction(quality, cases, images, Optional.of(
			new QualityFit(model, number(prefix + "halfWidth", e -> e >= 0 && isUsual(e)), error)));
	}

	private static boolean isUsual(final double number) {
		return Math.abs(number) <= LARGEST;
	}

	private static boolean isCount(final double number) {
		return number >= 0 && number <= Integer.MAX_VALUE;
	}

	private static String prefix(final Quality quality) {
		return QUALITY + quality.name() + ".";
	}

	private static String features(final Quality quality) {
		return String.join(",", quality.features());
	}

	private void put(final String key, final double... numbers) {
		manifest.put(key,
			Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(",")));
	}

	private double number(final String key, final DoublePredicate valid) {
		return numbers(key, ",", 1, valid)[0];
	}

	private double[] numbers(final String key, final String separator, final int count,
		final DoublePredicate valid) {
		try {
			final double[] numbers = Arrays.stream(manifest.getOrDefault(key, "").split(separator))
				.mapToDouble(Double::parseDouble).toArray();
			if (numbers.length == count && Arrays.stream(numbers).allMatch(valid)) return numbers;
		}
		catch (final NumberFormatException e) {
			throw damaged(key, e);
		}
		throw damaged(key, null);
	}

	private McdUnetException damaged(final String key, final Throwable cause) {
		return new McdUnetException(
			"The model's entry '" + key + "' is damaged ('" + manifest.getOrDefault(key, "")
				+ "'). Get the model file again from where it came from.",
			cause);
	}
}
