package io.github.mcdunet.objects;

import java.util.List;

/**
 * One object of the final mask: how sure the samples are of it, and its measurements with their
 * intervals.
 */
public final class ObjectMeasurement {

	private final int label;
	private final double existence;
	private final double agreement;
	private final double entropyInside;
	private final double entropyOnBorder;
	private final Measurement area;
	private final Measurement length;
	private final List<Measurement> intensities;

	/** @param entropies mean inside, mean on the border */
	ObjectMeasurement(final int label, final double existence, final double agreement,
		final double[] entropies, final Measurement area, final Measurement length,
		final List<Measurement> intensities) {
		this.label = label;
		this.existence = existence;
		this.agreement = agreement;
		entropyInside = entropies[0];
		entropyOnBorder = entropies[1];
		this.area = area;
		this.length = length;
		this.intensities = List.copyOf(intensities);
	}

	/** The object's number in its image, from 1. */
	public int label() {
		return label;
	}

	/**
	 * Share of the samples in which it exists, that is, in which its region's IoU with it is 0.5 or
	 * more, 0..1.
	 */
	public double existence() {
		return existence;
	}

	/**
	 * Mean IoU over all pairs of samples of its regions, 0..1: the confidence in it. NaN if there
	 * is only one sample.
	 */
	public double agreement() {
		return agreement;
	}

	/**
	 * Mean predictive entropy in nats, 0..ln 2, of its pixels that are not on its border (of all if
	 * there are no others).
	 */
	public double entropyInside() {
		return entropyInside;
	}

	/**
	 * Mean predictive entropy in nats, 0..ln 2, of the pixels on both sides of its contour; NaN if
	 * it fills the image.
	 */
	public double entropyOnBorder() {
		return entropyOnBorder;
	}

	/** In the square of the image's unit. */
	public Measurement area() {
		return area;
	}

	/** Along the skeleton, in the image's unit; see {@link Ruler}. */
	public Measurement length() {
		return length;
	}

	/** Mean intensity, one per channel; empty if no intensities were given. Cannot be changed. */
	public List<Measurement> intensities() {
		return intensities;
	}
}
