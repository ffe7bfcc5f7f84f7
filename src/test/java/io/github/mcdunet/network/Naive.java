package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Tensor;

import java.util.SplittableRandom;

/**
 * Layers in double precision by the plainest loops there are: what the fast ones are checked
 * against. All [N, C, H, W] row-major.
 */
public final class Naive {

	private Naive() {
	}

	public static double[] random(final int n, final long seed) {
		final SplittableRandom r = new SplittableRandom(seed);
		return r.doubles(n, -1, 1).toArray();
	}

	public static float[] floats(final double[] d) {
		final float[] f = new float[d.length];
		for (int i = 0; i < d.length; i++)
			f[i] = (float) d[i];
		return f;
	}

	/** "Same" convolution of stride 1, x [N, I, H, W], w [O, I, K, K]. */
	static double[] conv(final double[] x, final double[] w, final int n, final int in,
		final int out, final int h, final int width, final int k) {
		final double[] y = new double[n * out * h * width];
		for (int b = 0; b < n; b++)
			for (int o = 0; o < out; o++)
				for (int i = 0; i < in; i++)
					for (int r = 0; r < h; r++)
						for (int c = 0; c < width; c++)
							for (int dy = 0; dy < k; dy++)
								for (int dx = 0; dx < k; dx++) {
									final int sr = r + dy - k / 2, sc = c + dx - k / 2;
									if (sr >= 0 && sr < h && sc >= 0 && sc < width)
										y[((b * out + o) * h + r) * width
											+ c] += x[((b * in + i) * h + sr) * width + sc]
												* w[((o * in + i) * k + dy) * k + dx];
								}
		return y;
	}

	/** Nearest-neighbour up-sampling by 2. */
	static double[] upsample(final double[] x, final int planes, final int h, final int w) {
		final double[] y = new double[planes * 4 * h * w];
		for (int p = 0; p < planes; p++)
			for (int r = 0; r < 2 * h; r++)
				for (int c = 0; c < 2 * w; c++)
					y[(p * 2 * h + r) * 2 * w + c] = x[(p * h + r / 2) * w + c / 2];
		return y;
	}

	/** max(0, gamma (x - mean) / sqrt(var + eps) + beta) with the batch's statistics. */
	static double[] normRelu(final double[] x, final double[] gamma, final double[] beta,
		final int n, final int c, final int area, final double eps) {
		final double[] y = new double[x.length];
		for (int k = 0; k < c; k++) {
			double mean = 0, variance = 0;
			for (int b = 0; b < n; b++)
				for (int i = 0; i < area; i++)
					mean += x[(b * c + k) * area + i] / (n * area);
			for (int b = 0; b < n; b++)
				for (int i = 0; i < area; i++)
					variance += Math.pow(x[(b * c + k) * area + i] - mean, 2) / (n * area);
			for (int b = 0; b < n; b++)
				for (int i = 0; i < area; i++)
					y[(b * c + k) * area + i] = Math.max(0,
						gamma[k] * (x[(b * c + k) * area + i] - mean) / Math.sqrt(variance + eps)
							+ beta[k]);
		}
		return y;
	}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	/** A scalar function of an array. */
	interface Function {

		double at(double[] x);
	}

	/** Central finite differences. */
	static double[] gradient(final Function f, final double[] x, final double step) {
		final double[] g = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			final double old = x[i];
			x[i] = old + step;
			final double above = f.at(x);
			x[i] = old - step;
			g[i] = (above - f.at(x)) / (2 * step);
			x[i] = old;
		}
		return g;
	}

	/** Sets a tensor from [N, C, H, W]. */
	static void set(final Tensor t, final double[] values) {
		final int image = values.length / t.n();
		for (int i = 0; i < t.n(); i++)
			t.setImage(i, floats(java.util.Arrays.copyOfRange(values, i * image, (i + 1) * image)));
	}

	/** Reads a tensor as [N, C, H, W]. */
	static float[] get(final Tensor t) {
		final float[] all = new float[t.n() * t.c() * t.h() * t.w()];
		for (int i = 0; i < t.n(); i++)
			System.arraycopy(t.getImage(i), 0, all, i * all.length / t.n(), all.length / t.n());
		return all;
	}

	public static void assertClose(final String what, final double[] expected, final float[] actual,
		final double tolerance) {
		org.junit.Assert.assertEquals(what, expected.length, actual.length);
		double largest = 1e-3;
		for (final double e : expected)
			largest = Math.max(largest, Math.abs(e));
		for (int i = 0; i < expected.length; i++)
			org.junit.Assert.assertEquals(what + "[" + i + "]", expected[i], actual[i],
				tolerance * largest);
	}
}
