package io.github.mcdunet.objects;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.SeparationTarget;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;

import org.junit.Test;

public class SeededWatershedTest {

	private static final SeededWatershed HALF = new SeededWatershed(0.5);

	@Test
	public void twoPeaksAreTwoObjects() {
		assertObjects(HALF, "111122220033", 0.1f, 0.4f, 0.9f, 0.3f, 0.2f, 0.8f, 0.7f, 0.1f, 0.9f,
			0.9f, 0.1f, 0.6f);
	}

	private static void assertObjects(final SeededWatershed watershed, final String expected,
		final float... landscape) {
		final byte[] mask = new byte[expected.length()];
		final int[] objects = new int[mask.length];
		for (int i = 0; i < mask.length; i++) {
			objects[i] = expected.charAt(i) - '0';
			mask[i] = (byte) Integer.signum(objects[i]);
		}
		assertArrayEquals(objects,
			watershed.label(Labels.ofMask(mask, mask.length, 1), landscape).objects());
	}

	/** The valley at 0.2 belongs to the side from which it is reached first: that of 0.3. */
	@Test
	public void theValleyIsFloodedFromItsHigherSide() {
		assertObjects(HALF, "111122", 0.9f, 0.6f, 0.3f, 0.2f, 0.25f, 0.6f);
		assertObjects(HALF, "11222", 0.9f, 0.2f, 0.1f, 0.3f, 0.6f);
	}

	/** One plateau between two seeds is shared out evenly; the middle goes to the first. */
	@Test
	public void plateausAreSharedByDistance() {
		assertObjects(HALF, "1111222", 1, 0, 0, 0, 0, 0, 1);
	}

	@Test
	public void anAreaWithoutSeedIsOneObject() {
		assertObjects(HALF, "11022033", 0.1f, 0.2f, 0.9f, 0.3f, 0.3f, 0.9f, 0.5f, 0.2f);
	}

	@Test
	public void notANumberIsLowest() {
		assertObjects(HALF, "11222", 0.9f, Float.NaN, Float.NaN, -0.1f, 0.6f);
	}

	@Test
	public void smallSeedsAreFlooded() {
		final float[] landscape = { 0.9f, 0.9f, 0.1f, 0.7f, 0.1f, 0.8f, 0.8f };
		assertObjects(HALF, "1112333", landscape);
		assertObjects(HALF.minimumSeed(2), "1111222", landscape);
		assertObjects(HALF.minimumSeed(3), "1111111", landscape);
	}

	/**
	 * Parts of 2, 1, 4 pixels: that of 1 touches both others in one place and goes to the first.
	 */
	@Test
	public void smallPartsAreJoinedAndSmallAreasVanish() {
		final float[] landscape = { 0.9f, 0.1f, 0.7f, 0.2f, 0.9f, 0.8f, 0.8f, 0, 0.9f, 0 };
		assertObjects(HALF, "1123333044", landscape);
		final byte[] mask = { 1, 1, 1, 1, 1, 1, 1, 0, 1, 1 };
		final Labels labels = Labels.ofMask(mask, 10, 1);
		assertArrayEquals(new int[]{ 1, 1, 1, 2, 2, 2, 2, 0, 0, 0 },
			HALF.minimumArea(3).label(labels, landscape).objects());
		assertArrayEquals(new int[]{ 1, 1, 1, 1, 1, 1, 1, 0, 0, 0 },
			HALF.minimumArea(5).label(labels, landscape).objects());
		assertEquals(0, HALF.minimumArea(8).label(labels, landscape).objectCount());
	}

	/** Peaks 0.9, 0.8, 1.0 with saddles 0.7 and 0.6, all above the level. */
	@Test
	public void prominenceDividesWhatTheLevelDoesNot() {
		final float[] landscape = { 0.9f, 0.7f, 0.8f, 0.6f, 1 };
		assertObjects(HALF, "11111", landscape);
		assertObjects(HALF.prominence(0.25), "11122", landscape);
		assertObjects(HALF.prominence(0.05), "11233", landscape);
		// 0.9 stands 0.3 above its saddle with 1.0
		assertObjects(HALF.prominence(0.35), "11111", landscape);
		assertThrows(IllegalArgumentException.class, () -> HALF.prominence(0));
	}

