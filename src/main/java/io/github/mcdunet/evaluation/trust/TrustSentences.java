package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a {@link TrustReport} means, for people. */
final class TrustSentences {

	/** Temperatures so close to 1 are not worth a word. */
	private static final double CLOSE = 0.05;

	/** Weaker rank correlations are not worth relying on. */
	private static final double STRONG = 0.5;

	private final TrustReport report;

	TrustSentences(final TrustReport report) {
		this.report = report;
	}

	/** What cannot be said is left to the report's notes. */
	List<String> all() {
		final List<String> all = new ArrayList<>();
		if (report.images() == 0) return all;
		final double error = report.calibration().expectedError().value();
		all.add(format(
			"The probability differs from the observed share of object pixels by %.1f "
				+ "percentage points on average (expected calibration error %.4f).",
			100 * error, error));
		if (report.temperature().isPresent()) all.add(temperature(report.temperature().value()));
		for (final UncertaintyScore score : UncertaintyScore.values()) {
			final ErrorDetection detection = report.detection(score);
			if (detection.found(DetectionScores.CHECKED).isPresent())
				all.add(detection.sentence(score.label(), DetectionScores.CHECKED));
		}
		addCorrelation(all, "the image", report.entropyCorrelation());
		addCorrelation(all, "the predicted objects", report.foregroundEntropyCorrelation());
		return all;
	}

	private String temperature(final double t) {
		if (Math.abs(t - 1) < CLOSE)
			return format("The network is neither too sure nor too unsure (temperature %.2f).", t);
		final TemperatureFit fit = report.temperatureFit();
		return format(
			"The network is too %s of itself: dividing its logits by the temperature %.2f would "
				+ "lower the log loss on these images from %.4f to %.4f.",
			t > 1 ? "sure" : "unsure", t, fit.logLoss(1), fit.logLoss(t));
	}

	private static void addCorrelation(final List<String> all, final String of, final Measure r) {
		if (r.isPresent())
			all.add(format("The mean entropy of %s and Dice have a rank correlation of %.2f: %s.",
				of, r.value(), meaning(r.value())));
	}

	private static String meaning(final double correlation) {
		if (correlation <= -STRONG)
			return "where the network is less sure, its masks tend to be worse";
		return correlation < STRONG ? "it hardly tells good masks from bad ones"
			: "masks tend to be better where the network is less sure, so do not rely on it";
	}

	private static String format(final String format, final Object... values) {
		return String.format(Locale.ROOT, format, values);
	}
}
