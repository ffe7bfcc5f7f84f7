package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import io.github.mcdunet.McdUnetException;

import java.io.File;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.Assert;
import org.junit.Rule;
import org.junit.Before;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MakeFigureTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private final ImagePlus images = IJ.createImage("images", "8-bit ramp", 60, 40, 4);
	private final ImagePlus truth = IJ.createImage("truth", "8-bit black", 60, 40, 4);

	@Before
	public void drawTruth() {
		for (int i = 1; i <= 4; i++) {
			truth.getStack().getProcessor(i).setColor(255);
			truth.getStack().getProcessor(i).fillRect(30, 0, 30, 40);
		}
	}

	private final ImagePlus map = IJ.createImage("map", "32-bit ramp", 60, 40, 4);

	@Test
	public void makesARowForEachImageAskedFor() throws Exception {
		try (Commands commands = new Commands()) {
			final File png = new File(folder.getRoot(), "figure.png");
			final ImagePlus two = (ImagePlus) commands
				.run(MakeFigure.class, "images", images, "truth", truth, "probability", map,
					"uncertainty", map, "rows", "1,3", "pictureWidth", 120, "pngFile", png)
				.getOutput("figure");
			final ImagePlus three = (ImagePlus) commands
				.run(MakeFigure.class, "images", images, "truth", truth, "probability", map,
					"uncertainty", map, "rows", "2-4", "pictureWidth", 120)
				.getOutput("figure");
			assertEquals(ImagePlus.COLOR_RGB, two.getType());
			// pictures of 120 x 80 pixels
			assertTrue(three.getHeight() - two.getHeight() > 80
				&& three.getHeight() - two.getHeight() < 160);
			assertEquals(two.getWidth(), ImageIO.read(png).getWidth());
		}
	}

	@Test
	public void whatDoesNotFitGetsASentence() throws Exception {
		try (Commands commands = new Commands()) {
			reason(commands, "rows", "1-5", "there are 4 images");
			reason(commands, "rows", "some", "1-3,7");
			reason(commands, "probability", truth, "no map of probability");
			reason(commands, "uncertainty", IJ.createImage("small", "32-bit ramp", 60, 39, 4),
				"differ in size");
			final ImageStack large = new ImageStack(60, 40);
			for (int i = 0; i < 4; i++)
				large.addSlice(new FloatProcessor(60, 40, new float[2400]));
			large.getProcessor(1).setf(3, 7);
			reason(commands, "probability", new ImagePlus("large", large), "7.0");
		}
	}

	private void reason(final Commands commands, final String name, final Object value,
		final String part) throws Exception {
		final String reason = commands.reason(MakeFigure.class, "images", images, "truth", truth,
			"probability", map, "uncertainty", map, name, value);
		assertTrue(reason, reason.contains(part));
	}

	@Test
	public void numbersAreReadAsPeopleTypeThem() {
		assertEquals(List.of(1, 2, 3, 7), ImageNumbers.parse(" 1-3, 7", 9));
		assertEquals(List.of(4), ImageNumbers.parse("4", 4));
		for (final String wrong : List.of("0", "3-2", "", "1;2", "99999999999"))
			Assert.assertThrows(wrong, McdUnetException.class, () -> ImageNumbers.parse(wrong, 9));
	}
}
