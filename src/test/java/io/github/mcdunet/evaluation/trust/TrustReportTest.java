package io.github.mcdunet.evaluation.trust;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.io.Table;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.Test;

public class TrustReportTest {

	private static final byte[] EMPTY = new byte[4];

	/**
	 * Entropy, mutual information and variance are multiples of p's distance from 0 or 1, which is
	 * enough for ranks.
	 */
	private static UncertaintyMaps maps(final int samples, final float... p) {
		final float[] entropy = new float[p.length], mi = new float[p.length],
			variance = new float[p.length];
		for (int i = 0; i < p.length; i++) {
			entropy[i] = (float) UncertaintyMaps.entropy(p[i]);
			mi[i] = samples == 1 ? 0 : entropy[i] / 2;
			variance[i] = samples == 1 ? 0 : p[i] * (1 - p[i]) / 2;
		}
		return new UncertaintyMaps(p.length, 1, samples, p, entropy, mi, variance);
	}

	/**
	 * Right at 0.125, wrong at 0.75 and 0.25, right at 1: of two wrong and two right pixels, the
	 * wrong ones are the least certain.
	 */
	@Test
	public void oneImageByHand() {
		final TrustReport report = new TrustReport();
		report.add("a, b", Rows.row(new byte[]{ 0, 0, 1, 1 }), maps(20, 0.125f, 0.75f, 0.25f, 1));
		final String[] calibration = report.calibrationTable().toCsv().split("\n");
		assertEquals("Image,Pixels,Wrong share,Dice,Mean entropy,Mean entropy of predicted objects,"
			+ "ECE,Confidence ECE,ACE,Brier,NLL", calibration[0]);
		final double[] row = numbers(calibration[1].substring("\"a, b\",".length()));
		final double h1 = h(0.125), h2 = h(0.25);
		assertEquals(4, row[0], 0);
		assertEquals(0.5, row[1], 0);
		assertEquals(0.5, row[2], 0);
		assertEquals((h1 + 2 * h2) / 4, row[3], 1e-6);
		assertEquals(h2 / 2, row[4], 1e-6);
		// every pixel has a bin of its own
		assertEquals((0.125 + 0.75 + 0.75 + 0) / 4, row[5], 1e-6);
		// confidences 0.875 and 1, right; twice 0.75, wrong
		assertEquals((0.125 + 1.5 + 0) / 4, row[6], 1e-6);
		assertEquals((0.125 * 0.125 + 2 * 0.75 * 0.75) / 4, row[8], 1e-6);
		assertEquals((-Math.log(0.875) - 2 * Math.log(0.25)) / 4, row[9], 1e-6);
		assertEquals(calibration[1].replace("\"a, b\"", "All pixels"), calibration[2]);
		final String[] detection = report.detectionTable().toCsv().split("\n");
		assertEquals("Image,Score,AUROC,AUPR,AURC,AUSE,AUSE Brier,Found in 5 %", detection[0]);
		assertEquals(9, detection.length);
		assertEquals("\"a, b\",Entropy,1,1,0.208333,0,0,0.100000", detection[1]);
		for (int i = 2; i <= 4; i++)
			assertEquals(detection[1].substring(detection[1].indexOf(",1,")),
				detection[i].substring(detection[i].indexOf(",1,")));
	}

	/** As if the pixels of which the truth says nothing were not there. */
	@Test
	public void unlabelledPixelsDoNotCount() {
		final TrustReport marked = new TrustReport(), part = new TrustReport();
		marked.add("a", Rows.row(new byte[]{ 0, 0, 1, 1 }), maps(20, 0.125f, 0.75f, 0.25f, 1));
		part.add("a", Labels.ofClasses(new byte[]{ -1, 0, 0, -1, 1, 1, -1 }, 7, 1),
			maps(20, 0.5f, 0.125f, 0.75f, 1, 0.25f, 1, 0));
		assertEquals(marked.calibrationTable().toCsv(), part.calibrationTable().toCsv());
		assertEquals(marked.detectionTable().toCsv(), part.detectionTable().toCsv());
		assertEquals(marked.summaryTable().toCsv(), part.summaryTable().toCsv());
	}

	@Test
	public void severalImagesArePooledAndCorrelated() {
		final TrustReport report = new TrustReport();
		final SplittableRandom r = new SplittableRandom(3);
		final int n = 2000;
		final ErrorDetection entropy = new ErrorDetection();
		final Calibration calibration = new Calibration();
		for (int image = 0; image < 4; image++) {
			final float[] p = new float[n];
			final byte[] truth = new byte[n];
			for (int i = 0; i < n; i++) {
				// later images are less certain, and right as often as they say
				p[i] = (float) (r.nextDouble() < 0.5 ? 0.05 + 0.1 * image : 0.95 - 0.1 * image);
				truth[i] = (byte) (r.nextDouble() < p[i] ? 1 : 0);
			}
			final UncertaintyMaps m = maps(20, p);
			report.add("w" + image, Rows.row(truth), m);
			entropy.add(m.entropy(), p, Rows.row(truth));
			calibration.add(p, Rows.row(truth));
		}
		assertEquals(4, report.images());
		assertEquals(5, report.calibrationTable().rows().size());
		assertEquals(20, report.detectionTable().rows().size());
		final List<Table.Cell> pooled = report.detectionTable().rows().get(16);
		assertEquals("All pixels, Entropy", pooled.get(0).text() + ", " + pooled.get(1).text());
		assertEquals(entropy.scores().rocArea().value(), pooled.get(2).number(), 0);
		assertEquals(calibration.expectedError().value(),
			report.calibrationTable().rows().get(4).get(6).number(), 0);
		assertEquals(-1, report.entropyCorrelation().value(), 1e-12);
		assertEquals(1, report.temperature().value(), 0.1);
		final String text = String.join("\n", report.sentences());
		assertTrue(text, text.contains("Checking the 5 % most uncertain pixels (Entropy) finds "));
		assertTrue(text, text.contains("neither too sure nor too unsure"));
		assertTrue(text,
			text.contains("rank correlation of -1.00: where the network is less sure"));
	}

