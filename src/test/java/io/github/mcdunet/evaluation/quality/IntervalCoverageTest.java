package io.github.mcdunet.evaluation.quality;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.inference.SampleMasks;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.IntervalFactors;
import io.github.mcdunet.objects.Measurement;
import io.github.mcdunet.objects.Quantity;
import io.github.mcdunet.objects.Ruler;
import io.github.mcdunet.objects.SampleObjects;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.Test;

public class IntervalCoverageTest {

	/**
	 * Truths 0.1, 0.2, ... 4.0 half widths off: 10 are inside, and 39 = ceil(0.95 x 41) of 40
	 * within 3.9.
	 */
	@Test
	public void coverageAndFactorByHand() {
		final IntervalCoverage coverage = new IntervalCoverage();
		for (int i = 40; i > 0; i--)
			coverage.add(plusMinusTwo(), 100 + 0.2 * i);
		assertEquals(40, coverage.count(Quantity.AREA));
		assertEquals(0.25, coverage.coverage(Quantity.AREA), 0);
		assertEquals(3.9, coverage.factor(Quantity.AREA).getAsDouble(), 1e-9);
		assertEquals(3.9, coverage.factors().factor(Quantity.AREA), 1e-9);
		assertFalse(coverage.factors().has(Quantity.LENGTH));
		assertEquals("The 95 % intervals of the area hold 10 of 40 true values (25 %).",
			coverage.coverageSentence(Quantity.AREA));
		assertTrue(coverage.factorSentence(Quantity.AREA).contains("3.90-fold"));
	}

	@Test
	public void nineteenCasesNeedTheFarthest() {
		final IntervalCoverage coverage = new IntervalCoverage();
		for (int i = 1; i <= 18; i++)
			coverage.add(plusMinusTwo(), 100 + 4 * i);
		assertFalse(coverage.factor(Quantity.AREA).isPresent());
		assertTrue(coverage.factorSentence(Quantity.AREA)
			.startsWith("Too few objects with a truth (18, at"));
		coverage.add(plusMinusTwo(), 100);
		assertEquals(36, coverage.factor(Quantity.AREA).getAsDouble(), 1e-9);
	}

	@Test
	public void wideIntervalsAreNotNarrowed() {
		final IntervalCoverage coverage = new IntervalCoverage();
		for (int i = 0; i < 30; i++)
			coverage.add(plusMinusTwo(), 100.2);
		assertEquals(1, coverage.factor(Quantity.AREA).getAsDouble(), 0);
		assertEquals("The intervals of the area need not be widened.",
			coverage.factorSentence(Quantity.AREA));
	}

	@Test
	public void intervalsWithoutWidthCannotBeWidened() {
		final IntervalCoverage coverage = new IntervalCoverage();
		for (int i = 0; i < 30; i++)
			coverage.add(new Measurement(Quantity.INTENSITY, 5, new double[]{ 5, 5 }, 0, ""), 6);
		assertFalse(coverage.factor(Quantity.INTENSITY).isPresent());
		assertTrue(coverage.factorSentence(Quantity.INTENSITY).startsWith("No factor"));
		coverage.add(new Measurement(Quantity.COUNT, 5, new double[]{ 5 }, 0, ""), 6);
		assertEquals(0, coverage.count(Quantity.COUNT));
	}

	/**
	 * Samples scatter with 10, truths with 25: widened by the factor, intervals of new cases hold
	 * 95 %.
	 */
	@Test
	public void factorMakesTooNarrowIntervalsCover() {
		final Random random = new Random(12);
		final IntervalCoverage validation = simulated(300, random, IntervalFactors.NONE);
		assertTrue(validation.coverage(Quantity.AREA) < 0.7);
		assertEquals(2.5, validation.factor(Quantity.AREA).getAsDouble(), 0.4);
		final IntervalCoverage test = simulated(2000, random, validation.factors());
		assertEquals(0.95, test.coverage(Quantity.AREA), 0.025);
	}

	private static IntervalCoverage simulated(final int n, final Random random,
		final IntervalFactors factors) {
		final IntervalCoverage coverage = new IntervalCoverage();
		for (int i = 0; i < n; i++) {
			final double middle = 300 + 200 * random.nextDouble();
			final double[] samples = random.doubles(20)
				.map(d -> middle + 10 * random.nextGaussian()).toArray();
			final double mean = Arrays.stream(samples).average().getAsDouble();
			coverage.add(new Measurement(Quantity.AREA, mean, samples, 0, "").widened(factors),
				middle + 25 * random.nextGaussian());
		}
		return coverage;
	}

	/**
	 * Two objects of 16 and 9 pixels, of which the truth has one with 12 and another one elsewhere.
	 */
	@Test
	public void imagesAddTheirObjectsAndTotals() {
		final byte[] mask = new byte[400], truth = new byte[400];
		box(mask, 2, 2, 4, 4);
		box(mask, 12, 2, 3, 3);
		box(truth, 2, 2, 4, 3);
		box(truth, 12, 12, 3, 3);
		final Labels labels = ConnectedComponents.label(Labels.ofMask(mask, 20, 20), 0);
		final Ruler ruler = new Ruler(20, 20, PixelSize.UNCALIBRATED, new float[800]);
		final ImageMeasurement measured = new SampleObjects(labels,
			new UncertaintyMaps(20, 20, 2, new float[400], new float[400], new float[400],
				new float[400]),
			SampleMasks.of(Labels.ofMask(mask, 20, 20), Labels.ofMask(mask, 20, 20)), ruler)
			.measure(Progress.NONE);
		final IntervalCoverage coverage = new IntervalCoverage();
		coverage.add(measured, labels, ConnectedComponents.label(Labels.ofMask(truth, 20, 20), 0),
			ruler);
		final Map<Quantity, Integer> counts = Map.of(Quantity.AREA, 1, Quantity.LENGTH, 1,
			Quantity.INTENSITY, 2, Quantity.COUNT, 1, Quantity.TOTAL_AREA, 1);
		counts.forEach(
			(quantity, n) -> assertEquals(quantity.name(), (int) n, coverage.count(quantity)));
		assertEquals(0, coverage.coverage(Quantity.AREA), 0);
		assertEquals(1, coverage.coverage(Quantity.COUNT), 0);
		assertEquals(1, coverage.coverage(Quantity.INTENSITY), 0);
		assertEquals(0, coverage.coverage(Quantity.TOTAL_AREA), 0);
	}

	private static void box(final byte[] mask, final int x, final int y, final int width,
		final int height) {
		for (int j = y; j < y + height; j++)
			Arrays.fill(mask, 20 * j + x, 20 * j + x + width, (byte) 1);
	}

	/** 100 with the interval 98 to 102. */
	private static Measurement plusMinusTwo() {
		final double[] samples = new double[41];
		Arrays.fill(samples, 100);
		samples[0] = samples[1] = 98;
		samples[39] = samples[40] = 102;
		return new Measurement(Quantity.AREA, 100, samples, 0, "");
	}
}
