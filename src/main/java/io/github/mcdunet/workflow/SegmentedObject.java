package io.github.mcdunet.workflow;

import io.github.mcdunet.evaluation.quality.PredictedQuality;
import io.github.mcdunet.objects.ObjectFeatures;
import io.github.mcdunet.objects.ObjectMeasurement;

import java.util.Optional;

/**
 * One object of an image.
 *
 * @param features its place, size and mean probability
 * @param measurement its confidence and intervals over the samples; empty without confidence
 * @param predictedIou with the true object; empty without confidence, or if the model had too few
 * validation objects to learn how to predict it
 */
public record SegmentedObject(ObjectFeatures features, Optional<ObjectMeasurement> measurement,
	Optional<PredictedQuality> predictedIou) {
}
