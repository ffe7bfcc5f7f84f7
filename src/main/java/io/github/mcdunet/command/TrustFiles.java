package io.github.mcdunet.command;

import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.evaluation.trust.TrustReport;
import io.github.mcdunet.view.chart.PngFile;
import io.github.mcdunet.view.chart.TrustPlots;

/** Writes a trust report: NAME.csv, which the person chose, and its companions beside it. */
final class TrustFiles {

	private TrustFiles() {
	}

	static void write(final TrustReport report, final OutputFile csv) {
		report.calibrationTable().write(csv.path());
		report.detectionTable().write(csv.sibling("-detection.csv").path());
		report.summaryTable().write(csv.sibling("-summary.csv").path());
		csv.sibling("-notes.txt").write(lines(report));
		PngFile.write(TrustPlots.reliability(report), csv.sibling("-reliability.png").path());
		PngFile.write(TrustPlots.riskCoverage(report), csv.sibling("-risk.png").path());
		PngFile.write(TrustPlots.deferral(report), csv.sibling("-checking.png").path());
	}

	private static String lines(final TrustReport report) {
		final String sentences = String.join("\n", report.sentences()) + "\n";
		return report.notes().isEmpty() ? sentences
			: sentences + "\nEmpty cells:\n" + String.join("\n", report.notes()) + "\n";
	}
}
