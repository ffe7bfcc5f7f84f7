package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

import org.junit.Test;

public class ImageGridTest {

	private final Roi roi = new Roi(0, 0, 1, 1);

	private static ImageGrid grid(final int channels, final int slices, final int frames) {
		return new ImageGrid(IJ.createHyperStack("a", 2, 2, channels, slices, frames, 8));
	}

	/** Stack index, channel, slice, frame. */
	private static void check(final Roi roi, final int... position) {
		assertArrayEquals(position, new int[]{ roi.getPosition(), roi.getCPosition(),
			roi.hasHyperStackPosition() ? roi.getZPosition() : 0, roi.getTPosition() });
	}

	@Test
	public void singleImagesNeedNoPosition() {
		check(grid(1, 1, 1).onInput(roi, 0), 0, 0, 0, 0);
		check(grid(3, 1, 1).onInput(roi, 0), 0, 0, 0, 0);
		check(grid(3, 1, 1).onResult(roi, 0), 0, 0, 0, 0);
	}

	@Test
	public void plainStacksCount() {
		check(grid(1, 5, 1).onInput(roi, 3), 4, 0, 0, 0);
		check(grid(1, 1, 5).onInput(roi, 3), 4, 0, 0, 0);
		check(grid(1, 1, 5).onResult(roi, 3), 4, 0, 0, 0);
	}

	@Test
	public void channelsMakeAHyperstackOfTheInputOnly() {
		check(grid(2, 1, 5).onInput(roi, 3), 0, 0, 1, 4);
		check(grid(2, 1, 5).onResult(roi, 3), 4, 0, 0, 0);
	}

	@Test
	public void slicesRunFasterThanFrames() {
		check(grid(1, 3, 4).onInput(roi, 7), 0, 0, 2, 3);
		check(grid(1, 3, 4).onResult(roi, 7), 0, 0, 2, 3);
		check(roi, 0, 0, 0, 0);
	}

	@Test
	public void titlesLoseTheExtensionOnly() {
		final String[][] cases = { { "a.tif", "a" }, { "a.OME.TIFF", "a" }, { "a.b.png", "a.b" },
			{ "0.5 um", "0.5 um" }, { "run 1.25", "run 1.25" }, { ".tif", ".tif" },
			{ "Blobs", "Blobs" }, { "mouse.day2", "mouse.day2" }, { "plate.B7.tif", "plate.B7" } };
		for (final String[] pair : cases) {
			final ImagePlus image = IJ.createImage(pair[0], 1, 1, 1, 8);
			assertEquals(pair[1], new ImageGrid(image).title());
			assertEquals("tables name images in full", pair[0], new ImageGrid(image).name(0));
		}
	}
}
