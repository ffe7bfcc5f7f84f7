package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.ObjectMeasurement;

import java.util.List;

/**
 * A score that is predicted where there is no truth, and the features that it is predicted from;
 * the first is the samples' agreement.
 */
public enum Quality {

	/** Dice of an image's mask. */
	IMAGE_DICE("Dice", "images", "agreement", "foregroundEntropy", "uncertainShare"),
	/** IoU of an object with the true object that it overlaps most; 0 if it overlaps none. */
	OBJECT_IOU("IoU", "objects", "agreement", "existence", "entropyInside", "entropyOnBorder");

	private final String score;
	private final String cases;
	private final List<String> features;

	Quality(final String score, final String cases, final String... features) {
		this.score = score;
		this.cases = cases;
		this.features = List.of(features);
	}

	/** Features of {@link #IMAGE_DICE}. */
	public static double[] features(final ImageMeasurement image) {
		return new double[]{ image.agreement(), image.foregroundEntropy(), image.uncertainShare() };
	}

	/** Features of {@link #OBJECT_IOU}. */
	public static double[] features(final ObjectMeasurement object) {
		final double border = object.entropyOnBorder();
		return new double[]{ object.agreement(), object.existence(), object.entropyInside(),
			Double.isNaN(border) ? 0 : border };
	}

	/** Names of the features, in their order. */
	public List<String> features() {
		return features;
	}

	/** "Dice" or "IoU". */
	public String score() {
		return score;
	}

	/** "images" or "objects". */
	public String cases() {
		return cases;
	}
}
