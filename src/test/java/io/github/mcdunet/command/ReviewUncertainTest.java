package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

import java.io.File;
import java.nio.file.Files;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.CommandModule;

/**
 * Two images of 60 x 50 pixels of 0.5 um: in the first a box that is a bit unsure, in the second an
 * unsure one and a faint one.
 */
public class ReviewUncertainTest {

	private static final int W = 60, H = 50;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private final ImagePlus images = IJ.createImage("Worms", W, H, 2, 8);
	private final ImagePlus mask = IJ.createImage("Worms mask", W, H, 1, 8);
	private final ImagePlus probability = IJ.createImage("Worms probability", W, H, 1, 8);
	private final ImagePlus uncertainty = IJ.createImage("Worms uncertainty", W, H, 1, 8);

	private void predict() {
		images.getStack().setSliceLabel("well A1", 1);
		images.getCalibration().pixelWidth = images.getCalibration().pixelHeight = 0.5;
		final ImageStack masks = new ImageStack(W, H), ps = new ImageStack(W, H),
			us = new ImageStack(W, H);
		for (int i = 0; i < 2; i++) {
			final FloatProcessor p = new FloatProcessor(W, H), u = new FloatProcessor(W, H);
			fill(p, 10, 8, 6, i == 0 ? 0.875 : 0.75);
			fill(u, 10, 8, 6, 0.25);
			if (i == 1) fill(p, 40, 5, 5, 0.25);
			final ByteProcessor m = new ByteProcessor(W, H);
			for (int k = 0; k < W * H; k++)
				m.set(k, p.getf(k) >= 0.5 ? 255 : 0);
			masks.addSlice(m);
			ps.addSlice(p);
			us.addSlice(u);
		}
		mask.setStack(masks);
		probability.setStack(ps);
		uncertainty.setStack(us);
		final Roi roi = new Roi(10, 10, 8, 6);
		roi.setName("0.63 0002-0001");
		mask.setOverlay(new Overlay(roi));
	}

	/** A box whose upper left corner is (left, left). */
	private static void fill(final FloatProcessor plane, final int left, final int width,
		final int height, final double value) {
		for (int y = left; y < left + height; y++)
			for (int x = left; x < left + width; x++)
				plane.setf(x, y, (float) value);
	}

	private Object[] inputs(final Object... more) {
		final Object[] all = { "images", images, "mask", mask, "probability", probability,
			"uncertainty", uncertainty, "showWindow", true };
		final Object[] inputs = new Object[all.length + more.length];
		System.arraycopy(all, 0, inputs, 0, all.length);
		System.arraycopy(more, 0, inputs, all.length, more.length);
		return inputs;
	}

	/**
	 * Wrong are 48 / 4 = 12 pixels of the second box, 25 / 4 of the faint one, 48 / 8 = 6 of the
	 * first box.
	 */
	@Test
	public void rankingByHand() throws Exception {
		predict();
		final File csv = new File(folder.getRoot(), "review.csv");
		try (Commands commands = new Commands()) {
			final CommandModule module = commands.run(ReviewUncertain.class,
				inputs("csvFile", csv));
			final ResultsTable places = (ResultsTable) module.getOutput("ranking");
			assertEquals("a box, a faint one, a box, and the rest of two images", 5, places.size());
			final String[][] texts = { { "Worms slice 2", "object" },
				{ "Worms slice 2", "maybe missed" }, { "well A1", "object" } };
			final double[] wrong = { 12, 6.25, 6 };
			double sum = 0;
			for (int row = 0; row < 3; row++) {
				assertEquals(texts[row][0], places.getStringValue("Image", row));
				assertEquals(texts[row][1], places.getStringValue("Kind", row));
				assertEquals(1, places.getValue("Object", row), 0);
				assertEquals(wrong[row], places.getValue("Wrong pixels", row), 1e-9);
				assertEquals(wrong[row] / 24.25, places.getValue("Share", row), 1e-9);
				sum += wrong[row];
				assertEquals(sum / 24.25, places.getValue("Cumulative share", row), 1e-9);
			}
			assertEquals(2, places.getValue("Slice", 0), 0);
			assertEquals(48, places.getValue("Pixels", 0), 0);
			assertEquals("um2", 12, places.getValue("Area", 0), 1e-9);
			assertEquals("um", 7, places.getValue("X", 0), 1e-9);
			assertEquals("um", 6.5, places.getValue("Y", 0), 1e-9);
			assertEquals(0.25, places.getValue("Mean uncertainty", 0), 1e-9);
			assertEquals(0.63, places.getValue("Confidence", 0), 0);
			assertEquals("", places.getStringValue("Confidence", 2));
			final ResultsTable ranked = (ResultsTable) module.getOutput("imageRanking");
			assertEquals(2, ranked.getValue("Slice", 0), 0);
			assertEquals(18.25, ranked.getValue("Wrong pixels", 0), 1e-9);
			assertEquals(1, ranked.getValue("Cumulative share", 1), 1e-9);
			assertEquals("well A1", ranked.getStringValue("Image", 1));
			assertEquals(2, ranked.getValue("Places", 1), 0);
		}
		final List<String> lines = Files.readAllLines(csv.toPath());
		assertEquals(
			"Image,Slice,Kind,Object,X,Y,Area,Pixels,Confidence,Mean uncertainty,Wrong pixels,Share,Cumulative share",
			lines.get(0));
		assertTrue(lines.get(1),
			lines.get(1).startsWith("Worms slice 2,2,object,1,7,6.5,12,48,0.63,0.25,12,"));
		assertEquals(6, lines.size());
		assertArrayEquals(new String[]{ "Image,Slice,Places,Wrong pixels,Share,Cumulative share" },
			Files.readAllLines(folder.getRoot().toPath().resolve("review-images.csv")).subList(0, 1)
				.toArray());
	}

