package io.github.mcdunet.review;

import io.github.mcdunet.dataset.DistanceTransform;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.objects.ObjectPixels;
import io.github.mcdunet.objects.SeededWatershed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Divides one object along its most probable border: by the seeded watershed whose peaks stand out
 * so far that there are just two, in the mean separation map or, where that shows one peak or is
 * not there, in the distance to the object's edge.
 */
final class ObjectDivision {

	/** A dent of the separation map of less is none, of a depth of 0..1. */
	private static final double LEAST_SEPARATION = 0.01;

	/** A waist that is narrower by less is none, in pixels of half its width. */
	private static final double LEAST_DISTANCE = 0.5;

	/** Halvings of the range in which the prominence is looked for. */
	private static final int STEPS = 20;

	private final int[] pixels;
	private final int imageWidth;
	private final int left;
	private final int top;
	private final int width;
	private final int height;
	private final Labels mask;

	private ObjectDivision(final int[] pixels, final int imageWidth) {
		this.pixels = pixels;
		this.imageWidth = imageWidth;
		int x0 = Integer.MAX_VALUE, y0 = Integer.MAX_VALUE, x1 = 0, y1 = 0;
		for (final int i : pixels) {
			x0 = Math.min(x0, i % imageWidth);
			x1 = Math.max(x1, i % imageWidth);
			y0 = Math.min(y0, i / imageWidth);
			y1 = Math.max(y1, i / imageWidth);
		}
		// A margin, from whose pixels the distance to the edge is measured
		left = x0 - 1;
		top = y0 - 1;
		width = x1 - x0 + 3;
		height = y1 - y0 + 3;
		final byte[] inside = new byte[width * height];
		for (final int i : pixels)
			inside[place(i)] = 1;
		mask = Labels.ofClasses(inside, width, height);
	}

	private int place(final int i) {
		return (i / imageWidth - top) * width + i % imageWidth - left;
	}

	/**
	 * O(n log n) for the n pixels of the object's bounding box.
	 *
	 * @param pixels of the object, indices into the image
	 * @param separation mean depth within the objects, [H, W] row-major of the image, 0..1, if
	 * there is such a map
	 * @return the parts' pixels, the largest part first; fewer than two if there is no border
	 */
	static List<int[]> parts(final int[] pixels, final int imageWidth,
		final Optional<float[]> separation) {
		final ObjectDivision division = new ObjectDivision(pixels, imageWidth);
		final List<int[]> parts = separation
			.map(map -> division.divided(division.cut(map), LEAST_SEPARATION)).orElse(List.of());
		return parts.size() > 1 ? parts : division.divided(division.distances(), LEAST_DISTANCE);
	}

	private float[] cut(final float[] map) {
		final float[] cut = new float[width * height];
		for (final int i : pixels)
			cut[place(i)] = map[i];
		return cut;
	}

	private float[] distances() {
		final byte[] outside = new byte[mask.size()];
		for (int i = 0; i < outside.length; i++)
			outside[i] = (byte) (mask.isForeground(i) ? 0 : 1);
		final double[] squares = DistanceTransform.squared(outside, width, height,
			PixelSize.UNCALIBRATED);
		final float[] distances = new float[squares.length];
		for (int i = 0; i < distances.length; i++)
			distances[i] = (float) Math.sqrt(squares[i]);
		return distances;
	}

	private List<int[]> divided(final float[] landscape, final double least) {
		double low = least, high = 0;
		for (final float value : landscape)
			high = Math.max(high, value);
		Labels labels = labels(landscape, low);
		for (int step = 0; step < STEPS && labels.objectCount() > 2; step++) {
			final double middle = (low + high) / 2;
			final Labels fewer = labels(landscape, middle);
			if (fewer.objectCount() < 2) high = middle;
			else {
				low = middle;
				labels = fewer;
			}
		}
		final List<int[]> parts = new ArrayList<>();
		for (final int[] part : ObjectPixels.of(labels)) {
			for (int k = 0; k < part.length; k++)
				part[k] = (part[k] / width + top) * imageWidth + part[k] % width + left;
			parts.add(part);
		}
		parts.sort(Comparator.comparingInt((int[] part) -> part.length).reversed());
		return parts;
	}

	private Labels labels(final float[] landscape, final double prominence) {
		return new SeededWatershed(0).prominence(prominence).label(mask, landscape);
	}
}
