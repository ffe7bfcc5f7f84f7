package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.evaluation.TruthMatch;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.ObjectMeasurement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Images or objects whose true score is known, with their features. */
public final class QualityCases {

	private final Quality quality;
	private final List<Integer> images = new ArrayList<>();
	private final List<double[]> features = new ArrayList<>();
	private final List<Double> truths = new ArrayList<>();

	public QualityCases(final Quality quality) {
		this.quality = quality;
	}

	/**
	 * @param image number of the image that the case belongs to; all cases of an image are left out
	 * together
	 * @param caseFeatures as many as the quality has, all finite: there must be two samples or more
	 * @param truth the true score, 0..1
	 */
	public void add(final int image, final double[] caseFeatures, final double truth) {
		if (caseFeatures.length != quality.features().size())
			throw new IllegalArgumentException(caseFeatures.length + " features");
		for (final double f : caseFeatures)
			if (!Double.isFinite(f)) throw new IllegalArgumentException("A feature is " + f);
		images.add(image);
		features.add(caseFeatures.clone());
		truths.add(truth);
	}

	/** Adds an image to the cases of {@link Quality#IMAGE_DICE}. */
	public void add(final int image, final ImageMeasurement measured, final Overlap truth) {
		add(image, Quality.features(measured), truth.dice());
	}

	/** Adds all objects of an image to the cases of {@link Quality#OBJECT_IOU}. */
	public void add(final int image, final ImageMeasurement measured, final TruthMatch truth) {
		for (final ObjectMeasurement object : measured.objects())
			add(image, Quality.features(object), truth.iou(object.label()));
	}

	public Quality quality() {
		return quality;
	}

	/** Number of cases. */
	public int size() {
		return truths.size();
	}

	/** Number of images that they belong to. */
	public int images() {
		return (int) images.stream().distinct().count();
	}

	int image(final int i) {
		return images.get(i);
	}

	double[] features(final int i) {
		return features.get(i);
	}

	double truth(final int i) {
		return truths.get(i);
	}

	/** The cases whose numbers are chosen. */
	QualityCases only(final IntPredicate chosen) {
		final QualityCases some = new QualityCases(quality);
		for (int i = 0; i < size(); i++)
			if (chosen.test(i)) some.add(images.get(i), features.get(i), truths.get(i));
		return some;
	}

	double meanTruth() {
		return truths.stream().mapToDouble(t -> t).average().orElse(Double.NaN);
	}
}