	/** Says 0.99 where three of four are right. */
	@Test
	public void anOverconfidentNetworkIsTold() {
		final TrustReport report = new TrustReport();
		report.add("w", Rows.row(new byte[]{ 1, 1, 1, 0, 0, 0, 0, 1 }),
			maps(20, 0.99f, 0.99f, 0.99f, 0.99f, 0.01f, 0.01f, 0.01f, 0.01f));
		final double t = Math.log(99) / Math.log(3);
		assertEquals(t, report.temperature().value(), 1e-4);
		final double before = -(0.75 * Math.log(0.99) + 0.25 * Math.log(0.01)),
			after = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
		final String expected = String.format(Locale.ROOT,
			"too sure of itself: dividing its logits by the "
				+ "temperature %.2f would lower the log loss on these images from %.4f to %.4f.",
			t, before, after);
		assertTrue(report.sentences().toString(), report.sentences().get(1).contains(expected));
		// NB: 4.18268, but the float 0.99 is not quite 0.99
		final String[] summary = report.summaryTable().toCsv().split("\n");
		assertTrue(summary[1], summary[1].startsWith("Temperature,4.1826"));
		assertEquals("NLL at this temperature,0.562335", summary[2]);
		assertEquals("Spearman of mean entropy and Dice,", summary[3]);
	}

	@Test
	public void oneSampleHasNoModelUncertainty() {
		final TrustReport report = new TrustReport();
		report.add("w", Rows.row(new byte[]{ 0, 0, 1, 1 }), maps(1, 0.125f, 0.75f, 0.25f, 1));
		final String csv = report.detectionTable().toCsv();
		assertTrue(csv,
			csv.contains("w,Mutual information,,,,,,\nw,Variance,,,,,,\nw,1 - max p,1,1,0.2"));
		assertTrue(csv, csv.contains("All pixels,Mutual information,,,,,,\n"));
		assertFalse(report.isUsable(UncertaintyScore.VARIANCE));
		assertTrue(report.notes().toString(), report.notes().stream()
			.anyMatch(s -> s.startsWith("w, All pixels: One sample cannot disagree with itself")));
		assertFalse(report.sentences().toString().contains("Variance"));
	}

	@Test
	public void degenerateImagesHaveEmptyCellsAndReasonsButNeverNaN() {
		final UncertaintyMaps right = maps(20, 0.1f, 0.2f, 0.3f, 0.1f),
			wrong = maps(20, 0.9f, 0.8f, 0.7f, 0.9f), sure = maps(20, 0, 0, 0, 0);
		for (final UncertaintyMaps m : new UncertaintyMaps[]{ right, wrong, sure }) {
			final TrustReport report = new TrustReport();
			report.add("image", Rows.row(EMPTY), m);
			final String all = report.calibrationTable().toCsv() + report.detectionTable().toCsv()
				+ report.summaryTable().toCsv() + report.notes() + report.sentences();
			assertFalse(all, all.contains("NaN") || all.contains("Infinity"));
			assertTrue(all, report.notes().stream().anyMatch(s -> s.contains("at least 3 images")));
			assertTrue(all,
				all.contains(m == wrong ? "Every pixel is wrong" : "No pixel is wrong"));
			assertTrue(all, all.contains("No temperature suits these images"));
			assertEquals(m != wrong, all.contains("No object is predicted"));
			assertTrue(all, all.contains(m == wrong ? "image,Entropy,,,1,,"
				: m == right ? "image,Entropy,,,0,," : "image,Entropy,,,,,,\n"));
		}
	}

	@Test
	public void nothingAddedIsNothingSaid() {
		final TrustReport report = new TrustReport();
		assertEquals(0, report.calibrationTable().rows().size());
		assertEquals(0, report.detectionTable().rows().size());
		assertEquals(0, report.sentences().size());
		assertThrows(IllegalArgumentException.class,
			() -> report.add("w", Rows.row(new byte[3]), maps(1, 0, 0)));
		assertThrows(IllegalArgumentException.class,
			() -> report.add("w", Rows.row(new byte[0]), maps(1)));
	}

	private static double h(final double p) {
		return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
	}

	private static double[] numbers(final String csv) {
		return java.util.Arrays.stream(csv.split(",")).mapToDouble(Double::parseDouble).toArray();
	}
}
