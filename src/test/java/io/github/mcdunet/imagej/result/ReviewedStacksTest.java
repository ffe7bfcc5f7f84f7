package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.imagej.Datasets;

import java.util.List;

import org.junit.Test;

public class ReviewedStacksTest {

	private final ImagePlus images = images();

	/**
	 * 4 x 3 pixels, 2 channels, 2 slices, 3 frames, of millimetres; each plane has its index as
	 * value.
	 */
	private static ImagePlus images() {
		final ImagePlus image = IJ.createHyperStack("day 1.tif", 4, 3, 2, 2, 3, 16);
		for (int i = 1; i <= 12; i++)
			image.getStack().getProcessor(i).set(1, 1, i);
		image.getStack().setSliceLabel("well A1", image.getStackIndex(1, 2, 2));
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.5;
		calibration.setUnit("mm");
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[]{ -5, 2 }, "OD");
		return image;
	}

	/** Of sample i, pixel i is object. */
	private static Labels mask(final int i) {
		final byte[] mask = new byte[12];
		mask[i] = 1;
		return Labels.ofMask(mask, 4, 3);
	}

	@Test
	public void allMasksFitTheImages() {
		final ImagePlus masks = new ReviewedStacks(images).masks(ReviewedStacksTest::mask);
		assertEquals("day 1 reviewed", masks.getTitle());
		assertArrayEquals(new int[]{ 4, 3, 1, 2, 3 }, masks.getDimensions());
		assertEquals(8, masks.getBitDepth());
		assertEquals("well A1", masks.getStack().getSliceLabel(4));
		assertEquals(0.5, masks.getCalibration().pixelWidth, 0);
		assertFalse(masks.getCalibration().calibrated());
		assertEquals(255, masks.getStack().getProcessor(4).get(3));
		final Dataset data = Datasets.of(images, masks);
		for (int i = 0; i < 6; i++)
			assertArrayEquals(mask(i).classes(), data.get(i).labels().classes());
	}

	@Test
	public void someImagesWithTheirMasks() {
		final ReviewedStacks stacks = new ReviewedStacks(images);
		final ImagePlus masks = stacks.masks(ReviewedStacksTest::mask, List.of(1, 3));
		final ImagePlus some = stacks.images(List.of(1, 3));
		assertEquals("day 1 reviewed", masks.getTitle());
		assertEquals("day 1 reviewed images", some.getTitle());
		assertArrayEquals(new int[]{ 4, 3, 2, 1, 2 }, some.getDimensions());
		assertEquals("mm", masks.getCalibration().getUnit());
		assertFalse(masks.getCalibration().calibrated());
		assertEquals("the images keep theirs", true, some.getCalibration().calibrated());
		final Dataset data = Datasets.of(some, masks);
		assertEquals(2, data.size());
		assertEquals("well A1", data.get(1).name());
		assertArrayEquals(mask(3).classes(), data.get(1).labels().classes());
		assertEquals("slice 2 of frame 1, channel 2", 4, data.get(0).pixels()[12 + 5], 0);
		assertEquals(7, data.get(1).pixels()[5], 0);
		assertNotSame(images.getStack().getProcessor(7).getPixels(),
			some.getStack().getProcessor(3).getPixels());
	}
}
