package io.github.mcdunet.objects;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

import org.junit.Test;

public class ConnectedComponentsTest {

	@Test
	public void cornersConnectAndNumbersFollowTheScan() {
		final byte[] mask = mask("..#.#", "##..#", "..#..");
		assertArrayEquals(new int[]{ 0, 0, 1, 0, 2, 1, 1, 0, 0, 2, 0, 0, 1, 0, 0 },
			ConnectedComponents.label(Labels.ofMask(mask, 5, 3), 0).objects());
	}

	@Test
	public void armsThatMeetBelowAreOneObject() {
		final byte[] mask = mask("#.#.#", "#.#.#", "#####");
		final Labels labels = ConnectedComponents.label(Labels.ofMask(mask, 5, 3), 0);
		assertEquals(1, labels.objectCount());
		for (int i = 0; i < mask.length; i++)
			assertEquals(mask[i], labels.objects()[i]);
	}

	@Test
	public void rightEdgeDoesNotTouchLeftEdge() {
		assertEquals(2,
			ConnectedComponents.label(Labels.ofMask(mask("..#", "#.."), 3, 2), 0).objectCount());
	}

	@Test
	public void smallObjectsGoAndTheOthersCloseTheGap() {
		final byte[] mask = mask("#.##", "..#.", "#...", "#...");
		final Labels labels = ConnectedComponents.label(Labels.ofMask(mask, 4, 4), 2);
		assertEquals(2, labels.objectCount());
		assertArrayEquals(new int[]{ 0, 0, 1, 1, 0, 0, 1, 0, 2, 0, 0, 0, 2, 0, 0, 0 },
			labels.objects());
		assertEquals(1, ConnectedComponents.label(Labels.ofMask(mask, 4, 4), 3).objectCount());
	}

	@Test
	public void emptyMaskHasNoObjects() {
		assertEquals(0,
			ConnectedComponents.label(Labels.ofMask(new byte[12], 4, 3), 0).objectCount());
	}

	@Test
	public void randomMasksEqualFloodFill() {
		final Random random = new Random(7);
		for (int n = 0; n < 300; n++) {
			final int width = 1 + random.nextInt(40), height = 1 + random.nextInt(40);
			final int minimum = random.nextInt(8);
			final double density = random.nextDouble();
			final byte[] mask = new byte[width * height];
			for (int i = 0; i < mask.length; i++)
				mask[i] = (byte) (random.nextDouble() < density ? 255 : 0);
			final int[] expected = floodFill(mask, width, height, minimum);
			int count = 0;
			for (final int label : expected)
				count = Math.max(count, label);
			final Labels labels = ConnectedComponents.label(Labels.ofMask(mask, width, height),
				minimum);
			assertArrayEquals(expected, labels.objects());
			assertEquals(count, labels.objectCount());
		}
	}

	private static int[] floodFill(final byte[] mask, final int width, final int height,
		final int minimum) {
		final int[] labels = new int[mask.length];
		final boolean[] seen = new boolean[mask.length];
		int count = 0;
		for (int start = 0; start < mask.length; start++) {
			if (mask[start] == 0 || seen[start]) continue;
			final Deque<Integer> open = new ArrayDeque<>(), found = new ArrayDeque<>();
			open.add(start);
			seen[start] = true;
			while (!open.isEmpty()) {
				final int i = open.pop();
				found.add(i);
				for (int y = Math.max(0, i / width - 1); y <= Math.min(height - 1,
					i / width + 1); y++)
					for (int x = Math.max(0, i % width - 1); x <= Math.min(width - 1,
						i % width + 1); x++)
						if (mask[y * width + x] != 0 && !seen[y * width + x]) {
							seen[y * width + x] = true;
							open.push(y * width + x);
						}
			}
			if (found.size() < minimum) continue;
			count++;
			for (final int i : found)
				labels[i] = count;
		}
		return labels;
	}

	private static byte[] mask(final String... rows) {
		final String all = String.join("", rows);
		final byte[] mask = new byte[all.length()];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (all.charAt(i) == '#' ? 1 : 0);
		return mask;
	}
}
