package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Rows;

import java.util.List;
import java.util.Locale;

import org.junit.Test;

public class EvaluationReportTest {

	private static final byte[] TRUTH = { 1, 1, 0, 0 };
	private static final byte[] HALF = { 1, 0, 0, 0 };
	private static final byte[] WRONG = { 0, 0, 1, 1 };

	@Test
	public void medianOfThreeIsTheMiddleOne() {
		// NB: Dice 1, 2/3 and 0, not in order.
		final EvaluationReport report = report(TRUTH, WRONG, HALF);
		assertEquals(2 / 3.0, report.median(Overlap::dice), 1e-15);
		assertEquals(5 / 9.0, report.mean(Overlap::dice), 1e-15);
		assertEquals(1 / 2.0, report.median(Overlap::iou), 1e-15);
		assertEquals(1 / 2.0, report.mean(Overlap::recall), 1e-15);
	}

	@Test
	public void medianOfFourLiesBetweenTheMiddleTwo() {
		final EvaluationReport report = report(HALF, TRUTH, WRONG, TRUTH);
		assertEquals((2 / 3.0 + 1) / 2, report.median(Overlap::dice), 1e-15);
		assertEquals((2 / 3.0 + 2) / 4, report.mean(Overlap::dice), 1e-15);
	}

	@Test
	public void csvHasImagesThenMedianAndMean() {
		assertEquals(
			"Image,Dice,IoU,Precision,Recall\n" + "image 0,1.000000,1.000000,1.000000,1.000000\n"
				+ "image 1,0.666667,0.500000,1.000000,0.500000\n"
				+ "image 2,0.000000,0.000000,0.000000,0.000000\n"
				+ "Median,0.666667,0.500000,1.000000,0.500000\n"
				+ "Mean,0.555556,0.500000,0.666667,0.500000\n",
			report(TRUTH, HALF, WRONG).table().toCsv());
	}

