package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.Roi;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.Test;

public class ImageSelectionTest {

	/** 12 x 9 pixels, 2 channels, 2 slices, 3 frames. */
	private final ImagePlus image = IJ.createHyperStack("worms.tif", 12, 9, 2, 2, 3, 8);
	private final ImageSelection selection = new ImageSelection(image);

	@Test
	public void outlineGivesBackItsPixels() {
		final Random random = new Random(2);
		for (int n = 0; n < 50; n++) {
			final int[] pixels = IntStream.range(0, 108).filter(i -> random.nextInt(3) == 0)
				.toArray();
			selection.select(n % 6, pixels, n % 2 == 0 ? Double.NaN : 0.7);
			assertArrayEquals(pixels, selection.pixels().get());
			assertEquals(n % 6, selection.shown());
		}
	}

	@Test
	public void samplesAreSlicesFrameByFrame() {
		image.setPosition(2, 1, 1);
		selection.select(3, new int[]{ 13 }, 0.9);
		assertArrayEquals(new int[]{ 2, 2, 2 },
			new int[]{ image.getC(), image.getZ(), image.getT() });
		final Roi roi = image.getRoi();
		assertEquals("shows in every channel", 0, roi.getCPosition());
		assertEquals(2, roi.getZPosition());
		assertEquals(2, roi.getTPosition());
		assertEquals(ImageSelection.color(0.9), roi.getStrokeColor());
	}

	@Test
	public void withoutPixelsNothingIsSelected() {
		selection.select(1, new int[]{ 5 }, Double.NaN);
		selection.select(2, new int[0], Double.NaN);
		assertNull(image.getRoi());
		assertEquals(2, selection.shown());
		assertFalse(selection.pixels().isPresent());
	}

	@Test
	public void onlyAreasWithinTheImageCount() {
		for (final Roi none : new Roi[]{ new Line(1, 1, 5, 5), new PointRoi(3, 3),
			new Roi(30, 2, 4, 4) }) {
			image.setRoi(none, false);
			assertFalse(none.getTypeAsString(), selection.pixels().isPresent());
		}
		image.setRoi(new Roi(10, 7, 5, 5), false);
		assertArrayEquals(new int[]{ 94, 95, 106, 107 }, selection.pixels().get());
	}
}
