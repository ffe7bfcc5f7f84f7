package io.github.mcdunet.network.portable;

/** Operations value by value. */
final class Elementwise {

	private Elementwise() {
	}

	/**
	 * The first n values become max(value, 0): (v + |v|) / 2, which is exact and can be vectorised
	 * on every Java.
	 */
	static void rectify(final float[] v, final int n) {
		for (int i = 0; i < n; i++)
			v[i] = 0.5f * (v[i] + Math.abs(v[i]));
	}

	static void sum(final float[] a, final float[] b, final float[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = a[i] + b[i];
	}

	static void product(final float[] a, final float[] b, final float[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] = a[i] * b[i];
	}
}
