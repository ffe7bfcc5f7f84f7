package io.github.mcdunet.evaluation.quality;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A linear model of a score: intercept + sum of coefficient x (feature - mean) / scale, with scale
 * the feature's standard deviation over the cases (divided by n; 1 where it is 0). The coefficients
 * minimise the squared errors plus their own squares (ridge regression with penalty 1; Hoerl and
 * Kennard 1970, https://doi.org/10.1080/00401706.1970.10488634), so that few cases do not make them
 * large.
 */
record RidgeRegression(double intercept, double[] means, double[] scales, double[] coefficients) {

	private static final double PENALTY = 1;

	/** @param cases at least one */
	static RidgeRegression fit(final QualityCases cases) {
		final int n = cases.size(), k = cases.quality().features().size();
		final double[] means = new double[k], scales = new double[k];
		for (int f = 0; f < k; f++) {
			for (int i = 0; i < n; i++)
				means[f] += cases.features(i)[f] / n;
			for (int i = 0; i < n; i++)
				scales[f] += Math.pow(cases.features(i)[f] - means[f], 2) / n;
			// What differs by rounding alone is constant
			scales[f] = scales[f] > 1e-24 ? Math.sqrt(scales[f]) : 1;
		}
		final RealMatrix x = new Array2DRowRealMatrix(n, k), y = new Array2DRowRealMatrix(n, 1);
		for (int i = 0; i < n; i++) {
			for (int f = 0; f < k; f++)
				x.setEntry(i, f, (cases.features(i)[f] - means[f]) / scales[f]);
			y.setEntry(i, 0, cases.truth(i) - cases.meanTruth());
		}
		final RealMatrix left = x.transpose().multiply(x);
		for (int f = 0; f < k; f++)
			left.addToEntry(f, f, PENALTY);
		return new RidgeRegression(cases.meanTruth(), means, scales, new CholeskyDecomposition(left)
			.getSolver().solve(x.transpose().multiply(y)).getColumn(0));
	}

	/** Cut to 0..1. */
	double predict(final double[] features) {
		double score = intercept;
		for (int f = 0; f < coefficients.length; f++)
			score += coefficients[f] * (features[f] - means[f]) / scales[f];
		return Math.max(0, Math.min(1, score));
	}
}
