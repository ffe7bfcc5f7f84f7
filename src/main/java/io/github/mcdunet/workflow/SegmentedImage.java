package io.github.mcdunet.workflow;

import io.github.mcdunet.dataset.ImageChecks.Fault;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.evaluation.quality.OutOfDistribution;
import io.github.mcdunet.evaluation.quality.PredictedQuality;
import io.github.mcdunet.objects.ImageMeasurement;

import java.util.List;
import java.util.Optional;

/**
 * One image with its objects: where they are, what they measure, and how far all that can be
 * trusted. Immutable.
 *
 * @param labels the mask: the objects of at least the minimum area, numbered 1..n
 * @param objects in the order of their labels
 * @param pixelSize in whose unit measurements are
 * @param meanEntropy of all pixels, in nats, 0..ln 2
 * @param meanForegroundEntropy of the objects' pixels, in nats, 0..ln 2; NaN if there is none
 * @param measurement of all objects together, over the samples; empty without confidence
 * @param predictedDice of the mask; empty without confidence, or if the model had too few
 * validation images to learn how to predict it
 * @param differences from the images of the training; empty if there are none, or without
 * confidence
 * @param scaleWarning a sentence if pixels have another size than in the training
 * @param omission why the network was not asked, if it was not: the image has no usable intensities
 */
public record SegmentedImage(Labels labels, List<SegmentedObject> objects, PixelSize pixelSize,
	double meanEntropy, double meanForegroundEntropy, Optional<ImageMeasurement> measurement,
	Optional<PredictedQuality> predictedDice, List<OutOfDistribution.Difference> differences,
	Optional<String> scaleWarning, Optional<Fault> omission) {

	public SegmentedImage {
		objects = List.copyOf(objects);
		differences = List.copyOf(differences);
	}

	/**
	 * Whether nothing is known of the image: other than in a constant one, there may be objects.
	 */
	public boolean isLeftOut() {
		return omission.isPresent() && !omission.get().constant();
	}
}
