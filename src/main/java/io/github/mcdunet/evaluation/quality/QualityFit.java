package io.github.mcdunet.evaluation.quality;

import java.util.Arrays;

/**
 * A linear model with the errors that it made on images which were left out.
 *
 * @param model fitted to all cases
 * @param halfWidth of the interval, before it is cut to 0..1
 * @param error of the models without the case's image; its coverage is what is expected, not what
 * was counted
 */
record QualityFit(RidgeRegression model, double halfWidth, QualityError error) {

	/** @param cases of at least two images */
	static QualityFit of(final QualityCases cases) {
		final int n = cases.size();
		final double[] residuals = new double[n];
		double meanOnly = 0;
		for (final int image : distinctImages(cases)) {
			final QualityCases others = cases.only(i -> cases.image(i) != image);
			final RidgeRegression without = RidgeRegression.fit(others);
			for (int i = 0; i < n; i++)
				if (cases.image(i) == image) {
					residuals[i] = Math.abs(without.predict(cases.features(i)) - cases.truth(i));
					meanOnly += Math.abs(others.meanTruth() - cases.truth(i)) / n;
				}
		}
		Arrays.sort(residuals);
		// ceil(0.95 (n + 1)), or the largest where n < 19: then the interval holds n / (n + 1) at best
		final int rank = Math.min(n, (95 * (n + 1) + 99) / 100);
		final QualityError error = new QualityError(cases.quality(), n,
			Arrays.stream(residuals).average().orElse(Double.NaN), meanOnly,
			Math.min(0.95, (double) rank / (n + 1)));
		return new QualityFit(RidgeRegression.fit(cases), residuals[rank - 1], error);
	}

	private static int[] distinctImages(final QualityCases cases) {
		final int[] images = new int[cases.size()];
		for (int i = 0; i < images.length; i++)
			images[i] = cases.image(i);
		return Arrays.stream(images).distinct().toArray();
	}

	PredictedQuality predict(final double[] features) {
		final double value = model.predict(features);
		return new PredictedQuality(value, Math.max(0, value - halfWidth),
			Math.min(1, value + halfWidth));
	}
}
