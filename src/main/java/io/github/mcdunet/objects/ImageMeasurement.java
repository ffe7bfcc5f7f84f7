package io.github.mcdunet.objects;

import java.util.List;

/**
 * One image: how far its samples agree, how many objects there are, how large they are together,
 * and each of them.
 *
 * @param agreement mean Dice over all pairs of samples, 0..1; NaN if there is only one
 * @param foregroundEntropy mean predictive entropy of the pixels of all objects in nats, 0..ln 2; 0
 * if there is none
 * @param uncertainShare share of the uncertain ones (p &lt; 0.75) among the pixels that may be
 * foreground (p &ge; 0.25), 0..1; 0 if there are none. Unlike a share of all pixels it does not
 * depend on how much background the image shows.
 * @param count number of objects
 * @param area of all objects together, in the square of the image's unit
 * @param objects in the order of their labels 1..n; cannot be changed
 * @param counts number of objects of each class from 1 on; cannot be changed
 */
public record ImageMeasurement(double agreement, double foregroundEntropy, double uncertainShare,
	Measurement count, Measurement area, List<ObjectMeasurement> objects,
	List<Measurement> counts) {

	public ImageMeasurement {
		objects = List.copyOf(objects);
		counts = List.copyOf(counts);
	}
}
