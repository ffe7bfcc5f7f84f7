package io.github.mcdunet.dataset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class ResamplingTest {

	/** Centres of the new pixels lie at -0.25, 0.25, 0.75, 1.25 of the old. */
	@Test
	public void doublesARow() {
		assertArrayEquals(new float[]{ 0, 2, 6, 8 },
			Resampling.bilinear(new float[]{ 0, 8 }, 1, 1, 2, 1, 4), 0);
	}

	/** A third of the size without smoothing takes every third pixel: centres at 1 and 4. */
	@Test
	public void shrinksWithoutSmoothing() {
		assertArrayEquals(new float[]{ 20, 50 },
			Resampling.bilinear(new float[]{ 10, 20, 30, 40, 50, 60 }, 1, 1, 6, 1, 2), 0);
	}

	/** Three to two: centres at 0.25 and 1.75. */
	@Test
	public void interpolatesRowsAndChannelsApart() {
		assertArrayEquals(new float[]{ 1, 7, 100, 100 },
			Resampling.bilinear(new float[]{ 0, 4, 8, 100, 100, 100 }, 2, 3, 1, 2, 1), 0);
	}

	@Test
	public void aPlaneStaysAPlaneInside() {
		final int w = 17, h = 11, nw = 40, nh = 23;
		final float[] plane = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				plane[y * w + x] = 3 * x - 2 * y + 5;
		final float[] resized = Resampling.bilinear(plane, 1, h, w, nh, nw);
		for (int y = 2; y < nh - 2; y++)
			for (int x = 2; x < nw - 2; x++) {
				final double sx = (x + 0.5) * w / nw - 0.5, sy = (y + 0.5) * h / nh - 0.5;
				assertEquals(3 * sx - 2 * sy + 5, resized[y * nw + x], 1e-4);
			}
	}

	@Test
	public void theSameSizeChangesNothing() {
		final float[] pixels = { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8 };
		assertArrayEquals(pixels, Resampling.bilinear(pixels, 2, 2, 3, 2, 3), 0);
	}

	/** Weights of the edge are 1/4, 3/4: a half counts as foreground. */
	@Test
	public void aMaskIsForegroundFromOneHalf() {
		assertArrayEquals(new byte[]{ 0, 0, 1, 1 },
			Resampling.labels(Labels.ofMask(new byte[]{ 0, 1 }, 2, 1), 1, 4).classes());
		assertArrayEquals(new byte[]{ 1, 1, 0 },
			Resampling.labels(Labels.ofMask(new byte[]{ 1, 1, 1, 0, 0, 0 }, 6, 1), 1, 3).classes());
		assertArrayEquals(new byte[]{ 1 },
			Resampling.labels(Labels.ofMask(new byte[]{ 1, 0 }, 2, 1), 1, 1).classes());
	}

	@Test
	public void refusesAnArrayOfTheWrongSize() {
		assertThrows(IllegalArgumentException.class,
			() -> Resampling.bilinear(new float[5], 1, 2, 2, 4, 4));
		assertThrows(IllegalArgumentException.class,
			() -> Resampling.bilinear(new float[4], 1, 2, 2, 0, 4));
	}
}
