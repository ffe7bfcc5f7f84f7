package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.BatchNormRelu;

/** Batch norm and ReLU, channel by channel; sums in double precision. */
final class PortableBatchNormRelu implements BatchNormRelu {

	private final PlaneTensor x;
	private final PlaneTensor y;
	private final PlaneTensor diffY;
	private final PlaneTensor diffX;
	private final double epsilon;
	private final double count;
	private final float[] gamma;
	private final float[] beta;
	private final double[] mean;
	private final double[] variance;
	private final double[] gammaGradient;
	private final double[] betaGradient;

	PortableBatchNormRelu(final PlaneTensor x, final PlaneTensor y, final PlaneTensor diffY,
		final PlaneTensor diffX, final double epsilon) {
		this.x = x;
		this.y = y;
		this.diffY = diffY;
		this.diffX = diffX;
		this.epsilon = epsilon;
		count = (double) x.n() * x.h() * x.w();
		gamma = new float[x.c()];
		beta = new float[x.c()];
		mean = new double[x.c()];
		variance = new double[x.c()];
		gammaGradient = new double[x.c()];
		betaGradient = new double[x.c()];
	}

	@Override
	public void set(final float[] newGamma, final float[] newBeta) {
		System.arraycopy(newGamma, 0, gamma, 0, gamma.length);
		System.arraycopy(newBeta, 0, beta, 0, beta.length);
	}

	@Override
	public void forward() {
		Tasks.run(x.c(), this::forward);
	}

	private void forward(final int c) {
		double sum = 0, squares = 0;
		for (int i = 0; i < x.n(); i++)
			for (int r = 0; r < x.h(); r++)
				sum += Sums.of(x.plane(i, c), x.row(r), x.w());
		mean[c] = sum / count;
		for (int i = 0; i < x.n(); i++)
			for (int r = 0; r < x.h(); r++)
				squares += Sums.squares(x.plane(i, c), x.row(r), x.w(), mean[c]);
		variance[c] = squares / count;
		final float scale = (float) (gamma[c] / deviation(c)), centre = (float) mean[c];
		for (int i = 0; i < x.n(); i++)
			for (int r = 0; r < x.h(); r++)
				normalize(x.plane(i, c), y.plane(i, c), x.row(r), x.row(r) + x.w(), centre, scale,
					beta[c]);
	}

	private double deviation(final int c) {
		return Math.sqrt(variance[c] + epsilon);
	}

	private static void normalize(final float[] from, final float[] to, final int start,
		final int end, final float centre, final float scale, final float shift) {
		for (int p = start; p < end; p++) {
			final float v = (from[p] - centre) * scale + shift;
			to[p] = 0.5f * (v + Math.abs(v));
		}
	}

	@Override
	public void backward() {
		Tasks.run(x.c(), this::backward);
	}

	/**
	 * With g the gradient by what enters the ReLU and z = (x - mean) / deviation: dx = gamma /
	 * deviation (g - E[g] - z E[g z]).
	 */
	private void backward(final int c) {
		double sum = 0, product = 0;
		for (int i = 0; i < x.n(); i++) {
			final float[] g = diffX.plane(i, c);
			for (int r = 0; r < x.h(); r++) {
				mask(diffY.plane(i, c), y.plane(i, c), g, x.row(r), x.row(r) + x.w());
				sum += Sums.of(g, x.row(r), x.w());
				product += Sums.products(g, x.plane(i, c), x.row(r), x.w(), mean[c]);
			}
		}
		betaGradient[c] = sum;
		gammaGradient[c] = product / deviation(c);
		final double scale = gamma[c] / deviation(c);
		final double slope = -scale * gammaGradient[c] / count / deviation(c);
		for (int i = 0; i < x.n(); i++)
			for (int r = 0; r < x.h(); r++)
				combine(diffX.plane(i, c), x.plane(i, c), x.row(r), x.row(r) + x.w(), (float) scale,
					(float) slope, (float) mean[c], (float) (-scale * sum / count));
	}

	/** to = from where y is positive (y is never negative), else 0, without branches. */
	private static void mask(final float[] from, final float[] y, final float[] to, final int start,
		final int end) {
		for (int p = start; p < end; p++)
			to[p] = Float.intBitsToFloat(
				Float.floatToRawIntBits(from[p]) & -Float.floatToRawIntBits(y[p]) >> 31);
	}

	private static void combine(final float[] g, final float[] x, final int start, final int end,
		final float a, final float b, final float centre, final float c) {
		for (int p = start; p < end; p++)
			g[p] = a * g[p] + b * (x[p] - centre) + c;
	}

	@Override
	public void gradient(final float[] dGamma, final float[] dBeta) {
		for (int c = 0; c < dGamma.length; c++) {
			dGamma[c] = (float) gammaGradient[c];
			dBeta[c] = (float) betaGradient[c];
		}
	}

	@Override
	public void statistics(final float[] batchMean, final float[] batchVariance) {
		for (int c = 0; c < batchMean.length; c++) {
			batchMean[c] = (float) mean[c];
			batchVariance[c] = (float) variance[c];
		}
	}
}