	@Test
	public void csvDoesNotSpeakTheUsersLanguage() {
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertTrue(report(HALF).table().toCsv().contains("image 0,0.666667,0.500000,"));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	public void namesAreQuotedWhereTheyMust() {
		final EvaluationReport report = new EvaluationReport();
		report.add("a, b", Rows.row(TRUTH), Rows.row(TRUTH));
		report.add("12\" plate", Rows.row(TRUTH), Rows.row(TRUTH));
		report.add("two\nlines", Rows.row(TRUTH), Rows.row(TRUTH));
		report.add("plain; name", Rows.row(TRUTH), Rows.row(TRUTH));
		final String ones = ",1.000000,1.000000,1.000000,1.000000\n";
		assertEquals(
			"Image,Dice,IoU,Precision,Recall\n\"a, b\"" + ones + "\"12\"\" plate\"" + ones
				+ "\"two\nlines\"" + ones + "plain; name" + ones + "Median" + ones + "Mean" + ones,
			report.table().toCsv());
	}

	@Test
	public void emptyReportHasNoMedian() {
		final EvaluationReport report = new EvaluationReport();
		assertEquals("Image,Dice,IoU,Precision,Recall\n", report.table().toCsv());
		assertThrows(IllegalStateException.class, () -> report.median(Overlap::dice));
		assertThrows(IllegalStateException.class, () -> report.mean(Overlap::dice));
	}

	@Test
	public void imagesKeepTheirOrderAndCannotBeChanged() {
		final EvaluationReport report = report(HALF, TRUTH);
		assertEquals("image 1", report.images().get(1).name());
		assertEquals(1, report.images().get(1).overlap().dice(), 0);
		assertThrows(UnsupportedOperationException.class, () -> report.images().clear());
	}

	/**
	 * First image: a missing pixel of two, 2 um wide; second: nothing predicted, so no distance and
	 * no part in its average.
	 */
	@Test
	public void shapesFollowWhereTheSizeIsKnown() {
		final EvaluationReport report = new EvaluationReport();
		final PixelSize size = new PixelSize(2, 5, "um");
		report.add("a", Labels.ofMask(HALF, 4, 1), Labels.ofMask(TRUTH, 4, 1), size);
		report.add("b", Labels.ofMask(new byte[4], 4, 1), Labels.ofMask(TRUTH, 4, 1), size);
		assertEquals(
			"Image,Dice,IoU,Precision,Recall,Boundary F1,Surface distance,Object F1,True objects,Found objects,"
				+ "Predicted objects,Object F1 at 0.75,AP at 0.5,AP at 0.75,Mean AP,Panoptic quality,Segmentation quality,Split objects,Merged objects\n"
				+ "a,0.666667,0.500000,1.000000,0.500000,1.000000,0.666667,0.000000,1,0,1,0.000000,0.000000,0.000000,0.000000,0.000000,,0,0\n"
				+ "b,0.000000,0.000000,0.000000,0.000000,0.000000,,0.000000,1,0,0,0.000000,0.000000,0.000000,0.000000,0.000000,,0,0\n"
				+ "Median,0.333333,0.250000,0.500000,0.250000,0.500000,0.666667,0.000000,1,0,0.500000,0.000000,0.000000,0.000000,0.000000,0.000000,,0,0\n"
				+ "Mean,0.333333,0.250000,0.500000,0.250000,0.500000,0.666667,0.000000,1,0,0.500000,0.000000,0.000000,0.000000,0.000000,0.000000,,0,0\n",
			report.table().toCsv());
	}

	@Test
	public void averagesOfNothingAreNone() {
		final EvaluationReport report = new EvaluationReport();
		report.add("b", Labels.ofMask(new byte[4], 4, 1), Labels.ofMask(TRUTH, 4, 1),
			PixelSize.UNCALIBRATED);
		assertFalse(report.mean(Score.SURFACE_DISTANCE).isPresent());
		assertFalse(report.median(Score.SURFACE_DISTANCE).isPresent());
		assertEquals(0, report.median(Score.DICE).value(), 0);
	}

	/**
	 * Classes 1 and 2 as 1122 over 1120: of class 1 all is right, of class 2 one of two pixels is
	 * found; the second image has class 1 only, so class 2 has no number there.
	 */
	@Test
	public void classesHaveColumnsOfTheirOwn() {
		final EvaluationReport report = new EvaluationReport(List.of("cells", "rods"));
		report.add("a", classes(1, 1, 2, 0), classes(1, 1, 2, 2));
		report.add("b", classes(1, 0, 0, 0), classes(1, 1, 1, 0));
		assertEquals(
			"Image,Dice,IoU,Precision,Recall,Dice cells,IoU cells,Dice rods,IoU rods\n"
				+ "a,0.857143,0.750000,1.000000,0.750000,1.000000,1.000000,0.666667,0.500000\n"
				+ "b,0.500000,0.333333,1.000000,0.333333,0.500000,0.333333,,\n"
				+ "Median,0.678571,0.541667,1.000000,0.541667,0.750000,0.666667,0.666667,0.500000\n"
				+ "Mean,0.678571,0.541667,1.000000,0.541667,0.750000,0.666667,0.666667,0.500000\n",
			report.table().toCsv());
		assertEquals("Neither mask of 'b' has a pixel of the class 'rods'.",
			report.classDice(1).get(1).reason());
	}

	/** One class is a mask, whatever it is called. */
	@Test
	public void oneClassHasNoColumnsOfItsOwn() {
		final EvaluationReport report = new EvaluationReport(List.of("cells"));
		report.add("a", classes(1, 0), classes(1, 0));
		assertTrue(report.table().toCsv().startsWith("Image,Dice,IoU,Precision,Recall\n"));
	}

	/** One image with 1 of 1 found and one with 0 of 3: F1 1 and 0, together 2 / (1 + 4). */
	@Test
	public void pooledObjectsCountObjectsAndNotImages() {
		final EvaluationReport report = new EvaluationReport();
		assertTrue(report.pooledObjects().isEmpty());
		assertEquals(List.of(), report.objectSentences());
		report.add("a", Labels.ofMask(HALF, 4, 1), Labels.ofMask(HALF, 4, 1),
			PixelSize.UNCALIBRATED);
		report.add("b", Labels.ofMask(new byte[5], 5, 1),
			Labels.ofMask(new byte[]{ 1, 0, 1, 0, 1 }, 5, 1), PixelSize.UNCALIBRATED);
		assertEquals(0.5, report.mean(Score.OBJECT_F1).value(), 0);
		assertEquals(0.4, report.pooledObjects().orElseThrow().f1(), 1e-15);
		assertEquals(List.of(
			"Objects of all images together: 4 true, 1 predicted, 1 of them found at an IoU above 0.5 (F1 0.400), F1 0.400 above 0.75.",
			"Average precision (TP / (TP + FP + FN)) 0.250 at 0.5, 0.250 over 0.5 to 0.9; panoptic quality 0.400; 0 true objects split, 0 predicted ones merged."),
			report.objectSentences());
	}

	private static Labels classes(final int... classes) {
		final byte[] bytes = new byte[classes.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) classes[i];
		return Labels.ofClasses(bytes, bytes.length, 1);
	}

	private static EvaluationReport report(final byte[]... predictions) {
		final EvaluationReport report = new EvaluationReport();
		for (int i = 0; i < predictions.length; i++)
			report.add("image " + i, Rows.row(predictions[i]), Rows.row(TRUTH));
		return report;
	}
}