	@Test
	public void objectsAreOfTheClassOfMostOfTheirPixels() {
		final Labels mask = Labels.ofClasses(new byte[]{ 1, 2, 2, 3, 3, 1, 0, 1 }, 8, 1);
		final Labels objects = HALF.label(mask,
			new float[]{ 0.9f, 0.5f, 0.4f, 0.1f, 0.45f, 0.9f, 0, 0 });
		assertArrayEquals(new int[]{ 1, 1, 1, 2, 2, 2, 0, 3 }, objects.objects());
		assertArrayEquals(new byte[]{ 2, 2, 2, 3, 3, 3, 0, 1 }, objects.classes());
		// Equal votes: the smaller number
		assertArrayEquals(new byte[]{ 1, 1 }, ObjectClasses
			.majority(Labels.ofObjects(new int[]{ 1, 1 }, 2, 1, 1), new byte[]{ 2, 1 }).classes());
	}

	/**
	 * The flooding of the definition: scan for the highest, then oldest, waiting pixel each time.
	 */
	@Test
	public void randomImagesAgreeWithASlowFlooding() {
		final Random random = new Random(3);
		for (int run = 0; run < 60; run++) {
			final int width = 4 + random.nextInt(14), height = 4 + random.nextInt(14);
			final byte[] mask = new byte[width * height];
			final float[] landscape = new float[mask.length];
			for (int i = 0; i < mask.length; i++) {
				mask[i] = (byte) (random.nextInt(6) == 0 ? 0 : 1);
				landscape[i] = random.nextInt(8) / 8f;
			}
			final Labels labels = Labels.ofMask(mask, width, height);
			final int[] objects = new SeededWatershed(0.85).label(labels, landscape).objects();
			assertArrayEquals(renumbered(slow(mask, landscape, 0.85, width, height)), objects);
			assertArrayEquals(objects,
				new SeededWatershed(0.85).label(labels, landscape).objects());
			// The objects cover what connected regions cover, at any minimum
			for (final int minimum : new int[]{ 0, 5, 20 }) {
				final Labels parts = new SeededWatershed(0.85).minimumArea(minimum).label(labels,
					landscape), areas = ConnectedComponents.label(labels, minimum);
				assertArrayEquals(areas.classes(), parts.classes());
				final int[][] pixels = ObjectPixels.of(parts);
				for (final int[] object : pixels)
					assertTrue(object.length >= Math.max(1, minimum));
				for (int i = 0; i < mask.length; i++)
					if (mask[i] != 0 && areas.objects()[i] != 0)
						assertEquals(areas.objects()[i],
							areas.objects()[pixels[parts.objects()[i] - 1][0]]);
			}
		}
	}

	private static int[] slow(final byte[] mask, final float[] landscape, final double level,
		final int width, final int height) {
		final byte[] high = new byte[mask.length];
		for (int i = 0; i < mask.length; i++)
			if (mask[i] != 0 && landscape[i] >= level) high[i] = 1;
		final int[] seeds = ConnectedComponents.label(Labels.ofMask(high, width, height), 0)
			.objects();
		final int[] areas = ConnectedComponents.label(Labels.ofMask(mask, width, height), 0)
			.objects();
		final int[] parts = seeds.clone();
		final boolean[] seeded = new boolean[mask.length + 1];
		for (int i = 0; i < mask.length; i++)
			if (seeds[i] != 0) seeded[areas[i]] = true;
		for (int i = 0; i < mask.length; i++)
			if (areas[i] != 0 && !seeded[areas[i]]) parts[i] = 100_000 + areas[i];
		final int[] order = new int[mask.length];
		int added = 0;
		for (int i = 0; i < mask.length; i++)
			if (parts[i] != 0) order[i] = ++added;
		final boolean[] done = new boolean[mask.length];
		while (true) {
			int best = -1;
			for (int i = 0; i < mask.length; i++)
				if (order[i] > 0 && !done[i] && (best < 0 || landscape[i] > landscape[best]
					|| landscape[i] == landscape[best] && order[i] < order[best])) best = i;
			if (best < 0) return parts;
			done[best] = true;
			for (int y = best / width - 1; y <= best / width + 1; y++)
				for (int x = best % width - 1; x <= best % width + 1; x++) {
					if (x < 0 || y < 0 || x >= width || y >= height) continue;
					final int k = y * width + x;
					if (mask[k] == 0 || parts[k] != 0) continue;
					parts[k] = parts[best];
					order[k] = ++added;
				}
		}
	}

	private static int[] renumbered(final int[] parts) {
		final Map<Integer, Integer> numbers = new HashMap<>();
		numbers.put(0, 0);
		return Arrays.stream(parts).map(p -> numbers.computeIfAbsent(p, k -> numbers.size()))
			.toArray();
	}

