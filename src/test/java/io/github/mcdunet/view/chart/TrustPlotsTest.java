package io.github.mcdunet.view.chart;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.evaluation.trust.TrustReport;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrustPlotsTest {

	private static final int BLUE = 0x0072B2;
	private static final int VERMILION = 0xD55E00;
	private static final int PURPLE = 0xCC79A7;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	/** Truth drawn with the probability p^power. */
	private static TrustReport report(final int samples, final double power) {
		final int n = 20000;
		final SplittableRandom r = new SplittableRandom(1);
		final float[] p = new float[n], entropy = new float[n], mi = new float[n],
			variance = new float[n];
		final byte[] truth = new byte[n];
		for (int i = 0; i < n; i++) {
			p[i] = (float) Math.pow(r.nextDouble(), 2);
			truth[i] = (byte) (r.nextDouble() < Math.pow(p[i], power) ? 1 : 0);
			entropy[i] = (float) UncertaintyMaps.entropy(p[i]);
			mi[i] = samples == 1 ? 0 : (float) (entropy[i] * (0.5 + 0.5 * r.nextDouble()));
			variance[i] = samples == 1 ? 0 : (float) (p[i] * (1 - p[i]) * r.nextDouble());
		}
		final TrustReport report = new TrustReport();
		report.add("w", Rows.row(truth),
			new UncertaintyMaps(n, 1, samples, p, entropy, mi, variance));
		return report;
	}

	@Test
	public void calibratedProbabilitiesLieOnALineOthersDoNot() {
		assertTrue(bend(TrustPlots.reliability(report(20, 1))) < 8);
		assertTrue(bend(TrustPlots.reliability(report(20, 3))) > 40);
	}

	/** Mean vertical distance in pixels of the blue curve from the line between its ends. */
	private static double bend(final BufferedImage plot) {
		final List<int[]> blue = new ArrayList<>();
		// NB: above the histogram and the legend, x rising
		for (int x = 0; x < plot.getWidth(); x++)
			for (int y = 0; y < 360; y++)
				if ((plot.getRGB(x, y) & 0xFFFFFF) == BLUE) blue.add(new int[]{ x, y });
		assertTrue("only " + blue.size() + " blue pixels", blue.size() > 200);
		final int[] low = blue.get(0), high = blue.get(blue.size() - 1);
		return blue.stream()
			.mapToDouble(b -> Math.abs(
				b[1] - low[1] - (double) (high[1] - low[1]) * (b[0] - low[0]) / (high[0] - low[0])))
			.average().getAsDouble();
	}

	@Test
	public void scoresThatSayNothingAreNotDrawn() {
		for (final boolean risk : new boolean[]{ true, false }) {
			final BufferedImage many = risk ? TrustPlots.riskCoverage(report(20, 1))
				: TrustPlots.deferral(report(20, 1)),
				one = risk ? TrustPlots.riskCoverage(report(1, 1))
					: TrustPlots.deferral(report(1, 1));
			assertTrue(count(many, VERMILION) > 300);
			assertEquals(0, count(one, VERMILION));
			assertTrue(count(one, BLUE) > 300);
			assertTrue("1 - max p lies on the same curve and is still seen",
				count(one, PURPLE) > 100);
		}
	}

	@Test
	public void nothingWrongStillDraws() {
		final TrustReport report = new TrustReport();
		final float[] p = { 0, 0.25f, 0.75f, 1 };
		report.add("w", Rows.row(new byte[]{ 0, 0, 1, 1 }),
			new UncertaintyMaps(4, 1, 1, p, new float[4], new float[4], new float[4]));
		assertEquals(XyChart.WIDTH, TrustPlots.deferral(report).getWidth());
		assertEquals(XyChart.HEIGHT, TrustPlots.riskCoverage(report).getHeight());
		assertEquals(XyChart.WIDTH, TrustPlots.reliability(new TrustReport()).getWidth());
	}

	@Test
	public void picturesAreWrittenWhole() throws Exception {
		final Path file = folder.getRoot().toPath().resolve("deferral.png");
		final BufferedImage plot = TrustPlots.deferral(report(20, 1));
		PngFile.write(plot, file);
		final BufferedImage read = ImageIO.read(file.toFile());
		assertArrayEquals(plot.getRGB(0, 0, 640, 560, null, 0, 640),
			read.getRGB(0, 0, 640, 560, null, 0, 640));
		assertEquals(1, folder.getRoot().list().length);
	}

	private static int count(final BufferedImage plot, final int color) {
		int count = 0;
		for (final int pixel : plot.getRGB(0, 0, plot.getWidth(), plot.getHeight(), null, 0,
			plot.getWidth()))
			if ((pixel & 0xFFFFFF) == color) count++;
		return count;
	}
}
