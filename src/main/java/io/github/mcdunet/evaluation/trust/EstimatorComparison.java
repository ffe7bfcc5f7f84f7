package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.io.Table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several ways to estimate the uncertainty of the same images, side by side: a row each, of all
 * pixels together. Not thread-safe.
 */
public final class EstimatorComparison {

	private final Map<String, TrustReport> reports = new LinkedHashMap<>();

	/**
	 * @param estimator its name, which stands in the row
	 * @param report of the same images as the others'
	 */
	public void add(final String estimator, final TrustReport report) {
		reports.put(estimator, report);
	}

	/** In the order in which they were added. */
	public Map<String, TrustReport> reports() {
		return reports;
	}

	/**
	 * Mean Dice, calibration, and how well entropy and mutual information find the wrong pixels; an
	 * empty cell where there is no such number, for the reasons that the single reports' notes
	 * give.
	 */
	public Table table() {
		final Table table = TrustRows.table("Estimator", "Mean Dice", "ECE", "Brier", "NLL",
			"Temperature", "AUROC", "AUPR", "AUSE", "Found in 5 %", "AUROC of mutual information",
			"Spearman of mean entropy and Dice");
		reports.forEach((name, report) -> add(table, name, report));
		return table;
	}

	private static void add(final Table table, final String name, final TrustReport report) {
		final Calibration c = report.calibration();
		final DetectionScores entropy = report.detection(UncertaintyScore.ENTROPY).scores();
		final Measure disagreement = report.isUsable(UncertaintyScore.MUTUAL_INFORMATION)
			? report.detection(UncertaintyScore.MUTUAL_INFORMATION).scores().rocArea()
			: Measure.none(TrustRows.ONE_SAMPLE);
		TrustRows.add(table, List.of(name), report.meanDice(), c.expectedError(), c.brier(),
			c.logLoss(), report.temperature(), entropy.rocArea(), entropy.averagePrecision(),
			entropy.sparsificationError(), entropy.found(), disagreement,
			report.entropyCorrelation());
	}
}
