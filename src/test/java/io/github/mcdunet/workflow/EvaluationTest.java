package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.evaluation.Overlap;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.Test;

public class EvaluationTest {

	private static final List<String> NAMES = Arrays.asList("A01", "A02");
	private static final Labels ONE = Rows.row(new byte[]{ 1, 0, 0 });
	private static final Labels TWO = Rows.row(new byte[]{ 1, 1, 0 });

	/**
	 * Images may differ in size from each other. By hand: Dice 2 / 3, precision 1, recall 1 / 2;
	 * then all 1.
	 */
	@Test
	public void pairsMasksByOrder() {
		final EvaluationReport report = Evaluation.run(NAMES,
			Arrays.asList(ONE, Rows.row(new byte[]{ 1 })),
			Arrays.asList(TWO, Rows.row(new byte[]{ 1 })));
		assertEquals("A01", report.images().get(0).name());
		assertEquals(2 / 3.0, report.images().get(0).overlap().dice(), 1e-15);
		assertEquals(1 / 2.0, report.images().get(0).overlap().recall(), 1e-15);
		assertEquals("A02", report.images().get(1).name());
		assertEquals(5 / 6.0, report.mean(Overlap::dice), 1e-15);
	}

	@Test
	public void differentNumbersOfMasksAreToldWithBothNumbers() {
		final String message = message(NAMES, Arrays.asList(ONE, TWO), Arrays.asList(ONE));
		assertTrue(message, message.contains("2 masks") && message.contains("but 1 "));
	}

	@Test
	public void differentNumberOfNamesIsTold() {
		final String message = message(NAMES, Arrays.asList(ONE), Arrays.asList(ONE));
		assertTrue(message, message.contains("is 1 mask") && message.contains("2 image names"));
	}

	@Test
	public void everyImageOfWrongSizeIsNamedWithBothSizes() {
		final String message = message(NAMES, Arrays.asList(ONE, Rows.row(new byte[4])),
			Arrays.asList(Rows.row(new byte[5]), TWO));
		assertTrue(message,
			message.contains("'A01' has 3 x 1 pixels, but its true mask has 5 x 1"));
		assertTrue(message,
			message.contains("'A02' has 4 x 1 pixels, but its true mask has 3 x 1"));
	}

	@Test
	public void nothingToEvaluateIsTold() {
		final String message = message(Collections.emptyList(), Collections.emptyList(),
			Collections.emptyList());
		assertTrue(message, message.contains("no image"));
	}

	private static String message(final List<String> names, final List<Labels> predictions,
		final List<Labels> truths) {
		return assertThrows(McdUnetException.class,
			() -> Evaluation.run(names, predictions, truths)).getMessage();
	}
}
