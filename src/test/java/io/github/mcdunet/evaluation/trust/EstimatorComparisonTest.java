package io.github.mcdunet.evaluation.trust;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.inference.UncertaintyMaps;

import org.junit.Test;

public class EstimatorComparisonTest {

	private static TrustReport report(final int samples, final float... p) {
		final float[] entropy = new float[p.length], disagreement = new float[p.length];
		for (int i = 0; i < p.length; i++) {
			entropy[i] = (float) UncertaintyMaps.entropy(p[i]);
			disagreement[i] = samples == 1 ? 0 : 1 - entropy[i];
		}
		final TrustReport report = new TrustReport();
		report.add("a", Rows.row(new byte[]{ 0, 0, 1, 1 }),
			new UncertaintyMaps(4, 1, samples, p, entropy, disagreement, disagreement));
		return report;
	}

	/**
	 * Two of four pixels are wrong, and the least certain; the made-up disagreement is just the
	 * other way round.
	 */
	@Test
	public void aRowPerEstimatorByHand() {
		final EstimatorComparison both = new EstimatorComparison();
		both.add("Samples", report(20, 0.125f, 0.75f, 0.25f, 1));
		both.add("One pass", report(1, 0.25f, 0.125f, 0.75f, 0.125f));
		final String[] lines = both.table().toCsv().split("\n");
		assertEquals("Estimator,Mean Dice,ECE,Brier,NLL,Temperature,AUROC,AUPR,AUSE,Found in 5 %,"
			+ "AUROC of mutual information,Spearman of mean entropy and Dice", lines[0]);
		final double nll = -(Math.log(0.875) + 2 * Math.log(0.25) + Math.log(1)) / 4;
		assertEquals("Samples,0.500000,0.406250,0.285156," + six(nll) + ",",
			lines[1].substring(0, lines[1].indexOf(',', lines[1].indexOf(six(nll))) + 1));
		final String[] samples = lines[1].split(",", -1), one = lines[2].split(",", -1);
		assertEquals("1", samples[6]);
		assertEquals("1", samples[7]);
		assertEquals("0", samples[8]);
		assertEquals("0", samples[10]);
		assertEquals("one image has no order", "", samples[11]);
		// only the last pixel is wrong, and it is one of the two most certain ones: above it are two, beside it one, of three right pixels
		assertEquals(six(2. / 3), one[1]);
		assertEquals(six(0.5 / 3), one[6]);
		assertEquals("one sample does not disagree", "", one[10]);
	}

	private static String six(final double value) {
		return Measure.of(value).toString();
	}
}
