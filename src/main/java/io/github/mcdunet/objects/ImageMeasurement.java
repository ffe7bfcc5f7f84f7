package io.github.mcdunet.objects;

import java.util.List;

/**
 * One image: how far its samples agree, how many objects there are, how large they are together,
 * and each of them.
 */
public final class ImageMeasurement {

	private final double agreement;
	private final double foregroundEntropy;
	private final double uncertainShare;
	private final Measurement count;
	private final Measurement area;
	private final List<ObjectMeasurement> objects;

	ImageMeasurement(final double agreement, final double foregroundEntropy,
		final double uncertainShare, final Measurement count, final Measurement area,
		final List<ObjectMeasurement> objects) {
		this.agreement = agreement;
		this.foregroundEntropy = foregroundEntropy;
		this.uncertainShare = uncertainShare;
		this.count = count;
		this.area = area;
		this.objects = List.copyOf(objects);
	}

	/** Mean Dice over all pairs of samples, 0..1; NaN if there is only one. */
	public double agreement() {
		return agreement;
	}

	/**
	 * Mean predictive entropy of the pixels of all objects in nats, 0..ln 2; 0 if there is none.
	 */
	public double foregroundEntropy() {
		return foregroundEntropy;
	}

	/**
	 * Share of the uncertain ones (p &lt; 0.75) among the pixels that may be foreground (p &ge;
	 * 0.25), 0..1; 0 if there are none. Unlike a share of all pixels it does not depend on how much
	 * background the image shows.
	 */
	public double uncertainShare() {
		return uncertainShare;
	}

	/** Number of objects. */
	public Measurement count() {
		return count;
	}

	/** Area of all objects together, in the square of the image's unit. */
	public Measurement area() {
		return area;
	}

	/** In the order of their labels 1..n; cannot be changed. */
	public List<ObjectMeasurement> objects() {
		return objects;
	}
}
