package io.github.mcdunet.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Labels;

import org.junit.Test;

public class OffsetEstimateTest {

	private static final int W = 90;
	private static final int H = 70;

	/** Soft discs, as a network sees them, too wide by a pixel. */
	private static float[] probability() {
		final float[] p = new float[W * H];
		for (int i = 0; i < p.length; i++)
			p[i] = (float) (1 / (1 + Math.exp(1.5 * (distance(i, 0, 0) - 1))));
		return p;
	}

	private static Labels mask(final double dx, final double dy) {
		final byte[] mask = new byte[W * H];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (distance(i, dx, dy) < 0 ? 1 : 0);
		return Labels.ofMask(mask, W, H);
	}

	/** Of pixel i from the outline of two discs moved by (dx, dy); negative inside. */
	private static double distance(final int i, final double dx, final double dy) {
		final double x = i % W - dx, y = i / W - dy;
		return Math.min(Math.hypot(x - 25.3, y - 30.1) - 14.2,
			Math.hypot(x - 62.7, y - 41.6) - 9.4);
	}

	@Test
	public void findsWhereTheMasksLie() {
		// NB: masks are cut at pixels, so that a fraction of a pixel is not exact
		for (final double[] d : new double[][]{ { 1, 0, 0.1 }, { -1, 2, 0.1 }, { 2, -3, 0.1 },
			{ 0, 0.36, 0.15 }, { -0.4, 0.7, 0.15 } }) {
			final OffsetEstimate e = new OffsetEstimate();
			e.add(probability(), mask(d[0], d[1]));
			e.add(probability(), mask(d[0], d[1]));
			assertEquals(d[0], e.result().x(), d[2]);
			assertEquals(d[1], e.result().y(), d[2]);
		}
	}

	/** Masks to the left as often as to the right are chance, not an offset. */
	@Test
	public void chanceIsNoOffset() {
		final OffsetEstimate e = new OffsetEstimate();
		for (final double dx : new double[]{ -1, 1.5, 0.8, -0.7, 0.2 })
			e.add(probability(), mask(dx, 0));
		assertSame(MaskOffset.NONE, e.result());
	}

	@Test
	public void oneImageOrNoEdgesSayNothing() {
		final OffsetEstimate one = new OffsetEstimate(), flat = new OffsetEstimate();
		one.add(probability(), mask(1, 1));
		assertSame(MaskOffset.NONE, one.result());
		flat.add(new float[W * H], Labels.ofMask(new byte[W * H], W, H));
		flat.add(new float[W * H], Labels.ofMask(new byte[W * H], W, H));
		assertSame(MaskOffset.NONE, flat.result());
	}
}
