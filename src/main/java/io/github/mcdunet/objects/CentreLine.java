package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.PixelSize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Length of objects along their skeleton.
 * <p>
 * The length of a connected object is that of the longest of the shortest paths between two pixels
 * of its skeleton, whose ends are continued straight on to the object's outline. A bar thus has its
 * length, a disc its diameter and a single pixel 1; a closed ring, which has no end, has half of
 * its middle line. The path is smoothed over five pixels before it is measured, as steps along
 * rows, columns and diagonals alone would make oblique lines up to 8 % too long. The length of an
 * object in pieces is the sum of theirs.
 */
final class CentreLine {

	private static final int SMOOTHING = 2;

	/** So many pixels of a path tell in which direction its end continues. */
	private static final int DIRECTION = 6;

	private final Patch patch;
	private final PixelSize size;
	private final byte[] skeleton;
	private final double[] distances;
	private final int[] previous;
	private final int[] reached;
	private int count;

	private CentreLine(final Patch patch, final PixelSize size) {
		this.patch = patch;
		this.size = size;
		skeleton = Thinning.skeleton(patch);
		distances = new double[skeleton.length];
		previous = new int[skeleton.length];
		reached = new int[skeleton.length];
		Arrays.fill(distances, Double.POSITIVE_INFINITY);
	}

	/**
	 * @param pixels indices into an image of imageWidth columns
	 * @return in the unit of the pixel size; 0 where there is no pixel
	 */
	static double length(final int[] pixels, final int imageWidth, final PixelSize size) {
		return pixels.length == 0 ? 0 : new CentreLine(Patch.of(pixels, imageWidth), size).length();
	}

	private double length() {
		double length = 0;
		for (int i = 0; i < skeleton.length; i++)
			if (skeleton[i] != 0) {
				length += piece(i);
				for (int k = 0; k < count; k++)
					skeleton[reached[k]] = 0;
			}
		return length;
	}

	/**
	 * From the farthest pixel to the one farthest from it, until it gets no farther; exact where
	 * the skeleton has no loop.
	 */
	private double piece(final int start) {
		int end = sweep(start);
		double longest = -1;
		int from = start;
		while (distances[end] > longest) {
			longest = distances[end];
			from = end;
			end = sweep(from);
		}
		final int[] path = path(end);
		return length(path) + end(path, from, path.length - 1) + end(path, end, 0);
	}

	/**
	 * Shortest paths from a pixel through its piece of the skeleton (Dijkstra); returns the pixel
	 * farthest away.
	 */
	private int sweep(final int start) {
		for (int k = 0; k < count; k++)
			distances[reached[k]] = Double.POSITIVE_INFINITY;
		count = 0;
		final PriorityQueue<double[]> open = new PriorityQueue<>(
			Comparator.comparingDouble(e -> e[0]));
		distances[start] = 0;
		previous[start] = -1;
		open.add(new double[]{ 0, start });
		while (!open.isEmpty()) {
			final double[] nearest = open.poll();
			final int i = (int) nearest[1];
			if (nearest[0] > distances[i]) continue;
			reached[count++] = i;
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++)
					step(i, dx, dy, open);
		}
		return reached[count - 1];
	}

	private void step(final int i, final int dx, final int dy, final PriorityQueue<double[]> open) {
		final int j = i + dy * patch.width() + dx;
		final double distance = distances[i] + Math.hypot(dx * size.width(), dy * size.height());
		if (skeleton[j] == 0 || distance >= distances[j]) return;
		distances[j] = distance;
		previous[j] = i;
		open.add(new double[]{ distance, j });
	}

	private int[] path(final int end) {
		final int[] path = new int[count];
		int n = 0;
		for (int i = end; i >= 0; i = previous[i])
			path[n++] = i;
		return Arrays.copyOf(path, n);
	}

	private double length(final int[] path) {
		double length = 0, x = 0, y = 0;
		for (int k = 0; k < path.length; k++) {
			final int window = Math.min(SMOOTHING, Math.min(k, path.length - 1 - k));
			double nextX = 0, nextY = 0;
			for (int m = k - window; m <= k + window; m++) {
				nextX += path[m] % patch.width() * size.width() / (2 * window + 1);
				nextY += path[m] / patch.width() * size.height() / (2 * window + 1);
			}
			if (k > 0) length += Math.hypot(nextX - x, nextY - y);
			x = nextX;
			y = nextY;
		}
		return length;
	}

	/** From an end of a path to the outline of the object. */
	private double end(final int[] path, final int end, final int index) {
		if (path.length == 1) return radius(end);
		if (isWithinLine(end)) return 0;
		final int inner = path[index == 0 ? Math.min(DIRECTION, path.length - 1)
			: Math.max(0, path.length - 1 - DIRECTION)];
		final int x = end % patch.width(), y = end / patch.width();
		final double dx = x - inner % patch.width(), dy = y - inner / patch.width();
		return Math.hypot(dx * size.width(), dy * size.height()) / Math.hypot(dx, dy)
			* toOutline(x + 0.5, y + 0.5, dx / Math.hypot(dx, dy), dy / Math.hypot(dx, dy));
	}

	/** Steps on (in pixels, from corner-based x and y) until outside, then halves the last step. */
	private double toOutline(final double x, final double y, final double dx, final double dy) {
		double inside = 0, outside = 0.25;
		while (isInside((int) (x + outside * dx), (int) (y + outside * dy))) {
			inside = outside;
			outside += 0.25;
		}
		while (outside - inside > 1e-3) {
			final double middle = (inside + outside) / 2;
			if (isInside((int) (x + middle * dx), (int) (y + middle * dy))) inside = middle;
			else
				outside = middle;
		}
		return outside;
	}

	/**
	 * Whether a line continues in two directions, as in a ring: its neighbours are not all side by
	 * side.
	 */
	private boolean isWithinLine(final int i) {
		final int w = patch.width();
		final int[] around = { i - w, i - w + 1, i + 1, i + w + 1, i + w, i + w - 1, i - 1,
			i - w - 1 };
		int beginnings = 0;
		for (int k = 0; k < 8; k++)
			if (skeleton[around[k]] != 0 && skeleton[around[(k + 7) % 8]] == 0) beginnings++;
		return beginnings > 1;
	}

	/** Distance from a pixel's centre to the edge of the nearest background pixel. */
	private double radius(final int pixel) {
		final int x = pixel % patch.width(), y = pixel / patch.width();
		final double step = Math.min(size.width(), size.height());
		double nearest = Double.POSITIVE_INFINITY;
		for (int r = 1; (r - 0.5) * step < nearest; r++)
			for (int d = -r; d <= r; d++) {
				nearest = Math.min(nearest, Math.min(gap(x, y, d, -r), gap(x, y, d, r)));
				nearest = Math.min(nearest, Math.min(gap(x, y, -r, d), gap(x, y, r, d)));
			}
		return nearest;
	}

	/**
	 * Distance from the centre of (x, y) to the pixel dx, dy further; infinite if that is
	 * foreground.
	 */
	private double gap(final int x, final int y, final int dx, final int dy) {
		if (isInside(x + dx, y + dy)) return Double.POSITIVE_INFINITY;
		return Math.hypot(Math.max(0, Math.abs(dx) - 0.5) * size.width(),
			Math.max(0, Math.abs(dy) - 0.5) * size.height());
	}

	private boolean isInside(final int x, final int y) {
		return x >= 0 && y >= 0 && x < patch.width() && y < patch.height()
			&& patch.inside()[y * patch.width() + x] != 0;
	}
}
