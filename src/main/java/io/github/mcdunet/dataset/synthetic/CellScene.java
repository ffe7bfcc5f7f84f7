package io.github.mcdunet.dataset.synthetic;

import io.github.mcdunet.dataset.Labels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bodies that lie beside and partly over each other, with the exact number and class of each pixel.
 * Where two overlap, a pixel belongs to the one in which it lies deeper, so that they are divided
 * half-way.
 */
final class CellScene {

	/** Of its pixels that every body must keep. */
	private static final double KEPT = 0.75;

	private final int size;
	private final int[] objects;
	private final byte[] classes;
	private final double[] depths;
	private final List<Body> bodies = new ArrayList<>();
	/** Of each body, all pixels within its outline, and those that it has kept; from number 1. */
	private final List<Integer> areas = new ArrayList<>(List.of(0));
	private final List<Integer> kept = new ArrayList<>(List.of(0));

	/** @param size of the square picture in pixels */
	CellScene(final int size) {
		this.size = size;
		objects = new int[size * size];
		classes = new byte[size * size];
		depths = new double[size * size];
	}

	/**
	 * A place for the next body: often beside one that is there, so that they touch.
	 *
	 * @param radius of the next body
	 * @param touching probability that it is beside another
	 */
	double[] place(final double radius, final double touching, final WormRandom random) {
		if (bodies.isEmpty() || !random.event(touching))
			return new double[]{ random.uniform(0, size - 1), random.uniform(0, size - 1) };
		final Body other = bodies.get(random.index(bodies.size()));
		final double angle = random.uniform(0, 2 * Math.PI);
		final double far = (other.reach() + radius) * random.uniform(0.8, 1.05);
		return new double[]{ other.x() + far * StrictMath.cos(angle),
			other.y() + far * StrictMath.sin(angle) };
	}

	/**
	 * Adds a body, unless it or one that is there would be covered too much or cut apart, or it is
	 * nearly outside of the picture.
	 *
	 * @return whether it was added
	 */
	boolean add(final Body body, final byte ofClass) {
		final List<Integer> pixels = pixels(body);
		final int area = pixels.size();
		if (area < 12) return false;
		final int[] lost = new int[areas.size()];
		int won = 0;
		for (final int i : pixels)
			if (objects[i] == 0 || depth(body, i) > depths[i]) {
				won++;
				lost[objects[i]]++;
			}
		if (won < KEPT * area) return false;
		for (int k = 1; k < lost.length; k++)
			if (kept.get(k) - lost[k] < KEPT * areas.get(k)) return false;
		pixels.removeIf(i -> objects[i] != 0 && depth(body, i) <= depths[i]);
		final Map<Integer, Integer> before = new HashMap<>();
		for (final int i : pixels)
			before.put(i, objects[i]);
		for (final int i : pixels)
			objects[i] = areas.size();
		boolean whole = isWhole(areas.size(), body);
		for (int k = 1; whole && k < lost.length; k++)
			whole = lost[k] == 0 || isWhole(k, bodies.get(k - 1));
		if (!whole) {
			before.forEach((i, object) -> objects[i] = object);
			return false;
		}
		for (int k = 1; k < lost.length; k++)
			kept.set(k, kept.get(k) - lost[k]);
		for (final int i : pixels) {
			classes[i] = ofClass;
			depths[i] = depth(body, i);
		}
		areas.add(area);
		kept.add(won);
		bodies.add(body);
		return true;
	}

	/** Whether all pixels with this number hang together by their sides. */
	private boolean isWhole(final int number, final Body body) {
		final Set<Integer> left = new HashSet<>(pixels(body));
		left.removeIf(i -> objects[i] != number);
		final Deque<Integer> queue = new ArrayDeque<>(List.of(left.iterator().next()));
		left.remove(queue.peek());
		while (!queue.isEmpty()) {
			final int i = queue.remove();
			// NB: at the picture's sides a number of the next row is no neighbour
			if (i % size > 0 && left.remove(i - 1)) queue.add(i - 1);
			if (i % size < size - 1 && left.remove(i + 1)) queue.add(i + 1);
			if (left.remove(i - size)) queue.add(i - size);
			if (left.remove(i + size)) queue.add(i + size);
		}
		return left.isEmpty();
	}

	/** The pixels within a body, row by row. */
	List<Integer> pixels(final Body body) {
		final List<Integer> pixels = new ArrayList<>();
		final int left = (int) Math.max(0, Math.floor(body.x() - body.reach())),
			right = (int) Math.min(size - 1, Math.ceil(body.x() + body.reach())),
			top = (int) Math.max(0, Math.floor(body.y() - body.reach())),
			bottom = (int) Math.min(size - 1, Math.ceil(body.y() + body.reach()));
		for (int y = top; y <= bottom; y++)
			for (int x = left; x <= right; x++)
				if (body.depth(x, y) >= 0) pixels.add(y * size + x);
		return pixels;
	}

	double depth(final Body body, final int i) {
		return body.depth(i % size, i / size);
	}

	/** Number of bodies. */
	int count() {
		return bodies.size();
	}

	/** [size, size] row-major, numbered in the order in which they were added. */
	Labels labels() {
		return Labels.of(classes, objects, size, size, count());
	}
}
