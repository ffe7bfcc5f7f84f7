package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.CommandModule;

public class CompareModelsTest {

	private static final ImagePlus TRUTH = masks("truth", "11..", "1...");
	/** Dice 2 / 3 and 1. */
	private static final ImagePlus SMALL = masks("small", "1...", "1...");
	/** Dice 1 and 2 / 3. */
	private static final ImagePlus LARGE = masks("large", "11..", "11..");
	/** Dice 0 and 0. */
	private static final ImagePlus EMPTY = masks("empty", "....", "....");

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void scoresAndDifferencesByHand() throws Exception {
		try (Commands commands = new Commands()) {
			final File csv = new File(folder.getRoot(), "compared.csv");
			final CommandModule module = commands.run(CompareModels.class, "truth", TRUTH, "first",
				EMPTY, "second", SMALL, "models", 3, "third", LARGE, "csvFile", csv);
			final ResultsTable table = (ResultsTable) module.getOutput("comparison");
			assertArrayEquals(new String[]{ "Image", "empty", "small", "large", "small - empty",
				"large - empty", "large - small" }, table.getHeadings());
			assertEquals(2 / 3.0, table.getValue("small", 0), 1e-12);
			assertEquals(1 / 3.0, table.getValue("large - small", 0), 1e-12);
			assertEquals(-1 / 3.0, table.getValue("large - small", 1), 1e-12);
			assertEquals(0, table.getValue("large - small", 2), 1e-12);
			assertEquals(5 / 6.0, table.getValue("large", 3), 1e-12);
			assertEquals(640, ((ImagePlus) module.getOutput("boxPlot")).getWidth());
			final String[] files = folder.getRoot().list();
			Arrays.sort(files);
			assertArrayEquals(
				new String[]{ "compared-box-plot.png", "compared-notes.txt", "compared.csv" },
				files);
			final String notes = new String(
				Files.readAllBytes(folder.getRoot().toPath().resolve("compared-notes.txt")),
				StandardCharsets.UTF_8);
			assertTrue(notes, notes.startsWith(
				"small is better than empty on 2 of 2 images; median difference +0.833 (95 % interval +0.667 to +1.000); Wilcoxon p = 0.500 "));
		}
	}

	/**
	 * Of the row 11.. a mask 1... has an IoU of 1 / 2, which is not above 0.5; two models unless
	 * three are asked for.
	 */
	@Test
	public void anotherScore() throws Exception {
		try (Commands commands = new Commands()) {
			final ResultsTable table = (ResultsTable) commands
				.run(CompareModels.class, "truth", TRUTH, "first", SMALL, "second",
					SMALL.duplicate(), "third", LARGE, "score", "Object F1")
				.getOutput("comparison");
			assertEquals("two columns and their difference", 4, table.getHeadings().length);
			assertEquals(0, table.getValue(1, 0), 0);
			assertEquals(1, table.getValue(1, 1), 0);
		}
	}

	/**
	 * Of the rows 11.. and 1... the masks are true to 2 of 2 and 1 of 2 pixels, and all outlines
	 * are within 2 pixels.
	 */
	@Test
	public void everyScoreOfTheListIsComputed() throws Exception {
		final String[] scores = { "Dice", "IoU", "Boundary F1", "Object F1" };
		final double[] second = { 2 / 3.0, 1 / 2.0, 1, 0 };
		try (Commands commands = new Commands()) {
			for (int s = 0; s < 4; s++) {
				final ResultsTable table = (ResultsTable) commands.run(CompareModels.class, "truth",
					TRUTH, "first", LARGE, "second", SMALL, "score", scores[s])
					.getOutput("comparison");
				assertEquals(scores[s], second[s], table.getValue("large", 1), 1e-12);
			}
		}
	}

	@Test
	public void stacksOfTheSameTitleAreNumbered() throws Exception {
		try (Commands commands = new Commands()) {
			final ResultsTable table = (ResultsTable) commands.run(CompareModels.class, "truth",
				TRUTH, "first", masks("m", "1...", "1..."), "second", masks("m", "11..", "...."))
				.getOutput("comparison");
			assertArrayEquals(new String[]{ "Image", "m (1)", "m (2)", "m (2) - m (1)" },
				table.getHeadings());
			assertEquals(-1, table.getValue("m (2) - m (1)", 1), 1e-12);
		}
	}

	@Test
	public void mistakesAreNamed() throws Exception {
		try (Commands commands = new Commands()) {
			assertTrue(commands
				.reason(CompareModels.class, "truth", TRUTH, "first", SMALL, "second",
					masks("wide", "11...", "1...."))
				.contains("'wide' is 5 x 1 pixels, but 'truth' is 4 x 1"));
			assertTrue(commands.reason(CompareModels.class, "truth", TRUTH, "first", SMALL,
				"second", masks("one", "11..")).contains("1 mask to evaluate"));
			assertTrue(commands.reason(CompareModels.class, "truth", TRUTH, "first", SMALL,
				"second", LARGE, "models", 3).contains("'Masks of the third model'"));
			assertTrue(commands.reason(CompareModels.class, "truth", TRUTH, "first", SMALL,
				"second", LARGE, "score", "Beauty").contains("must be one of"));
		}
	}

	private static ImagePlus masks(final String title, final String... rows) {
		final ImageStack stack = new ImageStack(rows[0].length(), 1);
		for (final String row : rows) {
			final ByteProcessor processor = new ByteProcessor(row.length(), 1);
			for (int x = 0; x < row.length(); x++)
				processor.set(x, 0, row.charAt(x) == '1' ? 255 : 0);
			stack.addSlice(processor);
		}
		return new ImagePlus(title, stack);
	}
}
