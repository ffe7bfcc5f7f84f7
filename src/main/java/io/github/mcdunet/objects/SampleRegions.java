package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.SampleMasks;

import java.util.Arrays;

/**
 * Finds the objects of the final mask in the samples.
 * <p>
 * An object's region in a sample are the sample's foreground pixels in the object's zone (nearer to
 * it than to any other object) that are connected, by sides or corners and within the zone, with a
 * foreground pixel of the object itself. Where a sample joins two objects they are thus divided
 * half-way between them; where it breaks one apart all parts that touch it count; what lies
 * elsewhere does not.
 */
final class SampleRegions {

	private final int[] zones;
	private final int width;
	private final int height;
	private final SampleMasks masks;
	private final int[] marks;
	private int mark;
	private int[] queue = new int[256];
	private int count;

	SampleRegions(final Labels labels, final SampleMasks masks) {
		if (labels.width() != masks.width() || labels.height() != masks.height())
			throw new IllegalArgumentException(
				"Labels of " + labels.width() + " x " + labels.height() + " pixels, samples of "
					+ masks.width() + " x " + masks.height());
		zones = NearestObject.zones(labels);
		width = labels.width();
		height = labels.height();
		this.masks = masks;
		marks = new int[zones.length];
	}

	/**
	 * Linear in the pixels of object and region.
	 *
	 * @param pixels of one object
	 * @return its region in sample t, in no particular order
	 */
	int[] region(final int[] pixels, final int t) {
		mark++;
		count = 0;
		for (final int i : pixels)
			visit(i % width, i / width, zones[i], t);
		for (int next = 0; next < count; next++) {
			final int x = queue[next] % width, y = queue[next] / width;
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++)
					visit(x + dx, y + dy, zones[queue[next]], t);
		}
		return Arrays.copyOf(queue, count);
	}

	private void visit(final int x, final int y, final int zone, final int t) {
		if (x < 0 || y < 0 || x >= width || y >= height) return;
		final int i = y * width + x;
		if (zones[i] != zone || marks[i] == mark || !masks.get(t, x, y)) return;
		marks[i] = mark;
		if (count == queue.length) queue = Arrays.copyOf(queue, 2 * count);
		queue[count++] = i;
	}
}
