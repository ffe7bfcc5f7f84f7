package io.github.mcdunet.review;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.objects.ConnectedComponents;

import java.util.Arrays;
import java.util.Random;

import org.junit.Test;

public class EstimatedErrorTest {

	/**
	 * A row of eight pixels, an object of two: 0.1 + 0.3 in it, 0.4 and 0.2 within 2 pixels, 0.05
	 * far away.
	 */
	@Test
	public void errorsByHand() {
		final byte[] mask = { 0, 0, 1, 1, 0, 0, 0, 0 };
		final float[] p = { 0, 0.125f, 0.75f, 0.875f, 0.375f, 0.25f, 0.0625f, 0.0625f };
		final double[] errors = EstimatedError.perRegion(
			ConnectedComponents.label(Labels.ofMask(mask, 8, 1), 0), Rows.row(mask), p, 2);
		assertArrayEquals(new double[]{ 0.0625 + 0.0625, 0.125 + 0.25 + 0.125 + 0.375 + 0.25 },
			errors, 1e-12);
	}

	/**
	 * A mask at threshold 0.5 has the smaller of p and 1 - p wrong; one at 0.7 has 0.6 wrong where
	 * p is 0.6.
	 */
	@Test
	public void errorIsThatOfTheOtherClass() {
		assertEquals(0.375, EstimatedError.ofPixel(true, 0.625), 0);
		assertEquals(0.375, EstimatedError.ofPixel(false, 0.375), 0);
		assertEquals(0.625, EstimatedError.ofPixel(false, 0.625), 0);
	}

	@Test
	public void asFoundByLookingAtEveryPairOfPixels() {
		final Random random = new Random(3);
		for (int n = 0; n < 20; n++) {
			final int w = 3 + random.nextInt(20), h = 3 + random.nextInt(20);
			final float[] p = new float[w * h];
			final byte[] mask = new byte[w * h];
			for (int i = 0; i < p.length; i++) {
				p[i] = random.nextFloat();
				mask[i] = (byte) (p[i] >= 0.9 ? 1 : 0);
			}
			final Labels labels = ConnectedComponents.label(Labels.ofMask(mask, w, h), 0);
			final double[] errors = EstimatedError.perRegion(labels, Rows.row(mask), p, 2.5);
			final double[] atMost = new double[errors.length], atLeast = new double[errors.length];
			double whole = 0;
			for (int i = 0; i < p.length; i++) {
				final double wrong = mask[i] != 0 ? 1 - p[i] : p[i];
				whole += wrong;
				final boolean[] nearest = nearest(labels, i, 2.5);
				final boolean alone = count(nearest) == 1;
				for (int k = 0; k < nearest.length; k++) {
					if (nearest[k]) atMost[k] += wrong;
					if (nearest[k] && alone) atLeast[k] += wrong;
				}
			}
			assertEquals(whole, Arrays.stream(errors).sum(), 1e-9);
			for (int k = 0; k < errors.length; k++)
				assertTrue(atLeast[k] - 1e-9 <= errors[k] && errors[k] <= atMost[k] + 1e-9);
			assertEquals("far away there are no ties", atMost[0], errors[0], 1e-9);
		}
	}

	@Test
	public void sizesMustBeTheSame() {
		assertThrows(IllegalArgumentException.class,
			() -> EstimatedError.perRegion(Labels.ofObjects(new int[6], 3, 2, 0),
				Rows.row(new byte[6]), new float[5], 1));
	}

	/** Which regions are nearest to a pixel; 0 if none is near enough. */
	private static boolean[] nearest(final Labels labels, final int i, final double reach) {
		final int w = labels.width();
		final double[] distances = new double[labels.objectCount() + 1];
		Arrays.fill(distances, Double.POSITIVE_INFINITY);
		for (int j = 0; j < labels.objects().length; j++)
			if (labels.objects()[j] > 0)
				distances[labels.objects()[j]] = Math.min(distances[labels.objects()[j]],
					Math.hypot(i % w - j % w, i / w - j / w));
		final double least = Arrays.stream(distances).min().getAsDouble();
		final boolean[] nearest = new boolean[distances.length];
		for (int k = 1; k < nearest.length; k++)
			nearest[k] = distances[k] == least && least <= reach;
		nearest[0] = !(least <= reach);
		return nearest;
	}

	private static int count(final boolean[] flags) {
		int n = 0;
		for (final boolean flag : flags)
			if (flag) n++;
		return n;
	}
}
