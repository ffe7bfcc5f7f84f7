package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.imagej.ClassNames;
import io.github.mcdunet.imagej.result.PredictionMark;

import java.io.File;
import java.nio.file.Files;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EvaluateTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	/**
	 * First image: 2 and 2 pixels that share 1, so Dice 2 * 1 / 4 and IoU 1 / 3. Second image: the
	 * same pixel, so 1.
	 */
	@Test
	public void scoresByHand() throws Exception {
		try (Commands commands = new Commands()) {
			final File csv = new File(folder.getRoot(), "scores.csv");
			final ResultsTable scores = (ResultsTable) commands
				.run(Evaluate.class, "prediction",
					masks("p", 3, new int[]{ 0, 255, 255 }, new int[]{ 0, 0, 255 }), "truth",
					masks("t", 3, new int[]{ 1, 1, 0 }, new int[]{ 0, 0, 7 }), "csvFile", csv)
				.getOutput("scores");
			assertEquals(4, scores.size());
			assertEquals(0.5, scores.getValue("Dice", 0), 1e-12);
			assertEquals(1 / 3.0, scores.getValue("IoU", 0), 1e-12);
			assertEquals(1, scores.getValue("Dice", 1), 0);
			assertEquals("Mean", scores.getStringValue("Image", 3));
			assertEquals(0.75, scores.getValue("Dice", 3), 1e-12);
			assertEquals(5, Files.readAllLines(csv.toPath()).size());
		}
	}

	/**
	 * Masks of a row: 2 and 2 pixels of 0.5 um, one shared, so the outlines are 0.5 + 0.5 over 4
	 * pixels apart; then nothing is predicted.
	 */
	@Test
	public void outlinesAndObjectsByHand() throws Exception {
		try (Commands commands = new Commands()) {
			final ImagePlus truth = masks("t", 3, new int[]{ 1, 1, 0 }, new int[]{ 0, 0, 7 });
			truth.getCalibration().pixelWidth = truth.getCalibration().pixelHeight = 0.5;
			truth.getCalibration().setUnit("um");
			final ResultsTable scores = (ResultsTable) commands
				.run(Evaluate.class, "prediction",
					masks("p", 3, new int[]{ 0, 255, 255 }, new int[]{ 0, 0, 0 }), "truth", truth)
				.getOutput("scores");
			assertEquals(1, scores.getValue("Boundary F1", 0), 0);
			assertEquals(0.25, scores.getValue("Surface distance", 0), 1e-12);
			assertEquals("IoU 1 / 3 finds nothing", 0, scores.getValue("Object F1", 0), 0);
			assertEquals(1, scores.getValue("True objects", 0), 0);
			assertEquals(0, scores.getValue("Found objects", 0), 0);
			assertEquals("", scores.getStringValue("Surface distance", 1));
			assertEquals(0.25, scores.getValue("Surface distance", 2), 1e-12);
			assertEquals("Found objects", scores.getHeadings()[9]);
		}
	}

	/** What images say of their making, which files keep; those that say nothing are taken. */
	@Test
	public void anotherMapThanTheMaskIsRefused() throws Exception {
		try (Commands commands = new Commands()) {
			final ImagePlus input = masks("in", 3, new int[]{ 1, 1, 0 }),
				mask = masks("in mask", 3, new int[]{ 0, 0, 9 }),
				probability = masks("in probability", 3, new int[]{ 0, 9, 9 });
			PredictionMark.put(input, List.of(mask, probability));
			assertTrue(commands.reason(Evaluate.class, "prediction", probability, "truth", mask)
				.startsWith("'in probability' is the probability of a prediction, not the mask."));
			final File file = new File(folder.getRoot(), "mask.tif");
			assertTrue(new FileSaver(mask).saveAsTiff(file.toString()));
			final ImagePlus opened = IJ.openImage(file.toString());
			assertEquals(PredictionMark.of(mask), PredictionMark.of(opened));
			final ResultsTable scores = (ResultsTable) commands
				.run(Evaluate.class, "prediction", opened, "truth", input).getOutput("scores");
			assertEquals(PredictionMark.of(mask).get().prediction(),
				scores.getStringValue("Prediction", 0));
			assertTrue(
				PredictionMark.doubtTruth(opened).get().contains("is the mask of a prediction"));
			assertTrue(PredictionMark.doubtTruth(input).isEmpty());
			final ImagePlus other = masks("in mask", 3, new int[]{ 0, 0, 9 }),
				again = masks("in mask mask", 3, new int[]{ 0, 0, 9 });
			PredictionMark.put(other, List.of(again));
			assertTrue(PredictionMark.doubt(List.of(mask, again)).get()
				.contains("different images: 'in', 'in mask'"));
			assertTrue(PredictionMark.doubt(List.of(mask, input)).isEmpty());
		}
	}

	/** Longer than what ImageJ calls a short label, and with a point. */
	@Test
	public void imagesAreNamedInFull() {
		final ImagePlus truth = masks("t", 3, new int[]{ 1, 1, 0 }, new int[]{ 1, 1, 0 });
		final String name = "mouse.day2 ".repeat(9).trim();
		truth.getStack().setSliceLabel(name + "\nmore", 1);
		assertEquals(List.of(name, "t 2"), MaskStacks.names(truth));
	}

	/**
	 * Two true objects that touch; the prediction has one over both in the first image, and both in
	 * the second, where it gives them other numbers.
	 */
	@Test
	public void objectsByTheirNumbers() throws Exception {
		try (Commands commands = new Commands()) {
			final ImagePlus p = masks("p", 6, new int[]{ 0, 4, 4, 4, 4, 0 },
				new int[]{ 0, 9, 9, 2, 2, 0 }),
				t = masks("t", 6, new int[]{ 0, 1, 1, 2, 2, 0 }, new int[]{ 0, 1, 1, 2, 2, 0 });
			final ResultsTable labels = (ResultsTable) commands
				.run(Evaluate.class, "prediction", p, "truth", t, "compare", "Label images")
				.getOutput("scores");
			assertEquals(2, labels.getValue("True objects", 0), 0);
			assertEquals("IoU 2 / 4 is no match", 0, labels.getValue("Object F1", 0), 0);
			assertEquals(1, labels.getValue("Merged objects", 0), 0);
			assertEquals(1, labels.getValue("Object F1", 1), 0);
			assertEquals(2, labels.getValue("Found objects", 1), 0);
			final ResultsTable masks = (ResultsTable) commands
				.run(Evaluate.class, "prediction", p, "truth", t).getOutput("scores");
			assertEquals(1, masks.getValue("True objects", 0), 0);
			assertEquals(1, masks.getValue("Object F1", 0), 0);
		}
	}

	/**
	 * Class 1: 2 predicted pixels, 1 true one, shared 1, so Dice 2 / 3; class 2: 1 and 2, shared 1,
	 * the same; the foreground is right.
	 */
	@Test
	public void classesByTheirNumbers() throws Exception {
		try (Commands commands = new Commands()) {
			final ImagePlus p = masks("p", 4, new int[]{ 0, 1, 1, 2 }, new int[]{ 0, 1, 0, 0 });
			ClassNames.put(p, List.of(new LabelClass("background", 0), new LabelClass("cell", 1),
				new LabelClass("rod", 2)));
			final ResultsTable scores = (ResultsTable) commands.run(Evaluate.class, "prediction", p,
				"truth", masks("t", 4, new int[]{ 0, 1, 2, 2 }, new int[]{ 0, 1, 0, 0 }), "compare",
				"Class maps").getOutput("scores");
			assertEquals(1, scores.getValue("Dice", 0), 0);
			assertEquals(2 / 3.0, scores.getValue("Dice cell", 0), 1e-12);
			assertEquals(1 / 2.0, scores.getValue("IoU rod", 0), 1e-12);
			assertEquals(1, scores.getValue("Dice cell", 1), 0);
			assertEquals("", scores.getStringValue("Dice rod", 1));
			assertEquals(2 / 3.0, scores.getValue("Dice rod", 3), 1e-12);
		}
	}

	/** In the truth 0 is not marked, 1 background, 2 and 3 the prediction's classes 1 and 2. */
	@Test
	public void whatIsNotMarkedDoesNotCount() throws Exception {
		try (Commands commands = new Commands()) {
			final ImagePlus p = masks("p", 5, new int[]{ 0, 1, 1, 2, 2 },
				new int[]{ 1, 1, 1, 1, 1 }),
				t = masks("t", 5, new int[]{ 1, 2, 1, 0, 3 }, new int[]{ 0, 0, 0, 0, 0 });
			final ResultsTable scores = (ResultsTable) commands.run(Evaluate.class, "prediction", p,
				"truth", t, "compare", "Class maps", "marks", "Only some pixels")
				.getOutput("scores");
			assertEquals("one image and two averages", 3, scores.size());
			assertEquals(4 / 5.0, scores.getValue("Dice", 0), 1e-12);
			assertEquals(2 / 3.0, scores.getValue("Dice class 1", 0), 1e-12);
			assertEquals(1, scores.getValue("Dice class 2", 0), 0);
			assertTrue(commands
				.reason(Evaluate.class, "prediction", p, "truth",
					masks("t", 5, new int[5], new int[5]), "marks", "Only some pixels")
				.contains("'t' marks no pixel"));
			assertTrue(commands.reason(Evaluate.class, "prediction", p, "truth", t, "compare",
				"Label images", "marks", "Only some pixels")
				.contains("nothing says where background is"));
		}
	}

	@Test
	public void differentStacksAreNamed() throws Exception {
		try (Commands commands = new Commands()) {
			final ImagePlus one = masks("one", 3, new int[]{ 0, 0, 1 });
			final ImagePlus two = masks("two", 3, new int[]{ 0, 0, 1 }, new int[]{ 0, 0, 1 });
			final ImagePlus wide = masks("wide", 4, new int[]{ 0, 0, 1, 1 });
			assertTrue(commands.reason(Evaluate.class, "prediction", one, "truth", wide)
				.contains("'one' is 3 x 1 pixels, but 'wide' is 4 x 1"));
			assertTrue(
				commands.reason(Evaluate.class, "prediction", one, "truth", two).contains("2"));
			assertTrue(commands.reason(Evaluate.class, "prediction", new ImagePlus(), "truth", two)
				.contains("No image is given for 'Predicted masks'"));
		}
	}

	private static ImagePlus masks(final String title, final int width, final int[]... rows) {
		final ImageStack stack = new ImageStack(width, 1);
		for (final int[] row : rows) {
			final ByteProcessor processor = new ByteProcessor(width, 1);
			for (int x = 0; x < width; x++)
				processor.set(x, 0, row[x]);
			stack.addSlice(processor);
		}
		return new ImagePlus(title, stack);
	}
}
