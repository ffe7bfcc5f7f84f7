package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.LUT;

import io.github.mcdunet.dataset.Labels;

import java.util.HashSet;
import java.util.Set;

import org.junit.Test;

public class LabelImagesTest {

	private static ImagePlus input() {
		final ImagePlus input = IJ.createHyperStack("cells.tif", 3, 1, 2, 2, 1, 8);
		input.getCalibration().pixelWidth = 0.5;
		input.getCalibration().setUnit("mm");
		input.getStack().setSliceLabel("first", 1);
		return input;
	}

	@Test
	public void numbersLabelsAndCalibrationStay() {
		final LabelImages stack = new LabelImages(input());
		stack.add(Labels.ofObjects(new int[]{ 0, 1, 2 }, 3, 1, 2));
		assertThrows(IllegalStateException.class, () -> stack.image("t"));
		stack.add(Labels.ofObjects(new int[]{ 65_535, 0, 1 }, 3, 1, 65_535));
		final ImagePlus image = stack.image("cells labels");
		assertEquals("cells labels", image.getTitle());
		assertEquals(16, image.getBitDepth());
		assertArrayEquals(new int[]{ 3, 1, 1, 2, 1 }, image.getDimensions());
		assertArrayEquals(new short[]{ 0, 1, 2 }, (short[]) image.getStack().getPixels(1));
		assertEquals(65_535, image.getStack().getProcessor(2).get(0));
		assertEquals("first", image.getStack().getSliceLabel(1));
		assertNull(image.getStack().getSliceLabel(2));
		assertEquals(0.5, image.getCalibration().pixelWidth, 0);
		assertEquals("mm", image.getCalibration().getUnit());
		assertEquals(65_535, image.getDisplayRangeMax(), 0);
		assertEquals(0, image.getDisplayRangeMin(), 0);
	}

	/** Up to 255 objects, a number is the index of its colour. */
	@Test
	public void fewObjectsHaveColoursOfTheirOwn() {
		final LabelImages stack = new LabelImages(IJ.createImage("a", "8-bit", 3, 1, 1));
		stack.add(Labels.ofObjects(new int[]{ 0, 1, 2 }, 3, 1, 2));
		final ImagePlus image = stack.image("a labels");
		assertEquals(255, image.getDisplayRangeMax(), 0);
		final LUT colors = LookUpTables.labels();
		for (int i = 0; i < 3; i++)
			assertEquals(colors.getRGB(i) & 0xffffff,
				image.getBufferedImage().getRGB(i, 0) & 0xffffff);
	}

	@Test
	public void moreThan65535ObjectsNeedFloats() {
		final LabelImages stack = new LabelImages(input());
		stack.add(Labels.ofObjects(new int[]{ 0, 1, 40_000 }, 3, 1, 40_000));
		stack.add(Labels.ofObjects(new int[]{ 65_536, 0, 1 << 24 }, 3, 1, 1 << 24));
		final ImagePlus image = stack.image("many");
		assertEquals(32, image.getBitDepth());
		assertArrayEquals(new float[]{ 0, 1, 40_000 }, (float[]) image.getStack().getPixels(1), 0);
		assertArrayEquals(new float[]{ 65_536, 0, 16_777_216 },
			(float[]) image.getStack().getPixels(2), 0);
		assertThrows(IllegalArgumentException.class,
			() -> new LabelImages(input()).add(Labels.ofObjects(new int[3], 3, 1, (1 << 24) + 1)));
		assertThrows(IllegalArgumentException.class,
			() -> new LabelImages(input()).add(Labels.ofObjects(new int[4], 2, 2, 0)));
	}

	@Test
	public void classesAreNumbersAndWhatIsUnlabelledIsNot() {
		final LabelImages stack = new LabelImages(IJ.createImage("a", "8-bit", 3, 1, 1));
		stack.addClasses(Labels.ofClasses(new byte[]{ 2, Labels.UNLABELLED, 1 }, 3, 1));
		assertArrayEquals(new short[]{ 2, 0, 1 },
			(short[]) stack.image("classes").getProcessor().getPixels());
	}

	/** 0 is black, and no two of the others are alike; the first twenty differ much. */
	@Test
	public void coloursAreToldApart() {
		final LUT colors = LookUpTables.labels();
		assertEquals(0xff000000, colors.getRGB(0));
		final Set<Integer> all = new HashSet<>();
		for (int i = 0; i < 256; i++)
			assertTrue(all.add(colors.getRGB(i)));
		for (int i = 0; i <= 20; i++)
			for (int k = 0; k < i; k++)
				assertTrue(i + " and " + k, difference(colors.getRGB(i), colors.getRGB(k)) > 60);
		for (int i = 0; i < 256; i++)
			assertEquals(colors.getRGB(i), LookUpTables.labels().getRGB(i));
	}

	private static double difference(final int a, final int b) {
		double sum = 0;
		for (int shift = 0; shift < 24; shift += 8)
			sum += Math.pow((a >> shift & 0xff) - (b >> shift & 0xff), 2);
		return Math.sqrt(sum);
	}
}
