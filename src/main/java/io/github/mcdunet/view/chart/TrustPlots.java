package io.github.mcdunet.view.chart;

import io.github.mcdunet.evaluation.trust.Curve;
import io.github.mcdunet.evaluation.trust.TrustReport;
import io.github.mcdunet.evaluation.trust.UncertaintyScore;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The curves of a {@link TrustReport} as pictures of 640 x 560 pixels. Needs no screen. */
public final class TrustPlots {

	private static final Map<UncertaintyScore, Color> COLORS = new EnumMap<>(
		Map.of(UncertaintyScore.ENTROPY, ChartStyle.BLUE, UncertaintyScore.MUTUAL_INFORMATION,
			ChartStyle.VERMILION, UncertaintyScore.VARIANCE, ChartStyle.GREEN,
			UncertaintyScore.LEAST_CONFIDENCE, ChartStyle.PURPLE));
	/**
	 * 1 - max p puts pixels in the same order as the entropy: the curve below must shine through.
	 */
	private static final Stroke SPARSE = new BasicStroke(2.2f, BasicStroke.CAP_BUTT,
		BasicStroke.JOIN_ROUND, 10, new float[]{ 4, 10 }, 0);

	/**
	 * Few pixels are wrong in a good mask: the plots show the uncertain end of all pixels only, or
	 * stretch it.
	 */
	private static final double ZOOM = 20;
	private static final double FEWEST_CHECKED = 1e-3;

	private TrustPlots() {
	}

	/**
	 * Probability that was said against the share of foreground that was seen, with the number of
	 * pixels of each bin below.
	 */
	public static BufferedImage reliability(final TrustReport report) {
		return ReliabilityChart.render(report.calibration().foreground());
	}

	/**
	 * Share of wrong pixels among those kept, against the share that is kept, for each score and
	 * for the best order there can be; only where at most twenty times as many pixels are taken
	 * away as are wrong.
	 */
	public static BufferedImage riskCoverage(final TrustReport report) {
		final XyChart chart = new XyChart("Share of pixels kept, the most certain first",
			"Share of wrong pixels among them");
		for (final UncertaintyScore score : UncertaintyScore.values())
			if (report.isUsable(score)) add(chart, score, report.detection(score).riskCoverage());
		final Curve best = report.detection(UncertaintyScore.ENTROPY).oracleRiskCoverage();
		final double risk = best.size() == 0 ? 1 : best.y()[best.size() - 1];
		chart.curve("Best possible", best, ChartStyle.REFERENCE, ChartStyle.DASHED);
		return chart.fitHeight().from(risk == 0 ? 0 : Math.max(0, 1 - ZOOM * risk))
			.render("Risk and coverage");
	}

	/**
	 * Share of the wrong pixels that are found, against the share of pixels that are checked, for
	 * each score and by chance; from 0.1 % to all, logarithmic.
	 */
	public static BufferedImage deferral(final TrustReport report) {
		final XyChart chart = new XyChart("Share of pixels checked, the most uncertain first",
			"Share of the wrong pixels found");
		for (final UncertaintyScore score : UncertaintyScore.values())
			if (report.isUsable(score)) add(chart, score, report.detection(score).deferral());
		final double[] shares = DoubleStream
			.iterate(FEWEST_CHECKED, share -> share < 1, share -> 1.05 * share).toArray();
		return chart
			.curve("By chance", new Curve(shares, shares), ChartStyle.REFERENCE, ChartStyle.DASHED)
			.logarithmicFrom(FEWEST_CHECKED).render("Checking uncertain pixels");
	}

	private static void add(final XyChart chart, final UncertaintyScore score, final Curve curve) {
		chart.curve(score.label(), curve, COLORS.get(score),
			score == UncertaintyScore.LEAST_CONFIDENCE ? SPARSE : ChartStyle.LINE);
	}
}
