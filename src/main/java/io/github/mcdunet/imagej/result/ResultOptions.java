package io.github.mcdunet.imagej.result;

import io.github.mcdunet.evaluation.quality.Assessment;
import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.inference.MapKind;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which results a prediction gives, and where it draws the line between object and background.
 * Immutable.
 */
public final class ResultOptions {

	private final double threshold;
	private final int minimumArea;
	private final boolean mutualInformation;
	private final boolean variance;
	private final boolean entropyParts;
	private final Optional<Assessment> assessment;
	private final Optional<TemperatureScaling> calibration;

	/** Threshold 0.5, objects of any size, no maps but probability, mask and uncertainty. */
	public ResultOptions() {
		this(0.5, 0, false, false, false, Optional.empty(), Optional.empty());
	}

	private ResultOptions(final double threshold, final int minimumArea,
		final boolean mutualInformation, final boolean variance, final boolean entropyParts,
		final Optional<Assessment> assessment, final Optional<TemperatureScaling> calibration) {
		this.calibration = calibration;
		this.assessment = assessment;
		this.threshold = threshold;
		this.minimumArea = minimumArea;
		this.mutualInformation = mutualInformation;
		this.variance = variance;
		this.entropyParts = entropyParts;
	}

	/** @param value 0..1; pixels of at least this mean probability are foreground */
	public ResultOptions threshold(final double value) {
		if (!(value >= 0 && value <= 1))
			throw new IllegalArgumentException("Threshold " + value + " is not in 0..1");
		return new ResultOptions(value, minimumArea, mutualInformation, variance, entropyParts,
			assessment, calibration);
	}

	/** @param pixels &gt;= 0; smaller objects count as background */
	public ResultOptions minimumArea(final int pixels) {
		if (pixels < 0)
			throw new IllegalArgumentException("Minimum area " + pixels + " is below 0");
		return new ResultOptions(threshold, pixels, mutualInformation, variance, entropyParts,
			assessment, calibration);
	}

	/** Whether to keep the mutual information. */
	public ResultOptions mutualInformation(final boolean wanted) {
		return new ResultOptions(threshold, minimumArea, wanted, variance, entropyParts, assessment,
			calibration);
	}

	/** Whether to keep the variance of the samples' probabilities. */
	public ResultOptions variance(final boolean wanted) {
		return new ResultOptions(threshold, minimumArea, mutualInformation, wanted, entropyParts,
			assessment, calibration);
	}

	/** Whether to keep the foreground's and the background's part of the entropy. */
	public ResultOptions entropyParts(final boolean wanted) {
		return new ResultOptions(threshold, minimumArea, mutualInformation, variance, wanted,
			assessment, calibration);
	}

	/**
	 * Asks for the confidence in each object and the intervals of its measurements, as far as the
	 * maps come with the samples' masks.
	 *
	 * @param of the model: what it knows of itself
	 */
	public ResultOptions confidence(final Assessment of) {
		return new ResultOptions(threshold, minimumArea, mutualInformation, variance, entropyParts,
			Optional.of(of), calibration);
	}

	/**
	 * Shows probabilities, and the uncertainty that follows from them, as this temperature makes
	 * them.
	 */
	public ResultOptions calibrated(final TemperatureScaling by) {
		return new ResultOptions(threshold, minimumArea, mutualInformation, variance, entropyParts,
			assessment, Optional.of(by));
	}

	/** What makes probabilities right on average, if that is asked for. */
	public Optional<TemperatureScaling> calibration() {
		return calibration;
	}

	/** Of the model, if confidence is asked for. */
	public Optional<Assessment> assessment() {
		return assessment;
	}

	public double threshold() {
		return threshold;
	}

	public int minimumArea() {
		return minimumArea;
	}

	public boolean mutualInformation() {
		return mutualInformation;
	}

	public boolean variance() {
		return variance;
	}

	public boolean entropyParts() {
		return entropyParts;
	}

	/** The maps that a prediction must make for these results. */
	public Set<MapKind> maps() {
		final Set<MapKind> kinds = EnumSet.of(MapKind.PROBABILITY, MapKind.ENTROPY);
		if (mutualInformation) kinds.add(MapKind.MUTUAL_INFORMATION);
		if (variance) kinds.add(MapKind.VARIANCE);
		return kinds;
	}
}
