package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.inference.MapKind;

import org.junit.Test;

public class PredictionMemoryTest {

	/**
	 * Three maps of 32 bit and a mask are 13 bytes a pixel; the image at work has its maps once
	 * more, and 20 bits of samples.
	 */
	private static final PredictionMemory MEMORY = new PredictionMemory(
		new ImagePlus("Worms", new ByteProcessor(1000, 500)), 4,
		new ResultOptions().with(true, MapKind.VARIANCE), 20);

	@Test
	public void countsMapsMasksAndSamples() {
		assertEquals(4 * 500_000 * 13 + 500_000 * 14.5, MEMORY.bytes(), 0);
	}

	@Test
	public void saysWhatIsNeededAndFree() {
		assertEquals("The results need about 33 MB of Java's memory, of which 34 MB are free.",
			MEMORY.check(34_000_000));
	}

	@Test
	public void refusesWhatDoesNotFit() {
		assertEquals(
			"The results of 'Worms' (4 images, 3 maps and the mask) need about 33 MB of memory, but only 33 MB are free. "
				+ "Ask for fewer maps, predict a part of the stack, close images, raise the limit in Edit > Options > Memory & Threads, "
				+ "or use 'Predict Folder...', which keeps one image at a time.",
			assertThrows(McdUnetException.class, () -> MEMORY.check(33_000_000)).getMessage());
	}
}
