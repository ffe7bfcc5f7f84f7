package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one object lies, how large it is and how sure the network is of it. Lengths are in pixels.
 */
public final class ObjectFeatures {

	private final int label;
	private byte ofClass;
	private int area;
	private int left = Integer.MAX_VALUE;
	private int top = Integer.MAX_VALUE;
	private int right = -1;
	private int bottom = -1;
	private double sumX;
	private double sumY;
	private double sumProbability;
	private double sumUncertainty;

	private ObjectFeatures(final int label) {
		this.label = label;
	}

	/**
	 * Measures every object. O(pixels).
	 *
	 * @param maps of the same image
	 * @return one entry per object, in the order of their labels 1..n
	 */
	public static List<ObjectFeatures> of(final Labels labels, final UncertaintyMaps maps) {
		if (labels.width() != maps.width() || labels.height() != maps.height())
			throw new IllegalArgumentException("Labels of " + labels.width() + " x "
				+ labels.height() + " pixels, maps of " + maps.width() + " x " + maps.height());
		final List<ObjectFeatures> objects = new ArrayList<>(labels.objectCount());
		for (int label = 1; label <= labels.objectCount(); label++)
			objects.add(new ObjectFeatures(label));
		for (int i = 0; i < labels.objects().length; i++) {
			final int label = labels.objects()[i];
			if (label > 0)
				objects.get(label - 1).add(labels.classes()[i], i % labels.width(),
					i / labels.width(), maps.probability()[i], maps.entropy()[i]);
		}
		return objects;
	}

	private void add(final byte pixelClass, final int x, final int y, final double probability,
		final double uncertainty) {
		ofClass = pixelClass;
		area++;
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x);
		bottom = Math.max(bottom, y);
		sumX += x + 0.5;
		sumY += y + 0.5;
		sumProbability += probability;
		sumUncertainty += uncertainty;
	}

	/** The object's number in its image, from 1. */
	public int label() {
		return label;
	}

	/** Its class, from 1; all its pixels are of it. */
	public byte ofClass() {
		return ofClass;
	}

	/** Number of pixels. */
	public int area() {
		return area;
	}

	/** Left edge of the bounding box. */
	public int x() {
		return left;
	}

	/** Upper edge of the bounding box. */
	public int y() {
		return top;
	}

	/** Width of the bounding box. */
	public int width() {
		return right - left + 1;
	}

	/** Height of the bounding box. */
	public int height() {
		return bottom - top + 1;
	}

	/** Centroid; the first pixel's centre is 0.5. */
	public double centroidX() {
		return sumX / area;
	}

	/** Centroid; the first pixel's centre is 0.5. */
	public double centroidY() {
		return sumY / area;
	}

	/** Mean foreground probability of its pixels, 0..1. */
	public double meanProbability() {
		return sumProbability / area;
	}

	/** Mean predictive entropy of its pixels in nats, 0..ln 2. */
	public double meanUncertainty() {
		return sumUncertainty / area;
	}
}
