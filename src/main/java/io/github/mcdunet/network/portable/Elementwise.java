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

	/**
	 * y += a * s + b * t + c * u + d * v, for the first n values: the innermost loop of every
	 * convolution, in all directions. Four terms at once need 1.5 instead of 3 memory accesses per
	 * multiplication.
	 */
	// NB: the HotSpot compiler vectorises this because all arrays are read and written at the same index; shifted indices, more
	// terms or several results make it give up (tried: Java 17, 25). Math.fma would be 20 % faster, but without hardware for it
	// (or with the compiler off) it takes a thousand times as long.
	static void addFour(final float[] y, final int n, final float a, final float[] s, final float b,
		final float[] t, final float c, final float[] u, final float d, final float[] v) {
		for (int i = 0; i < n; i++)
			y[i] = y[i] + a * s[i] + b * t[i] + c * u[i] + d * v[i];
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
