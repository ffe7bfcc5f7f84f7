package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

import io.github.mcdunet.imagej.LookUpTables;

import java.util.List;

import org.junit.Test;

public class ResultHyperstackTest {

	/** Three frames (or slices) of 2 x 1 pixels. */
	private static ImagePlus map(final String title, final boolean frames, final double maximum) {
		final ImageStack stack = new ImageStack(2, 1);
		for (int i = 0; i < 3; i++)
			stack.addSlice("w" + i,
				new FloatProcessor(2, 1, new float[]{ i + title.length() * 10, 0 }));
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(1, frames ? 1 : 3, frames ? 3 : 1);
		image.setLut(LookUpTables.magma());
		image.setDisplayRange(0, maximum);
		return image;
	}

	private static ImagePlus mask(final boolean frames) {
		final ImageStack stack = new ImageStack(2, 1);
		for (int i = 0; i < 3; i++)
			stack.addSlice("w" + i, new ByteProcessor(2, 1, new byte[]{ 0, (byte) 255 }));
		final ImagePlus image = new ImagePlus("Worms mask", stack);
		image.setDimensions(1, frames ? 1 : 3, frames ? 3 : 1);
		final Roi roi = new Roi(0, 0, 1, 1);
		roi.setPosition(2);
		image.setOverlay(new Overlay(roi));
		return image;
	}

	@Test
	public void eachMapIsAChannel() {
		for (final boolean frames : new boolean[]{ true, false }) {
			final ImagePlus all = ResultHyperstack.of("Worms prediction",
				List.of(map("Worms probability", frames, 1), map("Worms uncertainty", frames, 0.5),
					mask(frames)));
			assertArrayEquals(new int[]{ 2, 1, 3, frames ? 1 : 3, frames ? 3 : 1 },
				all.getDimensions());
			for (int i = 1; i <= 3; i++) {
				assertEquals(170 + i - 1,
					all.getStack()
						.getProcessor(all.getStackIndex(1, frames ? 1 : i, frames ? i : 1)).getf(0),
					0);
				assertEquals("uncertainty: w" + (i - 1), all.getStack()
					.getSliceLabel(all.getStackIndex(2, frames ? 1 : i, frames ? i : 1)));
				assertEquals(1,
					all.getStack()
						.getProcessor(all.getStackIndex(3, frames ? 1 : i, frames ? i : 1)).getf(1),
					1e-6);
			}
			assertEquals(0.5, ((CompositeImage) all).getChannelLut(2).max, 0);
			assertEquals(1, ((CompositeImage) all).getChannelLut(3).max, 0);
			final Roi roi = all.getOverlay().get(0);
			assertArrayEquals("on the second sample, in all channels",
				new int[]{ 0, frames ? 1 : 2, frames ? 2 : 1 },
				new int[]{ roi.getCPosition(), roi.getZPosition(), roi.getTPosition() });
		}
	}
}
