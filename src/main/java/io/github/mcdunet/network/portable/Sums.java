package io.github.mcdunet.network.portable;

/**
 * Sums over runs of values in double precision, by four running sums, which a processor can add at
 * the same time.
 */
final class Sums {

	private Sums() {
	}

	static double of(final float[] v, final int start, final int n) {
		double a = 0, b = 0, c = 0, d = 0;
		int p = start;
		for (; p + 3 < start + n; p += 4) {
			a += v[p];
			b += v[p + 1];
			c += v[p + 2];
			d += v[p + 3];
		}
		for (; p < start + n; p++)
			a += v[p];
		return a + b + (c + d);
	}

	/** Sum of (v - mean)^2. */
	static double squares(final float[] v, final int start, final int n, final double mean) {
		double a = 0, b = 0, c = 0, d = 0;
		int p = start;
		for (; p + 3 < start + n; p += 4) {
			a += (v[p] - mean) * (v[p] - mean);
			b += (v[p + 1] - mean) * (v[p + 1] - mean);
			c += (v[p + 2] - mean) * (v[p + 2] - mean);
			d += (v[p + 3] - mean) * (v[p + 3] - mean);
		}
		for (; p < start + n; p++)
			a += (v[p] - mean) * (v[p] - mean);
		return a + b + (c + d);
	}

	/** Sum of u (v - mean). */
	static double products(final float[] u, final float[] v, final int start, final int n,
		final double mean) {
		double a = 0, b = 0, c = 0, d = 0;
		int p = start;
		for (; p + 3 < start + n; p += 4) {
			a += u[p] * (v[p] - mean);
			b += u[p + 1] * (v[p + 1] - mean);
			c += u[p + 2] * (v[p + 2] - mean);
			d += u[p + 3] * (v[p + 3] - mean);
		}
		for (; p < start + n; p++)
			a += u[p] * (v[p] - mean);
		return a + b + (c + d);
	}
}
