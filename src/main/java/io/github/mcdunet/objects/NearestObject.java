package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.DistanceTransform;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;

/**
 * Divides an image among its objects: each pixel belongs to the object that is nearest to it
 * (Voronoi zones), by exact Euclidean distances between pixel centres.
 */
public final class NearestObject {

	private NearestObject() {
	}

	/**
	 * Linear in the number of pixels.
	 *
	 * @return [H, W] row-major, the number of the nearest object; any of them where several are
	 * equally near, 0 where there is none
	 */
	public static int[] zones(final Labels labels) {
		return zones(labels, Double.POSITIVE_INFINITY);
	}

	/**
	 * The same, but pixels whose centre is farther than this from that of the nearest object's
	 * pixel belong to none.
	 *
	 * @param reach in pixels
	 */
	public static int[] zones(final Labels labels, final double reach) {
		final int[] numbers = labels.objects();
		final int[] nearest = DistanceTransform.nearest(i -> numbers[i] != 0, labels.width(),
			labels.height(), PixelSize.UNCALIBRATED);
		final int[] zones = new int[numbers.length];
		for (int i = 0; i < zones.length; i++)
			if (nearest[i] != DistanceTransform.NONE && DistanceTransform.squared(i, nearest[i],
				labels.width(), PixelSize.UNCALIBRATED) <= reach * reach)
				zones[i] = numbers[nearest[i]];
		return zones;
	}
}
