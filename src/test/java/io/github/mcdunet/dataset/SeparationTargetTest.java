package io.github.mcdunet.dataset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

public class SeparationTargetTest {

	@Test
	public void bordersByHand() {
		// Two that touch, one behind a gap of two pixels, one far away
		final Labels labels = row(0, 1, 1, 1, 2, 2, 2, 0, 0, 3, 3, 0, 0, 0, 0, 0, 4);
		assertArrayEquals(new float[]{ 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
			SeparationTarget.borders(labels, 1), 0);
		// with radius 2 both pixels of the gap have 2 and 3 in reach
		assertArrayEquals(new float[]{ 0, 0, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0 },
			SeparationTarget.borders(labels, 2), 0);
	}

	/** Two objects that touch by a corner only have a border from 1.5 on, not at 1. */
	@Test
	public void cornersNeedARadiusOfOneAndAHalf() {
		final Labels labels = Labels.ofObjects(new int[]{ 1, 0, 0, 2 }, 2, 2, 2);
		assertArrayEquals(new float[]{ 0, 1, 1, 0 }, SeparationTarget.borders(labels, 1), 0);
		assertArrayEquals(new float[]{ 1, 1, 1, 1 }, SeparationTarget.borders(labels, 1.5), 0);
	}

	@Test
	public void depthsByHand() {
		// Distances 1 2 3 2 1 and 1 1, the latter against the neighbour
		final Labels labels = row(0, 1, 1, 1, 1, 1, 2, 2, 0);
		assertArrayEquals(new float[]{ 0, 1 / 3f, 2 / 3f, 1, 2 / 3f, 1 / 3f, 1, 1, 0 },
			SeparationTarget.depths(labels), 1e-7f);
		// Distances to the neighbour 5 4 3 2 1 and 1 2, lowered below 4
		assertArrayEquals(
			new float[]{ 0, 1 / 3f, 2 / 3f, 3 / 4f, 1 / 3f, 1 / 12f, 1 / 4f, 1 / 2f, 0 },
			SeparationTarget.depths(labels, 4), 1e-7f);
	}

	@Test
	public void theEdgeOfTheImageIsNoBorder() {
		assertArrayEquals(new float[]{ 1, 0.75f, 0.5f, 0.25f, 0 },
			SeparationTarget.depths(row(1, 1, 1, 1, 0)), 0);
		assertArrayEquals(new float[]{ 1, 1 }, SeparationTarget.depths(row(1, 1)), 0);
	}

	@Test
	public void whatNobodyHasSaidIsNotANumber() {
		final Labels labels = Labels.of(new byte[]{ 1, 1, Labels.UNLABELLED, 0 },
			new int[]{ 1, 2, 0, 0 }, 4, 1, 2);
		assertArrayEquals(new float[]{ 1, 1, Float.NaN, 0 }, SeparationTarget.borders(labels, 1),
			0);
		assertArrayEquals(new float[]{ 1, 1, Float.NaN, 0 }, SeparationTarget.depths(labels), 0);
		assertArrayEquals(new float[]{ 0.5f, 0.5f, Float.NaN, 0 },
			SeparationTarget.depths(labels, 2), 0);
		assertThrows(IllegalStateException.class,
			() -> SeparationTarget.depths(Labels.ofMask(new byte[4], 2, 2)));
	}

	/** All pixels against all pixels. */
	@Test
	public void randomImagesAgreeWithAllPairsOfPixels() {
		final Random random = new Random(2);
		for (int run = 0; run < 40; run++) {
			final int width = 3 + random.nextInt(12), height = 3 + random.nextInt(12);
			final int[] objects = new int[width * height];
			for (int k = 1; k <= 5; k++) {
				final int cx = random.nextInt(width), cy = random.nextInt(height),
					r = random.nextInt(4);
				for (int i = 0; i < objects.length; i++)
					if (square(i, cy * width + cx, width) <= r * r) objects[i] = k;
			}
			final Labels labels = Labels.ofObjects(objects, width, height, 5);
			for (final double radius : new double[]{ 1, 1.5, 2, 3 })
				assertArrayEquals(naiveBorders(objects, width, radius),
					SeparationTarget.borders(labels, radius), 0);
			final float[] depths = SeparationTarget.depths(labels), naive = naive(objects, width);
			assertArrayEquals(naive, depths, 1e-6f);
			final float[] lowered = SeparationTarget.depths(labels, 3);
			for (int i = 0; i < objects.length; i++) {
				double nearest = 3;
				for (int k = 0; k < objects.length; k++)
					if (objects[i] != 0 && objects[k] != 0 && objects[k] != objects[i])
						nearest = Math.min(nearest, Math.sqrt(square(i, k, width)));
				assertEquals(naive[i] * nearest / 3, lowered[i], 1e-6);
				assertTrue(lowered[i] >= 0 && lowered[i] <= 1);
			}
		}
	}

	private static float[] naiveBorders(final int[] objects, final int width, final double radius) {
		final float[] borders = new float[objects.length];
		for (int i = 0; i < borders.length; i++) {
			final Set<Integer> near = new HashSet<>();
			for (int k = 0; k < objects.length; k++)
				if (objects[k] != 0 && square(i, k, width) <= radius * radius) near.add(objects[k]);
			borders[i] = near.size() > 1 ? 1 : 0;
		}
		return borders;
	}

	private static float[] naive(final int[] objects, final int width) {
		final double[] distances = new double[objects.length], largest = new double[6];
		for (int i = 0; i < distances.length; i++) {
			double nearest = Double.POSITIVE_INFINITY;
			for (int k = 0; k < objects.length; k++)
				if (objects[k] != objects[i])
					nearest = Math.min(nearest, Math.sqrt(square(i, k, width)));
			distances[i] = objects[i] == 0 ? 0 : nearest;
			largest[objects[i]] = Math.max(largest[objects[i]], distances[i]);
		}
		final float[] depths = new float[objects.length];
		for (int i = 0; i < depths.length; i++)
			if (objects[i] != 0)
				depths[i] = Double.isInfinite(distances[i]) ? 1
					: (float) (distances[i] / largest[objects[i]]);
		return depths;
	}

	private static int square(final int a, final int b, final int width) {
		final int dx = a % width - b % width, dy = a / width - b / width;
		return dx * dx + dy * dy;
	}

	private static Labels row(final int... objects) {
		int count = 0;
		for (final int object : objects)
			count = Math.max(count, object);
		return Labels.ofObjects(objects, objects.length, 1, count);
	}
}
