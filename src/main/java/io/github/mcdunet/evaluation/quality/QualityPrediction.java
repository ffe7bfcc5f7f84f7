package io.github.mcdunet.evaluation.quality;

import java.util.Arrays;
import java.util.Optional;

/**
 * Predicts how good a mask is where there is no truth, from the agreement of the samples and
 * features of the uncertainty map (after DeVries and Taylor 2018, arXiv:1807.00502). A linear model
 * is fitted to the cases of the validation part; its interval comes from the errors of the models
 * that were fitted without the case's image (jackknife). With too few cases it says so and passes
 * on the agreement.
 *
 * @param quality what is predicted
 * @param cases number of cases that there were to learn from
 * @param images number of images that they come from
 * @param fit empty if there were too few cases
 */
public record QualityPrediction(Quality quality, int cases, int images, Optional<QualityFit> fit) {

	/** Fewer cases are too few. */
	public static final int MINIMUM = 8;

	/** Fewer images are too few, however many objects they have. */
	public static final int MINIMUM_IMAGES = 4;

	/** @param cases of the validation part; there may be too few, or none */
	public static QualityPrediction fit(final QualityCases cases) {
		final boolean enough = cases.size() >= MINIMUM && cases.images() >= MINIMUM_IMAGES;
		return new QualityPrediction(cases.quality(), cases.size(), cases.images(),
			enough ? Optional.of(QualityFit.of(cases)) : Optional.empty());
	}

	/**
	 * @param features as {@link Quality#features} gives them
	 * @return the predicted score, or the samples' agreement if there were too few cases
	 */
	public PredictedQuality predict(final double[] features) {
		if (features.length != quality.features().size())
			throw new IllegalArgumentException(features.length + " features");
		return fit.map(f -> f.predict(features))
			.orElseGet(() -> new PredictedQuality(features[0], Double.NaN, Double.NaN));
	}

	/** Whether it predicts, and does not pass on the samples' agreement. */
	public boolean isFitted() {
		return fit.isPresent();
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
			if (isFitted()) meanOnly += Math.abs(fit.get().model().intercept() - truth);
		}
		final double n = others.size();
		return new QualityError(quality, others.size(), sum / n,
			isFitted() ? meanOnly / n : Double.NaN, isFitted() ? inside / n : Double.NaN);
	}

	/** What the prediction is worth, in one or two sentences. */
	public String note() {
		return !isFitted() ? "The validation part has too few " + quality.cases() + " (" + cases
			+ " in " + images + (images == 1 ? " image" : " images") + ", at least " + MINIMUM
			+ " in " + MINIMUM_IMAGES + " are needed) to predict the " + quality.score()
			+ ". Given instead is how far the samples agree with each other, which may be far from it."
			: fit.get().error().sentence() + " Known from " + cases + " " + quality.cases() + " of "
				+ images + " validation images, each image left out in turn.";
	}

	@Override
	public String toString() {
		return quality + ": "
			+ fit.map(f -> Arrays.toString(f.model().coefficients())).orElse("not fitted");
	}
}
