package io.github.mcdunet.evaluation.quality;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Predicts how good a mask is where there is no truth, from the agreement of the samples and
 * features of the uncertainty map (after DeVries and Taylor 2018, arXiv:1807.00502). A linear model
 * is fitted to the cases of the validation part; its interval comes from the errors of the models
 * that were fitted without the case's image (jackknife). With too few cases it says so and passes
 * on the agreement. Immutable.
 */
public final class QualityPrediction {

	/** Fewer cases are too few. */
	public static final int MINIMUM = 8;

	/** Fewer images are too few, however many objects they have. */
	public static final int MINIMUM_IMAGES = 4;

	private final Quality quality;
	private final int cases;
	private final int images;
	private final QualityFit fit;

	/** @param fit null if there were too few cases */
	QualityPrediction(final Quality quality, final int cases, final int images,
		final QualityFit fit) {
		this.quality = quality;
		this.cases = cases;
		this.images = images;
		this.fit = fit;
	}

	/** @param cases of the validation part; there may be too few, or none */
	public static QualityPrediction fit(final QualityCases cases) {
		final boolean enough = cases.size() >= MINIMUM && cases.images() >= MINIMUM_IMAGES;
		return new QualityPrediction(cases.quality(), cases.size(), cases.images(),
			enough ? QualityFit.of(cases) : null);
	}

	/**
	 * Reads what {@link #write} has written; without it, or if it was fitted to other features,
	 * there are no cases.
	 */
	public static QualityPrediction read(final Quality quality,
		final Map<String, String> manifest) {
		return new QualityText(quality).read(manifest);
	}

	/** Adds text that {@link #read} understands. */
	public void write(final Map<String, String> manifest) {
		new QualityText(quality).write(manifest, this);
	}

	/**
	 * @param features as {@link Quality#features} gives them
	 * @return the predicted score, or the samples' agreement if there were too few cases
	 */
	public PredictedQuality predict(final double[] features) {
		if (features.length != quality.features().size())
			throw new IllegalArgumentException(features.length + " features");
		return fit == null ? new PredictedQuality(features[0], Double.NaN, Double.NaN)
			: fit.predict(features);
	}

	/** Whether it predicts, and does not pass on the samples' agreement. */
	public boolean isFitted() {
		return fit != null;
	}

	/** Errors on cases that it was not fitted to, such as those of the test part. */
	public QualityError errorOn(final QualityCases others) {
		double sum = 0, meanOnly = 0;
		int inside = 0;
		for (int i = 0; i < others.size(); i++) {
			final PredictedQuality predicted = predict(others.features(i));
			final double truth = others.truth(i);
			sum += Math.abs(predicted.value() - truth);
			if (predicted.low() <= truth && truth <= predicted.high()) inside++;
			if (fit != null) meanOnly += Math.abs(fit.model().intercept() - truth);
		}
		final double n = others.size();
		return new QualityError(quality, others.size(), sum / n,
			fit == null ? Double.NaN : meanOnly / n, fit == null ? Double.NaN : inside / n);
	}

	/** What the prediction is worth, in one or two sentences. */
	public String note() {
		return fit == null ? "The validation part has too few " + quality.cases() + " (" + cases
			+ " in " + images + (images == 1 ? " image" : " images") + ", at least " + MINIMUM
			+ " in " + MINIMUM_IMAGES + " are needed) to predict the " + quality.score()
			+ ". Given instead is how far the samples agree with each other, which may be far from it."
			: fit.error().sentence() + " Known from " + cases + " " + quality.cases() + " of "
				+ images + " validation images, each image left out in turn.";
	}

	int cases() {
		return cases;
	}

	int images() {
		return images;
	}

	Optional<QualityFit> fit() {
		return Optional.ofNullable(fit);
	}

	@Override
	public String toString() {
		return quality + ": "
			+ (fit == null ? "not fitted" : Arrays.toString(fit.model().coefficients()));
	}
}
