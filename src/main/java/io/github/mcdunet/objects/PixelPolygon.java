package io.github.mcdunet.objects;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The exact outline of pixels that hang together by their sides, along the edges of the pixels: one
 * ring outside, and one around each hole. No ring crosses or touches itself, so other programs can
 * read it.
 *
 * @param rings corners x0, y0, x1, y1 .. in pixels from the image's top left corner, without the
 * first again at the end; the outer ring comes first and has a positive area in the order of its
 * corners ({@link #area}), holes follow and have a negative one
 */
public record PixelPolygon(List<int[]> rings) {

	/** Steps along edges, clockwise on the screen: right, down, left, up. */
	private static final int[] DX = { 1, 0, -1, 0 }, DY = { 0, 1, 0, -1 };

	public PixelPolygon {
		rings = List.copyOf(rings);
	}

	/**
	 * Traces an object; one whose parts touch by corners only gives a polygon for each part. Linear
	 * in the area of the bounding box.
	 *
	 * @param pixels indices into an image of this width, at least one
	 * @param imageWidth of the image
	 */
	public static List<PixelPolygon> of(final int[] pixels, final int imageWidth) {
		int left = Integer.MAX_VALUE, right = 0, top = Integer.MAX_VALUE, bottom = 0;
		for (final int i : pixels) {
			left = Math.min(left, i % imageWidth);
			right = Math.max(right, i % imageWidth);
			top = Math.min(top, i / imageWidth);
			bottom = Math.max(bottom, i / imageWidth);
		}
		// A frame of background around the box, so that no neighbour is outside
		final int width = right - left + 3, height = bottom - top + 3;
		final int[] parts = new int[width * height];
		for (final int i : pixels)
			parts[(i / imageWidth - top + 1) * width + i % imageWidth - left + 1] = -1;
		final List<PixelPolygon> polygons = new ArrayList<>();
		for (int i = 0; i < parts.length; i++)
			if (parts[i] == -1) {
				fill(parts, width, i, polygons.size() + 1);
				polygons.add(trace(parts, width, polygons.size() + 1, left - 1, top - 1));
			}
		return polygons;
	}

	/** Numbers what hangs together with a pixel by sides. */
	private static void fill(final int[] parts, final int width, final int first,
		final int number) {
		final Deque<Integer> queue = new ArrayDeque<>(List.of(first));
		parts[first] = number;
		while (!queue.isEmpty()) {
			final int i = queue.remove();
			for (final int k : new int[]{ i + 1, i + width, i - 1, i - width })
				if (parts[k] == -1) {
					parts[k] = number;
					queue.add(k);
				}
		}
	}

	/** Follows all edges of a part, which lies to the right of them. */
	private static PixelPolygon trace(final int[] parts, final int width, final int number,
		final int x0, final int y0) {
		// The directions in which edges leave a corner of the grid, as bits
		final Map<Integer, Integer> edges = new HashMap<>();
		final int corners = width + 1;
		for (int i = 0; i < parts.length; i++) {
			if (parts[i] != number) continue;
			final int corner = i / width * corners + i % width;
			if (parts[i - width] != number) edges.merge(corner, 1, Integer::sum);
			if (parts[i + 1] != number) edges.merge(corner + 1, 2, Integer::sum);
			if (parts[i + width] != number) edges.merge(corner + corners + 1, 4, Integer::sum);
			if (parts[i - 1] != number) edges.merge(corner + corners, 8, Integer::sum);
		}
		final List<int[]> rings = new ArrayList<>();
		final Set<Integer> drawn = new HashSet<>();
		for (int i = 0; i < parts.length; i++) {
			final int corner = i / width * corners + i % width;
			// Every ring has an edge that goes right, above a pixel
			if (parts[i] == number && has(edges, corner, 0) && !drawn.contains(corner))
				rings.add(ring(edges, corner, drawn, corners, x0, y0));
		}
		// The first ring begins at the part's first pixel, so it is the outer one
		return new PixelPolygon(rings);
	}

	private static boolean has(final Map<Integer, Integer> edges, final int corner,
		final int direction) {
		return (edges.getOrDefault(corner, 0) >> direction & 1) != 0;
	}

	/** @param drawn gets the corners from which the ring goes right */
	private static int[] ring(final Map<Integer, Integer> edges, final int start,
		final Set<Integer> drawn, final int corners, final int x0, final int y0) {
		int[] ring = new int[16];
		int n = 0, at = start, direction = 0;
		do {
			if (n + 2 > ring.length) ring = Arrays.copyOf(ring, 2 * n);
			ring[n++] = at % corners + x0;
			ring[n++] = at / corners + y0;
			do {
				if (direction == 0) drawn.add(at);
				at += DX[direction] + corners * DY[direction];
			} while (has(edges, at, direction));
			// Where the part touches itself by a corner, a turn to the left keeps its rings apart
			final int left = (direction + 3) % 4;
			direction = has(edges, at, left) ? left : (direction + 1) % 4;
		} while (at != start || direction != 0);
		return Arrays.copyOf(ring, n);
	}

	/** Twice the area, signed, of a ring by the shoelace formula, in pixels. */
	private static long twice(final int[] ring) {
		long sum = 0;
		for (int i = 0; i < ring.length; i += 2) {
			final int next = (i + 2) % ring.length;
			sum += (long) ring[i] * ring[next + 1] - (long) ring[next] * ring[i + 1];
		}
		return sum;
	}

	/**
	 * Number of pixels: that of the outer ring less those of the holes, by the shoelace formula.
	 */
	public long area() {
		return rings.stream().mapToLong(PixelPolygon::twice).sum() / 2;
	}
}
