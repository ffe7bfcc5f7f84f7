package io.github.mcdunet.dataset;

import java.util.Arrays;

/**
 * What a network learns beside the classes to tell objects apart that touch: a map of the borders
 * between neighbours, or of how deep inside of its object a pixel lies. Both are made from numbered
 * objects, [H, W] row-major, 0..1, and NaN where the labels are {@link Labels#UNLABELLED}, as
 * nobody has said what should be learned there. Lengths are in pixels, between the middles of
 * pixels.
 */
public final class SeparationTarget {

	private SeparationTarget() {
	}

	/**
	 * The borders between neighbours: 1 on every pixel, of an object or of the background, that has
	 * pixels of two different objects within a radius; else 0. A thin gap between two objects is
	 * thus a border as well as the rims of two that touch. O(pixels x radius<sup>2</sup>) near
	 * objects.
	 *
	 * @param labels numbered objects
	 * @param radius at least 1.5 marks every place in which two objects touch by a side or a
	 * corner; 2 to 2.5 is wide enough to be found again in a map that a network has blurred
	 * @throws IllegalStateException if objects are not numbered
	 */
	public static float[] borders(final Labels labels, final double radius) {
		final int[] objects = labels.objects();
		final int width = labels.width(), height = labels.height(), reach = (int) radius;
		final float[] borders = new float[labels.size()];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				int first = objects[i];
				boolean two = false;
				for (int dy = Math.max(-reach, -y); !two && dy <= reach && y + dy < height; dy++) {
					final int span = (int) Math.sqrt(radius * radius - dy * dy);
					final int end = Math.min(width - 1, x + span);
					for (int at = Math.max(0, x - span); at <= end; at++) {
						final int object = objects[(y + dy) * width + at];
						if (object == 0) continue;
						two |= first != 0 && object != first;
						first = object;
					}
				}
				if (two) borders[i] = 1;
			}
		return withoutUnlabelled(borders, labels);
	}

	/**
	 * How deep each pixel lies in its object: the Euclidean distance to the nearest pixel that is
	 * not of the object, divided by the largest such distance in the object, so that every object
	 * has 1 at its centre, whatever its size, and the background is 0. What lies outside of the
	 * image is unknown and does not count, so an object that the image's edge cuts is deepest
	 * there. Linear in the pixels of the objects' bounding boxes.
	 *
	 * @param labels numbered objects
	 * @throws IllegalStateException if objects are not numbered
	 */
	public static float[] depths(final Labels labels) {
		final float[] depths = new float[labels.size()];
		final int[][] boxes = boxes(labels);
		for (int object = 1; object < boxes.length; object++)
			if (boxes[object] != null) depth(labels, object, boxes[object], depths);
		return withoutUnlabelled(depths, labels);
	}

	/**
	 * The same, lowered towards neighbours: multiplied by d / reach where the nearest pixel of
	 * another object is at a distance d below the reach, so that the sides of two objects that face
	 * each other over a contact or a narrow gap are shallower than those that face open background.
	 *
	 * @param labels numbered objects
	 * @param reach in pixels, &gt; 0
	 * @throws IllegalStateException if objects are not numbered
	 */
	public static float[] depths(final Labels labels, final double reach) {
		final float[] depths = depths(labels);
		final int[] objects = labels.objects();
		final int width = labels.width(), height = labels.height(), far = (int) reach;
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				if (objects[i] == 0) continue;
				double nearest = reach * reach;
				for (int dy = Math.max(-far, -y); dy <= far && y + dy < height; dy++)
					for (int dx = Math.max(-far, -x); dx <= far && x + dx < width; dx++) {
						final int object = objects[i + dy * width + dx];
						if (object != 0 && object != objects[i])
							nearest = Math.min(nearest, dx * dx + dy * dy);
					}
				depths[i] *= (float) (Math.sqrt(nearest) / reach);
			}
		return depths;
	}

	/** @return for each object its first and last column and row, null if it has no pixel */
	private static int[][] boxes(final Labels labels) {
		final int[][] boxes = new int[labels.objectCount() + 1][];
		for (int i = 0; i < labels.size(); i++) {
			final int object = labels.objects()[i], x = i % labels.width(), y = i / labels.width();
			if (object == 0) continue;
			if (boxes[object] == null) boxes[object] = new int[]{ x, y, x, y };
			final int[] box = boxes[object];
			box[0] = Math.min(box[0], x);
			box[2] = Math.max(box[2], x);
			box[3] = y;
		}
		return boxes;
	}

	private static void depth(final Labels labels, final int object, final int[] box,
		final float[] depths) {
		final int width = labels.width();
		// One more pixel on each side, where the image has it, as the nearest outside is beside the box
		final int left = Math.max(0, box[0] - 1), top = Math.max(0, box[1] - 1);
		final int w = Math.min(width - 1, box[2] + 1) - left + 1,
			h = Math.min(labels.height() - 1, box[3] + 1) - top + 1;
		final int[] nearest = DistanceTransform.nearest(
			i -> labels.objects()[(top + i / w) * width + left + i % w] != object, w, h,
			PixelSize.UNCALIBRATED);
		final double[] distances = new double[w * h];
		Arrays.setAll(distances, i -> nearest[i] == DistanceTransform.NONE ? 1
			: Math.sqrt(DistanceTransform.squared(i, nearest[i], w, PixelSize.UNCALIBRATED)));
		final double deepest = Arrays.stream(distances).max().orElseThrow();
		for (int i = 0; i < distances.length; i++)
			if (distances[i] > 0)
				depths[(top + i / w) * width + left + i % w] = (float) (distances[i] / deepest);
	}

	private static float[] withoutUnlabelled(final float[] map, final Labels labels) {
		for (int i = 0; i < map.length; i++)
			if (labels.classes()[i] == Labels.UNLABELLED) map[i] = Float.NaN;
		return map;
	}
}
