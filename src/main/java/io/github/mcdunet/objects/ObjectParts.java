package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/** Connected areas while they are divided among seeds. */
final class ObjectParts {

	/** A part and its number of pixels when it was put into the queue. */
	private record Part(int number, int area) {
	}

	private final int width;
	private final int height;
	private final int[] areas;
	private final int[] parts;
	private int count;

	/**
	 * @param areas connected areas
	 * @param seeds [H, W] row-major, numbered from 1, within the areas; changed
	 * @param minimumSeed seeds of fewer pixels are left out
	 * @param keepsSeedless whether areas without a seed are one part each, instead of none
	 */
	ObjectParts(final Labels areas, final int[] seeds, final int minimumSeed,
		final boolean keepsSeedless) {
		width = areas.width();
		height = areas.height();
		this.areas = areas.objects();
		parts = seeds;
		final int[] sizes = new int[seeds.length + 1];
		for (final int seed : seeds)
			sizes[seed]++;
		final boolean[] seeded = new boolean[areas.objectCount() + 1];
		for (int i = 0; i < seeds.length; i++) {
			if (seeds[i] == 0) continue;
			count = Math.max(count, seeds[i]);
			if (sizes[seeds[i]] < minimumSeed) seeds[i] = 0;
			else
				seeded[this.areas[i]] = true;
		}
		for (int i = 0; keepsSeedless && i < seeds.length; i++)
			if (!seeded[this.areas[i]] && this.areas[i] != 0) seeds[i] = count + this.areas[i];
		count += areas.objectCount();
	}

	/** Visits the seeds' pixels row by row. */
	void seeds(final IntConsumer visitor) {
		for (int i = 0; i < parts.length; i++)
			if (parts[i] != 0) visitor.accept(i);
	}

	/** Gives a pixel's neighbours that belong to no part yet to its own. */
	void spread(final int i, final IntConsumer taken) {
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) {
				final int x = i % width + dx, y = i / width + dy, k = y * width + x;
				if (x < 0 || y < 0 || x >= width || y >= height) continue;
				if (areas[k] == 0 || parts[k] != 0) continue;
				parts[k] = parts[i];
				taken.accept(k);
			}
	}

	/** @param mask whose classes vote on those of the objects */
	Labels finished(final int minimumArea, final Labels mask) {
		joinSmall(minimumArea);
		final int[] numbers = new int[count + 1];
		int n = 0;
		for (int i = 0; i < parts.length; i++) {
			if (parts[i] == 0) continue;
			if (numbers[parts[i]] == 0) numbers[parts[i]] = ++n;
			parts[i] = numbers[parts[i]];
		}
		return ObjectClasses.majority(Labels.ofObjects(parts, width, height, n), mask.classes());
	}

	/** The smallest first; each may become large enough by it. */
	private void joinSmall(final int minimumArea) {
		final int[] sizes = new int[count + 1];
		for (final int part : parts)
			sizes[part]++;
		final PriorityQueue<Part> small = new PriorityQueue<>(
			Comparator.comparingInt(Part::area).thenComparingInt(Part::number));
		for (int part = 1; part <= count; part++)
			if (sizes[part] > 0 && sizes[part] < minimumArea)
				small.add(new Part(part, sizes[part]));
		if (small.isEmpty()) return;
		final int[][] pixels = ObjectPixels.of(Labels.ofObjects(parts, width, height, count));
		for (Part part = small.poll(); part != null; part = small.poll()) {
			final int number = part.number();
			if (part.area() != sizes[number]) continue; // NB: it has grown, or is joined already
			final int neighbour = neighbour(number, pixels[number - 1]);
			if (neighbour == 0) continue; // NB: a whole area, which is large enough
			for (final int i : pixels[number - 1])
				parts[i] = neighbour;
			sizes[neighbour] += sizes[number];
			sizes[number] = 0;
			if (sizes[neighbour] >= minimumArea) continue;
			final int[] joined = Arrays.copyOf(pixels[neighbour - 1], sizes[neighbour]);
			System.arraycopy(pixels[number - 1], 0, joined, pixels[neighbour - 1].length,
				pixels[number - 1].length);
			pixels[neighbour - 1] = joined;
			small.add(new Part(neighbour, sizes[neighbour]));
		}
	}

	/** The other part with the most pairs of pixels that touch; 0 if there is none. */
	private int neighbour(final int number, final int[] pixels) {
		final Map<Integer, Integer> contacts = new HashMap<>();
		for (final int i : pixels)
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					final int x = i % width + dx, y = i / width + dy;
					if (x < 0 || y < 0 || x >= width || y >= height) continue;
					final int part = parts[y * width + x];
					if (part != 0 && part != number) contacts.merge(part, 1, Integer::sum);
				}
		return contacts.entrySet().stream()
			.max(Map.Entry.<Integer, Integer>comparingByValue()
				.thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
			.map(Map.Entry::getKey).orElse(0);
	}
}
