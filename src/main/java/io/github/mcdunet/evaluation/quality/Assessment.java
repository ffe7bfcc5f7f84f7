package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.objects.IntervalFactors;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a model knows of itself from its validation part. {@link AssessmentText} keeps it in the
 * model's manifest.
 *
 * @param normalization of the model, by which images are compared with those of the training
 * @param channelNames of the model
 * @param temperature makes probabilities right on average; empty if it could not be found
 * @param intervals by how much intervals over the samples are to be widened
 * @param imageQuality predicts an image's Dice
 * @param objectQuality predicts an object's IoU
 * @param outOfDistribution tells images that do not look like those of the training
 */
public record Assessment(Normalization normalization, List<String> channelNames,
	Optional<TemperatureScaling> temperature, IntervalFactors intervals,
	QualityPrediction imageQuality, QualityPrediction objectQuality,
	OutOfDistribution outOfDistribution) {

	/** That of a model that knows nothing of itself. */
	public static final Assessment UNKNOWN = AssessmentText.read(Map.of(), Normalization.maximum(),
		List.of());

	/**
	 * What tells an image from those of the training, and how far; empty if nothing does, or if it
	 * cannot be told.
	 *
	 * @param image [X, Y, C], raw intensities, origin at 0, of the model's channels
	 */
	public List<OutOfDistribution.Difference> differences(
		final RandomAccessibleInterval<FloatType> image) {
		if (!outOfDistribution.isKnown()) return List.of();
		return outOfDistribution
			.differences(ImageStatistics.of(image, normalization.scale(image), channelNames));
	}
}
