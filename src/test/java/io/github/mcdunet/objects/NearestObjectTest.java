package io.github.mcdunet.objects;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;

import java.util.Random;

import org.junit.Test;

public class NearestObjectTest {

	@Test
	public void zonesAreAsNearAsAllObjectsTogether() {
		final Random random = new Random(5);
		for (int n = 0; n < 60; n++) {
			final int width = 1 + random.nextInt(25), height = 1 + random.nextInt(25),
				count = 1 + random.nextInt(9);
			final int[] labels = new int[width * height];
			for (int k = 1; k <= count; k++)
				labels[random.nextInt(labels.length)] = k;
			final int[] zones = NearestObject.zones(Labels.ofObjects(labels, width, height, count));
			for (int i = 0; i < labels.length; i++)
				assertEquals(distance(labels, width, i, 0), distance(labels, width, i, zones[i]));
		}
	}

	@Test
	public void withoutObjectsThereAreNoZones() {
		assertArrayEquals(new int[12], NearestObject.zones(Labels.ofObjects(new int[12], 4, 3, 0)));
	}

	@Test
	public void beyondTheReachThereIsNoZone() {
		final Random random = new Random(6);
		for (int n = 0; n < 30; n++) {
			final int width = 1 + random.nextInt(25), height = 1 + random.nextInt(25);
			final int[] labels = new int[width * height];
			labels[random.nextInt(labels.length)] = 1;
			final int reach = random.nextInt(12);
			final int[] zones = NearestObject.zones(Labels.ofObjects(labels, width, height, 1),
				reach);
			for (int i = 0; i < labels.length; i++)
				assertEquals(distance(labels, width, i, 0) <= reach * reach ? 1 : 0, zones[i]);
		}
	}

	/**
	 * Square of the distance from pixel i to the nearest pixel of an object, or of any object if
	 * label is 0.
	 */
	private static int distance(final int[] labels, final int width, final int i, final int label) {
		int nearest = Integer.MAX_VALUE;
		for (int j = 0; j < labels.length; j++)
			if (labels[j] != 0 && (label == 0 || labels[j] == label)) {
				final int dx = i % width - j % width, dy = i / width - j / width;
				nearest = Math.min(nearest, dx * dx + dy * dy);
			}
		return nearest;
	}
}
