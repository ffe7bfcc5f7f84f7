package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a {@link TrustReport}'s tables. */
final class TrustRows {

	/** Name of the row of all pixels together. */
	static final String POOLED = "All pixels";

	/** Why there is no number of disagreement. */
	static final String ONE_SAMPLE = "One sample cannot disagree with itself, so mutual information and variance are 0 everywhere. Choose more samples of a network with dropout, test-time augmentation or several networks.";

	/** Most subjects that a note names. */
	private static final int NAMED = 5;

	private final Table calibration = newCalibration();
	private final Table detection = newDetection();

	static Table table(final String... headings) {
		return new Table(List.of(headings));
	}

	/** Adds a row of texts followed by numbers. */
	static void add(final Table table, final List<String> texts, final Measure... measures) {
		table.add(
			Stream.concat(texts.stream().map(Cell::text), Stream.of(measures).map(Measure::cell))
				.toList());
	}

	/**
	 * Why cells of tables are empty: each reason once, with what it is about. For example "w1, w2:
	 * No pixel is wrong, so there is nothing to find."
	 */
	static List<String> notes(final List<Table> tables) {
		final Map<String, Set<String>> subjects = new LinkedHashMap<>();
		for (final Table table : tables)
			for (final List<Cell> row : table.rows())
				for (final Cell cell : row)
					if (!cell.reason().isEmpty())
						subjects.computeIfAbsent(cell.reason(), r -> new LinkedHashSet<>())
							.add(row.get(0).text());
		return subjects.entrySet().stream()
			.map(e -> names(List.copyOf(e.getValue())) + ": " + e.getKey()).toList();
	}

	private static String names(final List<String> names) {
		return names.size() <= NAMED ? String.join(", ", names)
			: String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED)
				+ " more";
	}

	private static Table newCalibration() {
		return table("Image", "Pixels", "Wrong share", "Dice", "Mean entropy",
			"Mean entropy of predicted objects", "ECE", "Confidence ECE", "ACE", "Brier", "NLL");
	}

	private static Table newDetection() {
		return table("Image", "Score", "AUROC", "AUPR", "AURC", "AUSE", "AUSE Brier",
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
	Table calibration(final Calibration pooled, final ImageUncertainty all) {
		final Table table = newCalibration();
		calibration.rows().forEach(table::add);
		if (all.pixels() > 0) add(table, POOLED, pooled, all);
		return table;
	}

	/** All rows and those of all pixels, if there is an image. */
	Table detection(final Map<UncertaintyScore, DetectionScores> pooled,
		final boolean severalSamples) {
		final Table table = newDetection();
		detection.rows().forEach(table::add);
		if (!detection.rows().isEmpty())
			pooled.forEach((score, d) -> add(table, POOLED, score, severalSamples, d));
		return table;
	}

	private static void add(final Table table, final String name, final Calibration c,
		final ImageUncertainty image) {
		add(table, List.of(name), Measure.of(image.pixels()),
			Measure.of(1 - image.overlap().accuracy()), Measure.of(image.overlap().dice()),
			image.entropy(), image.foregroundEntropy(), c.expectedError(), c.confidenceError(),
			c.adaptiveError(), c.brier(), c.logLoss());
	}

	private static void add(final Table table, final String name, final UncertaintyScore score,
		final boolean severalSamples, final DetectionScores d) {
		final Measure[] measures = { d.rocArea(), d.averagePrecision(), d.riskCoverageArea(),
			d.sparsificationError(), d.brierSparsificationError(), d.found() };
		if (score.needsSamples() && !severalSamples)
			Arrays.fill(measures, Measure.none(ONE_SAMPLE));
		add(table, List.of(name, score.label()), measures);
	}
}
