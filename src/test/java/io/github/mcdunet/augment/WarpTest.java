package io.github.mcdunet.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import org.junit.Test;

public class WarpTest {

	/** Two channels of 3 x 2. */
	private static final LabeledImage SMALL = new LabeledImage("small", 2,
		new float[]{ 1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60 },
		Labels.ofMask(new byte[]{ 1, 0, 0, 0, 1, 1 }, 3, 2));

	private static final LabeledImage SQUARE = new LabeledImage("square", 1,
		new float[]{ 1, 2, 3, 4 }, Labels.ofMask(new byte[]{ 0, 1, 0, 0 }, 2, 2));

	private static LabeledImage warp(final LabeledImage sample, final AffineMap map) {
		return Warp.apply(sample, map, map);
	}

	private static void assertSample(final LabeledImage s, final float[] pixels,
		final byte[] mask) {
		assertArrayEquals(pixels, s.pixels(), 0);
		assertArrayEquals(mask, s.labels().classes());
	}

	@Test
	public void flipsAlongX() {
		assertSample(warp(SMALL, AffineMap.flipX(3)),
			new float[]{ 3, 2, 1, 6, 5, 4, 30, 20, 10, 60, 50, 40 },
			new byte[]{ 0, 0, 1, 1, 1, 0 });
	}

	@Test
	public void flipsAlongY() {
		assertSample(warp(SMALL, AffineMap.flipY(2)),
			new float[]{ 4, 5, 6, 1, 2, 3, 40, 50, 60, 10, 20, 30 },
			new byte[]{ 0, 1, 1, 1, 0, 0 });
	}

	@Test
	public void composesInTheOrderOfReading() {
		final AffineMap both = AffineMap.rotate(90, 2, 2).then(AffineMap.flipX(2));
		final LabeledImage steps = warp(warp(SQUARE, AffineMap.flipX(2)),
			AffineMap.rotate(90, 2, 2));
		assertArrayEquals(new float[]{ 1, 3, 2, 4 }, steps.pixels(), 1e-6f);
		assertArrayEquals(steps.pixels(), warp(SQUARE, both).pixels(), 1e-6f);
	}

	@Test
	public void flippingTwiceChangesNothing() {
		for (final AffineMap m : new AffineMap[]{ AffineMap.flipX(3), AffineMap.flipY(2) }) {
			assertSample(warp(warp(SMALL, m), m), SMALL.pixels(), SMALL.labels().classes());
			assertSample(warp(SMALL, m.then(m)), SMALL.pixels(), SMALL.labels().classes());
		}
	}

	/** A positive angle turns counter-clockwise: the upper right corner comes to the upper left. */
	@Test
	public void aQuarterTurnIsCounterClockwise() {
		final LabeledImage turned = warp(SQUARE, AffineMap.rotate(90, 2, 2));
		assertArrayEquals(new float[]{ 2, 4, 1, 3 }, turned.pixels(), 1e-6f);
		assertArrayEquals(new byte[]{ 1, 0, 0, 0 }, turned.labels().classes());
	}

	/**
	 * Two flips of different widths shift by their difference; the last column is taken from
	 * outside.
	 */
	@Test
	public void anEdgeGoesOnOutside() {
		assertSample(warp(SMALL, AffineMap.flipX(2).then(AffineMap.flipX(3))),
			new float[]{ 2, 3, 3, 5, 6, 6, 20, 30, 30, 50, 60, 60 },
			new byte[]{ 0, 0, 0, 1, 1, 1 });
	}

	/**
	 * An eighth of a turn about the centre of 3 x 3 takes the corners from 1.414 pixels out along
	 * the axes: from the edges.
	 */
	@Test
	public void interpolatesBetweenPixels() {
		final LabeledImage cross = new LabeledImage("cross", 1,
			new float[]{ 0, 1, 0, 1, 9, 1, 0, 1, 0 }, Labels.ofMask(new byte[9], 3, 3));
		final float[] turned = warp(cross, AffineMap.rotate(45, 3, 3)).pixels();
		// the middle of the upper row lies sqrt(1/2) from the centre along both axes
		final double f = Math.sqrt(0.5);
		final double between = (1 - f) * (1 - f) * 9 + 2 * f * (1 - f) * 1;
		final float b = (float) between;
		assertArrayEquals(new float[]{ 1, b, 1, b, 9, b, 1, b, 1 }, turned, 1e-5f);
	}

	/**
	 * A plane is what bilinear interpolation leaves alone: about the centre, away from the edges.
	 */
	@Test
	public void aRotatedPlaneIsAPlane() {
		final int w = 40, h = 30;
		final float[] plane = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				plane[y * w + x] = 2 * x + 5 * y;
		final LabeledImage s = warp(
			new LabeledImage("plane", 1, plane, Labels.ofMask(new byte[w * h], w, h)),
			AffineMap.rotate(12, w, h));
		final double a = Math.toRadians(12);
		for (int y = 10; y < 20; y++)
			for (int x = 10; x < 30; x++) {
				final double dx = x - 19.5, dy = y - 14.5;
				final double sx = Math.cos(a) * dx - Math.sin(a) * dy + 19.5;
				final double sy = Math.sin(a) * dx + Math.cos(a) * dy + 14.5;
				assertEquals(2 * sx + 5 * sy, s.pixels()[y * w + x], 1e-3);
			}
	}

	@Test
	public void aDiscKeepsItsArea() {
		final int n = 101;
		final byte[] mask = new byte[n * n];
		for (int y = 0; y < n; y++)
			for (int x = 0; x < n; x++)
				if (Math.hypot(x - 40, y - 55) < 20) mask[y * n + x] = 1;
		final LabeledImage disc = new LabeledImage("disc", 1, new float[n * n],
			Labels.ofMask(mask, n, n));
		for (final double degrees : new double[]{ -15, -5, 7.5, 15 })
			assertEquals(Math.PI * 400, warp(disc, AffineMap.rotate(degrees, n, n)).foreground(),
				20);
	}
}
