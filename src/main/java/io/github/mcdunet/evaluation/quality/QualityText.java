package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.McdUnetException;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A quality prediction as entries of a model's manifest. */
final class QualityText {

	private final Quality quality;
	private final String prefix;

	QualityText(final Quality quality) {
		this.quality = quality;
		prefix = "quality." + quality.name() + ".";
	}

	void write(final Map<String, String> manifest, final QualityPrediction prediction) {
		put(manifest, "cases", prediction.cases());
		put(manifest, "images", prediction.images());
		prediction.fit().ifPresent(fit -> {
			final RidgeRegression model = fit.model();
			manifest.put(prefix + "features", features());
			put(manifest, "intercept", model.intercept());
			put(manifest, "means", model.means());
			put(manifest, "scales", model.scales());
			put(manifest, "coefficients", model.coefficients());
			put(manifest, "halfWidth", fit.halfWidth());
			put(manifest, "error", fit.error().meanError());
			put(manifest, "meanOnlyError", fit.error().meanOnlyError());
			put(manifest, "level", fit.error().coverage());
		});
	}

	QualityPrediction read(final Map<String, String> manifest) {
		final boolean fitted = features().equals(manifest.get(prefix + "features"));
		if (!manifest.containsKey(prefix + "cases")
			|| !fitted && manifest.containsKey(prefix + "features"))
			return new QualityPrediction(quality, 0, 0, null);
		final int cases = (int) number(manifest, "cases"),
			images = (int) number(manifest, "images");
		if (!fitted) return new QualityPrediction(quality, cases, images, null);
		final int n = quality.features().size();
		final RidgeRegression model = new RidgeRegression(number(manifest, "intercept"),
			numbers(manifest, "means", n), numbers(manifest, "scales", n),
			numbers(manifest, "coefficients", n));
		final QualityError error = new QualityError(quality, cases, number(manifest, "error"),
			number(manifest, "meanOnlyError"), number(manifest, "level"));
		return new QualityPrediction(quality, cases, images,
			new QualityFit(model, number(manifest, "halfWidth"), error));
	}

	private String features() {
		return String.join(",", quality.features());
	}

	private void put(final Map<String, String> manifest, final String key,
		final double... numbers) {
		manifest.put(prefix + key,
			Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(",")));
	}

	private double number(final Map<String, String> manifest, final String key) {
		return numbers(manifest, key, 1)[0];
	}

	private double[] numbers(final Map<String, String> manifest, final String key,
		final int count) {
		final String text = manifest.getOrDefault(prefix + key, "");
		try {
			final double[] numbers = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble)
				.toArray();
			if (numbers.length == count && Arrays.stream(numbers).allMatch(Double::isFinite))
				return numbers;
		}
		catch (final NumberFormatException e) {
			throw damaged(key, text, e);
		}
		throw damaged(key, text, null);
	}

	private McdUnetException damaged(final String key, final String text, final Throwable cause) {
		return new McdUnetException("The model's entry '" + prefix + key + "' is damaged ('" + text
			+ "'). Get the model file again from where it came from.", cause);
	}
}
