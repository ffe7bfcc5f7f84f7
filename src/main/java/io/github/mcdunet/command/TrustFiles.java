package io.github.mcdunet.command;

import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.evaluation.trust.TrustReport;
import io.github.mcdunet.view.chart.TrustPlots;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a trust report: NAME.csv, which the person chose, and its companions beside it. */
final class TrustFiles {

	private TrustFiles() {
	}

	static void write(final TrustReport report, final OutputFile csv) {
		final Map<String, String> texts = new LinkedHashMap<>();
		texts.put("-detection.csv", report.detectionTable().toCsv());
		texts.put("-summary.csv", report.summaryTable().toCsv());
		texts.put("-notes.txt", lines(report));
		csv.write(report.calibrationTable().toCsv());
		texts.forEach((ending, text) -> csv.sibling(ending).write(text));
		TrustPlots.write(TrustPlots.reliability(report), csv.sibling("-reliability.png").path());
		TrustPlots.write(TrustPlots.riskCoverage(report), csv.sibling("-risk.png").path());
		TrustPlots.write(TrustPlots.deferral(report), csv.sibling("-checking.png").path());
	}

	private static String lines(final TrustReport report) {
		final String sentences = String.join("\n", report.sentences()) + "\n";
		return report.notes().isEmpty() ? sentences
			: sentences + "\nEmpty cells:\n" + String.join("\n", report.notes()) + "\n";
	}
}
