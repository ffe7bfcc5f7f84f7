package io.github.mcdunet.objects;

import java.util.List;

/**
 * One object of the final mask: how sure the samples are of it, and its measurements with their
 * intervals.
 *
 * @param label the object's number in its image, from 1
 * @param existence share of the samples in which it exists, that is, in which its region's IoU with
 * it is 0.5 or more, 0..1
 * @param agreement mean IoU over all pairs of samples of its regions, 0..1: the confidence in it.
 * NaN if there is only one sample.
 * @param entropyInside mean predictive entropy in nats, 0..ln 2, of its pixels that are not on its
 * border (of all if there are no others)
 * @param entropyOnBorder mean predictive entropy in nats, 0..ln 2, of the pixels on both sides of
 * its contour; NaN if it fills the image
 * @param area in the square of the image's unit
 * @param length along the skeleton, in the image's unit; see {@link Ruler}
 * @param intensities mean intensity, one per channel; empty if no intensities were given. Cannot be
 * changed.
 * @param split share of the samples in which it is two objects or more, 0..1
 * @param joined share of the samples in which it is one object with a neighbour, 0..1
 * @param joinedWith label of the neighbour with which it is one in most samples; 0 if there is none
 * @param ofClass share of the samples in which it is of its class, of those in which it is of any,
 * 0..1; NaN if there is none
 */
public record ObjectMeasurement(int label, double existence, double agreement, double entropyInside,
	double entropyOnBorder, Measurement area, Measurement length, List<Measurement> intensities,
	double split, double joined, int joinedWith, double ofClass) {

	public ObjectMeasurement {
		intensities = List.copyOf(intensities);
	}
}
