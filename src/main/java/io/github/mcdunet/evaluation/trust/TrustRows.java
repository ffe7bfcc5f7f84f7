package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The rows of a {@link TrustReport}'s tables. */
final class TrustRows {

	/** Name of the row of all pixels together. */
	static final String POOLED = "All pixels";

	/** Why there is no number of disagreement. */
	static final String ONE_SAMPLE = "One sample cannot disagree with itself, so mutual information and variance are 0 everywhere. Choose more samples of a network with dropout, test-time augmentation or several networks.";

	private final TrustTable calibration = newCalibration();
	private final TrustTable detection = newDetection();

	private static TrustTable newCalibration() {
		return new TrustTable("Image", "Pixels", "Wrong share", "Dice", "Mean entropy",
			"Mean entropy of predicted objects", "ECE", "Confidence ECE", "ACE", "Brier", "NLL");
	}

	private static TrustTable newDetection() {
		return new TrustTable("Image", "Score", "AUROC", "AUPR", "AURC", "AUSE", "AUSE Brier",
			"Found in 5 %");
	}

	void addCalibration(final String name, final Calibration c, final ImageUncertainty image) {
		add(calibration, name, c, image);
	}

	/** @param severalSamples whether the image has more than one */
	void addDetection(final String name, final UncertaintyScore score, final boolean severalSamples,
		final DetectionScores d) {
		add(detection, name, score, severalSamples, d);
	}

	/** All rows and the one of all pixels, if there is an image. */
	TrustTable calibration(final Calibration pooled, final ImageUncertainty all) {
		final TrustTable table = newCalibration();
		table.addAll(calibration);
		if (all.pixels() > 0) add(table, POOLED, pooled, all);
		return table;
	}

	/** All rows and those of all pixels, if there is an image. */
	TrustTable detection(final Map<UncertaintyScore, DetectionScores> pooled,
		final boolean severalSamples) {
		final TrustTable table = newDetection();
		table.addAll(detection);
		if (!detection.rows().isEmpty())
			pooled.forEach((score, d) -> add(table, POOLED, score, severalSamples, d));
		return table;
	}

	private static void add(final TrustTable table, final String name, final Calibration c,
		final ImageUncertainty image) {
		table.add(List.of(name), Measure.of(image.pixels()),
			Measure.of(1 - image.overlap().accuracy()), Measure.of(image.overlap().dice()),
			image.entropy(), image.foregroundEntropy(), c.expectedError(), c.confidenceError(),
			c.adaptiveError(), c.brier(), c.logLoss());
	}

	private static void add(final TrustTable table, final String name, final UncertaintyScore score,
		final boolean severalSamples, final DetectionScores d) {
		final Measure[] measures = { d.rocArea(), d.averagePrecision(), d.riskCoverageArea(),
			d.sparsificationError(), d.brierSparsificationError(), d.found() };
		if (score.needsSamples() && !severalSamples)
			Arrays.fill(measures, Measure.none(ONE_SAMPLE));
		table.add(List.of(name, score.label()), measures);
	}
}
