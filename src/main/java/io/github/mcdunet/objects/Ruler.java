package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures objects of one image: predicted ones, their samples and true ones in the same way.
 * <p>
 * The length of an object is that of the longest of the shortest paths through its skeleton (Guo
 * and Hall 1989), smoothed over five pixels and continued straight on to the outline; a closed ring
 * has half of its middle line, and the pieces of a broken object add up. Straight bars and worms in
 * any direction measure right to within about 3 %.
 */
public final class Ruler {

	private final int width;
	private final int height;
	private final PixelSize size;
	private final float[] intensities;

	/**
	 * @param size of a pixel, which may be oblong
	 * @param intensities raw, [C, H, W] row-major, not copied; empty where none are to be measured
	 */
	public Ruler(final int width, final int height, final PixelSize size,
		final float[] intensities) {
		if (intensities.length % (width * height) != 0)
			throw new IllegalArgumentException(
				intensities.length + " intensities for " + width + " x " + height + " pixels");
		this.width = width;
		this.height = height;
		this.size = size;
		this.intensities = intensities;
	}

	/** @return one entry per object, in the order of their labels 1..n */
	public List<ObjectSize> measure(final Labels labels) {
		if (labels.width() != width || labels.height() != height)
			throw new IllegalArgumentException("Labels of " + labels.width() + " x "
				+ labels.height() + " pixels, an image of " + width + " x " + height);
		final List<ObjectSize> sizes = new ArrayList<>();
		for (final int[] pixels : ObjectPixels.of(labels))
			sizes.add(measure(pixels));
		return sizes;
	}

	/** @param pixels indices of an object's pixels */
	ObjectSize measure(final int[] pixels) {
		final double[] means = new double[channels()];
		for (int c = 0; c < means.length; c++) {
			double sum = 0;
			for (final int i : pixels)
				sum += intensities[c * width * height + i];
			means[c] = sum / pixels.length;
		}
		return new ObjectSize(area(pixels.length), CentreLine.length(pixels, width, size), means);
	}

	/** Area of so many pixels. */
	double area(final long pixels) {
		return pixels * size.width() * size.height();
	}

	int channels() {
		return intensities.length / (width * height);
	}

	/** Smallest step of a length: the side of a pixel. */
	double step() {
		return Math.max(size.width(), size.height());
	}

	/** The unit as people write it: "µm" for ImageJ's "micron" and "um". */
	String unit() {
		final String unit = size.unit();
		return unit.equals("micron") || unit.equals("microns") || unit.equals("um") ? "\u00b5m"
			: unit;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}
}
