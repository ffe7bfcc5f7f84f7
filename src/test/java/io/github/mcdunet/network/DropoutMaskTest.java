package io.github.mcdunet.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Test;

public class DropoutMaskTest {

	private static float[] mask(final double rate, final int h, final int w, final int c,
		final long key, final long x0, final long y0) {
		final float[] values = new float[h * w * c];
		for (int y = 0; y < h; y++)
			System.arraycopy(new DropoutMask(rate).row(w, c, key, x0, y0 + y), 0, values, y * w * c,
				w * c);
		return values;
	}

	@Test
	public void aValueDependsOnItsAbsolutePositionOnly() {
		final int c = 6;
		final float[] whole = mask(0.5, 20, 30, c, 99, 0, 0), part = mask(0.5, 7, 9, c, 99, 11, 5);
		for (int y = 0; y < 7; y++)
			for (int x = 0; x < 9; x++)
				for (int k = 0; k < c; k++)
					assertEquals(whole[((y + 5) * 30 + x + 11) * c + k], part[(y * 9 + x) * c + k],
						0);
	}

	@Test
	public void sameKeySameMaskOtherKeyOtherMask() {
		assertArrayEquals(mask(0.5, 8, 8, 8, 1, 0, 0), mask(0.5, 8, 8, 8, 1, 0, 0), 0);
		// two independent fair masks agree on half of the values; 5 standard deviations of n = 16384
		final float[] a = mask(0.5, 32, 32, 16, DropoutMask.key(1, 0, 0), 0, 0);
		for (final long key : new long[]{ DropoutMask.key(1, 1, 0), DropoutMask.key(1, 0, 1),
			DropoutMask.key(2, 0, 0) }) {
			final float[] b = mask(0.5, 32, 32, 16, key, 0, 0);
			int same = 0;
			for (int i = 0; i < a.length; i++)
				if (a[i] == b[i]) same++;
			assertEquals(0.5, same / (double) a.length, 5 * 0.5 / Math.sqrt(a.length));
		}
	}

	@Test
	public void neighboursAreIndependent() {
		final int h = 64, w = 64, c = 16;
		final float[] m = mask(0.5, h, w, c, DropoutMask.key(5, 3, 2), 0, 0);
		for (final int step : new int[]{ 1, 4, c, w * c }) {
			int same = 0;
			for (int i = 0; i + step < m.length; i++)
				if (m[i] == m[i + step]) same++;
			assertEquals("step " + step, 0.5, same / (double) (m.length - step),
				5 * 0.5 / Math.sqrt(m.length - step));
		}
	}

	@Test
	public void scaleMakesTheExpectationOne() {
		for (final double rate : new double[]{ 0.1, 0.25, 0.5, 0.9 }) {
			final float[] m = mask(rate, 64, 64, 16, 7, 0, 0);
			double mean = 0;
			for (final float v : m)
				mean += v / m.length;
			assertEquals(1, mean, 5 * Math.sqrt(rate / (1 - rate) / m.length));
		}
		assertEquals(2, mask(0.5, 1, 64, 16, 7, 0, 0)[firstKept()], 0);
	}

	private static int firstKept() {
		final float[] m = mask(0.5, 1, 64, 16, 7, 0, 0);
		int i = 0;
		while (m[i] == 0)
			i++;
		assertNotEquals(m.length, i);
		return i;
	}
}
