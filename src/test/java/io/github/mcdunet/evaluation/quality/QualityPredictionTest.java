package io.github.mcdunet.evaluation.quality;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.objects.IntervalFactors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.Test;

public class QualityPredictionTest {

	private static final double EXACT = 1e-12;

	/**
	 * Half of the cases have agreement 0.8 and Dice 0.7, the others 0.9 and 0.9; the other features
	 * are constant. Standardised, x = -+1, X'X + 1 = 9 and X'y = 0.8: the coefficient is 0.8 / 9.
	 * Without one case, X'X + 1 = 8, X'y = 0.2 sqrt(12), and the case is predicted 1/70 off, by the
	 * mean of the others 8/70.
	 */
	@Test
	public void regressionSolvedByHand() {
		final QualityPrediction prediction = QualityPrediction.fit(eight());
		final PredictedQuality high = prediction.predict(new double[]{ 0.9, 0.3, 0 });
		assertTrue(high.isPrediction());
		assertEquals(0.8 + 0.8 / 9, high.value(), EXACT);
		assertEquals(0.8 + 0.8 / 9 - 1 / 70.0, high.low(), EXACT);
		assertEquals(0.8 + 0.8 / 9 + 1 / 70.0, high.high(), EXACT);
		assertEquals("0.89 (0.87\u20130.90)", high.text());
		assertEquals(0.8, prediction.predict(new double[]{ 0.85, 0.3, 0 }).value(), EXACT);
		final QualityError error = prediction.fit().get().error();
		assertEquals(1 / 70.0, error.meanError(), EXACT);
		assertEquals(8 / 70.0, error.meanOnlyError(), EXACT);
		assertEquals(8 / 9.0, error.coverage(), EXACT);
	}

	@Test
	public void predictionsStayBetweenZeroAndOne() {
		final QualityPrediction prediction = QualityPrediction.fit(eight());
		assertEquals(1, prediction.predict(new double[]{ 5, 0.3, 0 }).high(), 0);
		assertEquals(0, prediction.predict(new double[]{ -5, 0.3, 0 }).low(), 0);
	}

	@Test
	public void tooFewCasesGiveTheAgreement() {
		final QualityCases seven = eight().only(i -> i < 7);
		final QualityPrediction prediction = QualityPrediction.fit(seven);
		assertFalse(prediction.isFitted());
		assertEquals("0.83 (agreement)", prediction.predict(new double[]{ 0.83, 0.3, 0 }).text());
		assertTrue(prediction.note(), prediction.note().contains("too few images (7 in 7 images"));
		final QualityError error = prediction.errorOn(eight());
		assertEquals((4 * 0.1 + 4 * 0.0) / 8, error.meanError(), EXACT);
		assertTrue(error.sentence(),
			error.sentence().startsWith("The samples' agreement, taken for the Dice"));
	}

	@Test
	public void manyObjectsOfFewImagesAreTooFew() {
		final QualityCases cases = new QualityCases(Quality.OBJECT_IOU);
		for (int i = 0; i < 60; i++)
			cases.add(i % 3, new double[]{ 0.01 * i, 1, 0.2, 0.3 }, 0.01 * i);
		assertFalse(QualityPrediction.fit(cases).isFitted());
		cases.add(3, new double[]{ 0.5, 1, 0.2, 0.3 }, 0.5);
		assertTrue(QualityPrediction.fit(cases).isFitted());
	}

	/**
	 * All objects of an image are left out together: what only tells images apart is of no use for
	 * a new one.
	 */
	@Test
	public void imagesAreLeftOutAsAWhole() {
		final QualityCases cases = new QualityCases(Quality.OBJECT_IOU);
		for (int i = 0; i < 40; i++)
			cases.add(i / 10, new double[]{ i / 10 == 3 ? 1 : 0, 1, 0, 0 },
				i / 10 == 3 ? 0.9 : 0.5);
		final QualityError error = QualityPrediction.fit(cases).fit().get().error();
		// The three others say 0.5 (+ a quarter of 0.4 less the penalty's part) of it; they themselves are learnt well
		assertTrue(error.meanError() > 0.4 * 10 / 40);
	}