	@Test
	public void smallAreasAreNotMissedObjects() throws Exception {
		predict();
		try (Commands commands = new Commands()) {
			assertEquals("25 pixels are enough", 5, size(commands, 25));
			assertEquals("but not here", 4, size(commands, 26));
		}
	}

	private int size(final Commands commands, final int smallest) throws Exception {
		return ((ResultsTable) commands
			.run(ReviewUncertain.class, inputs("smallestMissed", smallest)).getOutput("ranking"))
			.size();
	}

	@Test
	public void whatDoesNotFitGetsASentence() throws Exception {
		predict();
		try (Commands commands = new Commands()) {
			assertTrue(commands.reason(ReviewUncertain.class, "images", images, "mask", mask,
				"probability", probability).contains("no open image 'Worms uncertainty'"));
			assertTrue(commands.reason(ReviewUncertain.class, "images", images, "mask", mask,
				"probability", mask, "uncertainty", uncertainty).contains("no map of probability"));
			assertTrue(commands
				.reason(ReviewUncertain.class, "images", IJ.createImage("one", W, H, 1, 8), "mask",
					mask, "probability", probability, "uncertainty", uncertainty)
				.contains("'one' has 1 image, but 'Worms mask' has 2 masks"));
			assertTrue(commands
				.reason(ReviewUncertain.class,
					inputs("csvFile", new File(folder.getRoot(), "none/a.csv")))
				.contains("does not exist"));
			assertTrue(commands.reason(ReviewUncertain.class, "images", new ImagePlus())
				.contains("'Images'"));
		}
	}

	/**
	 * The label image cuts the first box into two objects of 4 x 6 pixels, which the samples join;
	 * it comes back from a file.
	 */
	private ImagePlus objects() {
		final ImagePlus labels = IJ.createImage("Worms objects", "16-bit black", W, H, 2);
		for (int y = 10; y < 16; y++)
			for (int x = 10; x < 18; x++) {
				labels.getStack().getProcessor(1).set(x, y, x < 14 ? 1 : 2);
				labels.getStack().getProcessor(2).set(x, y, 1);
			}
		labels.setProp("mcdunet.objects.1", "1 1 0.9 0 0.25 2 1; 2 1 0.8 0.5 0.25 1 1");
		labels.setProp("mcdunet.objects.2", "1 1 0.7 0.125 0 0 0.5");
		final String file = new File(folder.getRoot(), "Worms objects.tif").getPath();
		assertTrue(new FileSaver(labels).saveAsTiff(file));
		final ImagePlus opened = IJ.openImage(file);
		opened.setTitle("Worms objects");
		return opened;
	}

	@Test
	public void objectsAreThoseOfTheLabelImageAndQuestionsComeFirst() throws Exception {
		predict();
		try (Commands commands = new Commands()) {
			final ResultsTable places = (ResultsTable) commands
				.run(ReviewUncertain.class, inputs("objects", objects())).getOutput("ranking");
			assertEquals("three objects, a faint one, and the rest of two images", 6,
				places.size());
			final double[] chances = { 0.5, 0 }, numbers = { 2, 1 };
			for (int row = 0; row < 2; row++) {
				assertEquals("one or two?", places.getStringValue("Kind", row));
				assertEquals("well A1", places.getStringValue("Image", row));
				assertEquals(numbers[row], places.getValue("Object", row), 0);
				assertEquals(24, places.getValue("Pixels", row), 0);
				assertEquals(chances[row], places.getValue("Two or more", row), 0);
				assertEquals(0.25, places.getValue("One with a neighbour", row), 0);
				assertEquals(row == 0 ? 0.8 : 0.9, places.getValue("Confidence", row), 0);
			}
			assertEquals("of one class there is no question", "object",
				places.getStringValue("Kind", 2));
			assertEquals(0.125, places.getValue("Two or more", 2), 0);
			assertEquals("", places.getStringValue("Of its class", 2));
		}
	}

	@Test
	public void aLabelImageThatDoesNotFitIsRefused() throws Exception {
		predict();
		try (Commands commands = new Commands()) {
			final String size = commands.reason(ReviewUncertain.class,
				inputs("objects", IJ.createImage("Other objects", "16-bit black", W, H, 1)));
			assertTrue(size, size.contains("'Other objects' has 1 image of 60 x 50 pixels"));
			final ImagePlus broken = IJ.createImage("Soft", "32-bit black", W, H, 2);
			broken.getProcessor().setf(3, 0.5f);
			final String value = commands.reason(ReviewUncertain.class, inputs("objects", broken));
			assertTrue(value, value.contains("has the value 0.5, which is no number of an object"));
		}
	}
}
