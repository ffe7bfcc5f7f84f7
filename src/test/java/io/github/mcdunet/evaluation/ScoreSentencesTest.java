package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Rows;

import java.util.List;

import org.junit.Test;

public class ScoreSentencesTest {

	private static final byte[] TWO = { 1, 1, 0, 0 };
	private static final byte[] ONE = { 1, 0, 0, 0 };

	/** Dice 2 / 3 each, so the interval has no width. */
	@Test
	public void intervalsOfMeanAndMedian() {
		final EvaluationReport report = new EvaluationReport();
		report.add("a", Labels.ofMask(ONE, 4, 1), Labels.ofMask(TWO, 4, 1), PixelSize.UNCALIBRATED);
		report.add("b", Labels.ofMask(ONE, 4, 1), Labels.ofMask(TWO, 4, 1), PixelSize.UNCALIBRATED);
		assertEquals(List.of("Mean Dice of 2 images: 0.667 (95 % interval 0.667 to 0.667).",
			"Median Dice of 2 images: 0.667 (95 % interval 0.667 to 0.667).",
			"Surface distances are in pixels."), report.sentences("pixel"));
	}

	@Test
	public void oneImageIsToldToHaveNone() {
		final EvaluationReport report = new EvaluationReport();
		report.add("a", Rows.row(TWO), Rows.row(TWO));
		assertEquals(
			List.of("Mean Dice of 1 image: 1.000.", "Median Dice of 1 image: 1.000.",
				"One image gives no interval: it cannot tell how images differ."),
			report.sentences("um"));
		assertEquals(List.of(), new EvaluationReport().sentences("um"));
	}
}