	/**
	 * Dice = 0.4 + 0.5 agreement + noise of 0.02: the error is that of the noise, and its interval
	 * holds about 95 %.
	 */
	@Test
	public void simulatedScoresAreFound() {
		final Random random = new Random(13);
		final QualityPrediction prediction = QualityPrediction.fit(simulated(60, random));
		final QualityError error = prediction.errorOn(simulated(3000, random));
		// Mean of |noise| is 0.02 sqrt(2 / pi) = 0.016
		assertEquals(0.016, error.meanError(), 0.0015);
		assertTrue(error.meanOnlyError() > 2 * error.meanError());
		assertEquals(0.95, error.coverage(), 0.04);
		assertTrue(error.sentence(),
			error.sentence().startsWith("The predicted Dice of 3000 images is off by 0.01"));
		assertTrue(prediction.note(),
			prediction.note().contains("60 images of 60 validation images"));
	}

	@Test
	public void noiseIsSaidToBeOfNoUse() {
		final Random random = new Random(14);
		final QualityCases cases = new QualityCases(Quality.IMAGE_DICE);
		for (int i = 0; i < 12; i++)
			cases.add(i,
				new double[]{ random.nextDouble(), random.nextDouble(), random.nextDouble() },
				0.5 + 0.1 * random.nextGaussian());
		assertTrue(QualityPrediction.fit(cases).note().contains("of no use"));
	}

	@Test
	public void manifestKeepsEverything() {
		final QualityPrediction prediction = QualityPrediction.fit(simulated(20, new Random(15)));
		final Map<String, String> manifest = text(prediction);
		final QualityPrediction read = read(manifest).imageQuality();
		final double[] features = { 0.7, 0.2, 0.1 };
		assertEquals(prediction.predict(features).value(), read.predict(features).value(), 0);
		assertEquals(prediction.predict(features).low(), read.predict(features).low(), 0);
		assertEquals(prediction.note(), read.note());
		assertFalse(read(manifest).objectQuality().isFitted());
		for (final String key : manifest.keySet()) {
			final Map<String, String> damaged = new LinkedHashMap<>(manifest);
			damaged.put(key, "x");
			if (key.endsWith("features")) assertFalse(read(damaged).imageQuality().isFitted());
			else
				assertThrows(McdUnetException.class, () -> read(damaged).imageQuality());
		}
	}

	private static Map<String, String> text(final QualityPrediction prediction) {
		final Map<String, String> all = AssessmentText.of(new Assessment(Normalization.maximum(),
			List.of(), Optional.empty(), IntervalFactors.NONE, prediction,
			Assessment.UNKNOWN.objectQuality(), Assessment.UNKNOWN.outOfDistribution()));
		all.keySet().removeIf(key -> !key.startsWith("quality.IMAGE_DICE."));
		return all;
	}

	private static Assessment read(final Map<String, String> manifest) {
		return AssessmentText.read(manifest, Normalization.maximum(), List.of());
	}

	@Test
	public void manifestKeepsThatThereWereTooFew() {
		final QualityPrediction prediction = QualityPrediction.fit(eight().only(i -> i < 3));
		final Map<String, String> manifest = text(prediction);
		assertEquals(prediction.note(), read(manifest).imageQuality().note());
	}

	@Test
	public void featuresThatAreNoneAreRefused() {
		final QualityCases cases = new QualityCases(Quality.IMAGE_DICE);
		assertThrows(IllegalArgumentException.class,
			() -> cases.add(0, new double[]{ Double.NaN, 0, 0 }, 1));
		assertThrows(IllegalArgumentException.class, () -> cases.add(0, new double[2], 1));
	}

	private static QualityCases eight() {
		final QualityCases cases = new QualityCases(Quality.IMAGE_DICE);
		for (int i = 0; i < 8; i++)
			cases.add(i, new double[]{ i % 2 == 0 ? 0.8 : 0.9, 0.3, 0 }, i % 2 == 0 ? 0.7 : 0.9);
		return cases;
	}

	private static QualityCases simulated(final int n, final Random random) {
		final QualityCases cases = new QualityCases(Quality.IMAGE_DICE);
		for (int i = 0; i < n; i++) {
			final double agreement = 0.5 + 0.45 * random.nextDouble();
			cases.add(i, new double[]{ agreement, 0.3 * random.nextDouble(), random.nextDouble() },
				0.4 + 0.5 * agreement + 0.02 * random.nextGaussian());
		}
		return cases;
	}
}