	/** Every pixel belongs to a seed to which its way within the mask is shortest. */
	@Test
	public void withoutALandscapeTheNearestSeedTakesAPixel() {
		final Random random = new Random(5);
		for (int run = 0; run < 60; run++) {
			final int width = 4 + random.nextInt(14), height = 4 + random.nextInt(14);
			final byte[] mask = new byte[width * height], seeds = new byte[mask.length];
			for (int i = 0; i < mask.length; i++) {
				mask[i] = (byte) (random.nextInt(4) == 0 ? 0 : 1);
				seeds[i] = (byte) (random.nextInt(12) == 0 ? 1 : 0);
			}
			final Labels labels = Labels.ofMask(mask, width, height);
			final Labels objects = HALF.label(labels, Labels.ofMask(seeds, width, height));
			final int[] nearest = steps(mask, i -> seeds[i] != 0, width, height);
			for (int i = 0; i < mask.length; i++) {
				assertEquals(mask[i], objects.classes()[i]);
				if (mask[i] == 0 || nearest[i] == Integer.MAX_VALUE) continue;
				final int own = objects.objects()[i];
				assertEquals(nearest[i], steps(mask,
					k -> seeds[k] != 0 && objects.objects()[k] == own, width, height)[i]);
			}
		}
		final byte[] row = { 1, 1, 1, 1, 1, 1, 1, 0, 1 };
		assertArrayEquals(new int[]{ 1, 1, 1, 1, 2, 2, 2, 0, 3 },
			HALF.label(Labels.ofMask(row, 9, 1),
				Labels.ofMask(new byte[]{ 0, 1, 0, 0, 0, 0, 1, 1, 0 }, 9, 1)).objects());
		assertThrows(IllegalArgumentException.class,
			() -> HALF.label(Labels.ofMask(row, 9, 1), Labels.ofMask(new byte[4], 2, 2)));
	}

	/** Steps to the nearest pixel of a set, relaxed until nothing changes. */
	private static int[] steps(final byte[] mask, final IntPredicate set, final int width,
		final int height) {
		final int[] steps = new int[mask.length];
		for (int i = 0; i < mask.length; i++)
			steps[i] = mask[i] != 0 && set.test(i) ? 0 : Integer.MAX_VALUE;
		boolean changed = true;
		while (changed) {
			changed = false;
			for (int i = 0; i < mask.length; i++)
				for (int y = i / width - 1; mask[i] != 0 && y <= i / width + 1; y++)
					for (int x = i % width - 1; x <= i % width + 1; x++) {
						if (x < 0 || y < 0 || x >= width || y >= height) continue;
						final int other = steps[y * width + x];
						if (mask[y * width + x] == 0 || other == Integer.MAX_VALUE
							|| other + 1 >= steps[i]) continue;
						steps[i] = other + 1;
						changed = true;
					}
		}
		return steps;
	}

	/** Two discs that overlap, cut half-way: both targets give back both. */
	@Test
	public void targetsGiveBackDiscsThatTouch() {
		final int[] objects = new int[40 * 24];
		for (int i = 0; i < objects.length; i++) {
			final double x = i % 40, y = i / 40;
			if (Math.hypot(x - 12, y - 12) <= 9 && x < 20) objects[i] = 1;
			else if (Math.hypot(x - 27, y - 12) <= 9) objects[i] = 2;
		}
		final Labels truth = Labels.ofObjects(objects, 40, 24, 2);
		final Labels mask = Labels.ofMask(truth.classes(), 40, 24);
		assertEquals(1, ConnectedComponents.label(mask, 0).objectCount());
		final float[] inside = SeparationTarget.borders(truth, 2);
		for (int i = 0; i < inside.length; i++)
			inside[i] = 1 - inside[i];
		for (final Labels found : new Labels[]{ HALF.label(mask, inside),
			HALF.label(mask, SeparationTarget.depths(truth)),
			HALF.label(mask, SeparationTarget.depths(truth, 4)) }) {
			assertEquals(2, found.objectCount());
			int wrong = 0;
			for (int i = 0; i < objects.length; i++)
				if (found.objects()[i] != objects[i]) wrong++;
			assertTrue(wrong + " pixels", wrong <= 8);
		}
	}

	@Test
	public void areasWithoutASeedMayBeLeftOut() {
		final Labels mask = Labels.ofMask(new byte[]{ 1, 1, 0, 1, 1, 1 }, 6, 1);
		final float[] landscape = { 0.2f, 0.3f, 0, 0.9f, 0.4f, 0.1f };
		assertArrayEquals(new int[]{ 1, 1, 0, 2, 2, 2 },
			new SeededWatershed(0.5).label(mask, landscape).objects());
		assertArrayEquals(new int[]{ 0, 0, 0, 1, 1, 1 },
			new SeededWatershed(0.5).seededOnly().label(mask, landscape).objects());
	}
}
