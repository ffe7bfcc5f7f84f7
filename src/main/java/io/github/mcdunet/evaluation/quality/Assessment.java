package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.objects.IntervalFactors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a model knows of itself from its validation part: how sharp its probabilities are, how wide
 * its intervals must be, how well the samples' agreement predicts the quality of a mask, and what
 * images look like those of the training. Part of the model's manifest. Immutable.
 */
public final class Assessment {

	/** That of a model that knows nothing of itself. */
	public static final Assessment UNKNOWN = read(Map.of(), Normalization.maximum(), List.of());

	private static final String TEMPERATURE = "calibration.temperature";

	private final Optional<TemperatureScaling> temperature;
	private final IntervalFactors intervals;
	private final QualityPrediction imageQuality;
	private final QualityPrediction objectQuality;
	private final OutOfDistribution outOfDistribution;
	private final Normalization normalization;
	private final List<String> channelNames;

	/**
	 * @param normalization of the model, by which images are compared with those of the training
	 * @param channelNames of the model, by which images are compared with those of the training
	 */
	public Assessment(final Normalization normalization, final List<String> channelNames,
		final Optional<TemperatureScaling> temperature, final IntervalFactors intervals,
		final QualityPrediction imageQuality, final QualityPrediction objectQuality,
		final OutOfDistribution outOfDistribution) {
		this.normalization = normalization;
		this.channelNames = channelNames;
		this.temperature = temperature;
		this.intervals = intervals;
		this.imageQuality = imageQuality;
		this.objectQuality = objectQuality;
		this.outOfDistribution = outOfDistribution;
	}

	/**
	 * Of a model's manifest; what it lacks is unknown.
	 *
	 * @throws McdUnetException if it is damaged
	 */
	public static Assessment read(final Map<String, String> manifest,
		final Normalization normalization, final List<String> channelNames) {
		return new Assessment(normalization, channelNames, temperature(manifest.get(TEMPERATURE)),
			IntervalFactors.read(manifest), QualityPrediction.read(Quality.IMAGE_DICE, manifest),
			QualityPrediction.read(Quality.OBJECT_IOU, manifest), OutOfDistribution.read(manifest));
	}

	private static Optional<TemperatureScaling> temperature(final String text) {
		if (text == null) return Optional.empty();
		try {
			return Optional.of(new TemperatureScaling(Double.parseDouble(text)));
		}
		catch (final IllegalArgumentException e) {
			throw new McdUnetException("The model's temperature is damaged ('" + text
				+ "'). Get the model file again from where it came from.", e);
		}
	}

	/** The manifest's entries. */
	public Map<String, String> asText() {
		final Map<String, String> text = new LinkedHashMap<>();
		temperature.ifPresent(t -> text.put(TEMPERATURE, String.valueOf(t.temperature())));
		intervals.write(text);
		imageQuality.write(text);
		objectQuality.write(text);
		outOfDistribution.write(text);
		return text;
	}

	/** Makes probabilities right on average; empty if it could not be found. */
	public Optional<TemperatureScaling> temperature() {
		return temperature;
	}

	/** By how much intervals over the samples are to be widened. */
	public IntervalFactors intervals() {
		return intervals;
	}

	/** Predicts an image's Dice. */
	public QualityPrediction imageQuality() {
		return imageQuality;
	}

	/** Predicts an object's IoU. */
	public QualityPrediction objectQuality() {
		return objectQuality;
	}

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
