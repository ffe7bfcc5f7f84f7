package io.github.mcdunet.network.portable;

/** The innermost loop of every convolution, in all directions. */
final class RankFour {

	private RankFour() {
	}

	/**
	 * y += a * s + b * t + c * u + d * v, for the first n values. Four terms at once need 1.5
	 * instead of 3 memory accesses per multiplication.
	 */
	// NB: the HotSpot compiler vectorises this because all arrays are read and written at the same index; shifted indices, more
	// terms or several results make it give up (tried: Java 17, 25). Math.fma would be 20 % faster, but without hardware for it
	// (or with the compiler off) it takes a thousand times as long.
	static void add(final float[] y, final int n, final float a, final float[] s, final float b,
		final float[] t, final float c, final float[] u, final float d, final float[] v) {
		for (int i = 0; i < n; i++)
			y[i] = y[i] + a * s[i] + b * t[i] + c * u[i] + d * v[i];
	}
}
