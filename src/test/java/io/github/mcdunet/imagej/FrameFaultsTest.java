package io.github.mcdunet.imagej;

import static org.junit.Assert.assertEquals;

import ij.IJ;
import ij.ImagePlus;

import org.junit.Test;

public class FrameFaultsTest {

	private static final long PLENTY = 60_000;

	private static ImagePlus ramps(final String type, final int frames) {
		return IJ.createImage("ramps", type + " ramp", 20, 20, frames);
	}

	@Test
	public void framesThatWillBeEmptyOrLeftOutAreNamed() {
		final ImagePlus images = ramps("32-bit", 6);
		assertEquals("", FrameFaults.sentences(images, PLENTY));
		images.getStack().getProcessor(2).set(0.5);
		images.getStack().getProcessor(3).setf(5, Float.NaN);
		images.getStack().getProcessor(5).setf(5, 1e30f);
		assertEquals(
			" Empty, all pixels of the same value: image 2; its mask will be empty. Left out, because of pixels "
				+ "that are not numbers or outshine all others: images 3, 5.",
			FrameFaults.sentences(images, PLENTY));
	}

	@Test
	public void manyAreCounted() {
		assertEquals(
			" Empty, all pixels of the same value: images 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more; their masks will be empty.",
			FrameFaults.sentences(IJ.createImage("black", "16-bit black", 9, 9, 13), PLENTY));
		final ImagePlus rgb = IJ.createImage("white", "RGB white", 9, 9, 2);
		rgb.getStack().getProcessor(1).set(4, 4, 0xfffffe);
		assertEquals(" Empty, all pixels of the same value: image 2; its mask will be empty.",
			FrameFaults.sentences(rgb, PLENTY));
	}

	/** Nobody waits for a dialog. */
	@Test
	public void aLookThatTakesTooLongEnds() {
		assertEquals("",
			FrameFaults.sentences(IJ.createImage("black", "8-bit black", 9, 9, 3), -1));
	}
}
