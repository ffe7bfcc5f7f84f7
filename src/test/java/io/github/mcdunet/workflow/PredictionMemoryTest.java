package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.InferenceGraph;

import org.junit.Test;

public class PredictionMemoryTest {

	private static final Architecture NETWORK = Architecture.reference(2);

	private static PredictionMemory memory(final int tile, final int side, final int kinds, final int masks,
		final int images) {
		return new PredictionMemory(NETWORK, tile, side, side, kinds, masks, images);
	}

	@Test
	public void theNetworkTakesATileOrTheWholeImage() {
		assertEquals(400 * 400 * InferenceGraph.bytesPerPixel(NETWORK), memory(768, 400, 2, 0, 1).network(),
			0);
		final double large = memory(768, 20_000, 2, 0, 1).network();
		assertEquals(large, memory(768, 10_000, 2, 0, 1).network(), 0);
		final double side = 768 + 2 * NETWORK.receptiveRadius();
		assertTrue(large >= side * side * InferenceGraph.bytesPerPixel(NETWORK));
	}

	/** 4 bytes per pixel and map, a byte for the mask, and a bit per pixel and sample. */
	@Test
	public void mapsGrowWithImagesKindsAndSamples() {
		final double pixels = 1024.0 * 1024;
		final double one = memory(256, 1024, 2, 0, 1).maps();
		assertEquals(9 * 9 * pixels, memory(256, 1024, 2, 0, 10).maps() - one, 0);
		assertEquals(4 * pixels, memory(256, 1024, 3, 0, 1).maps() - one, 0);
		assertEquals(20 * pixels / 8, memory(256, 1024, 2, 20, 1).maps() - one, 0);
	}

	@Test
	public void figuresAreSaidAgainstWhatIsFree() {
		final PredictionMemory memory = memory(768, 400, 2, 0, 1);
		final String enough = memory.check(9.2e9, 2.1e9, 4e9);
		assertTrue(enough, enough.matches("The prediction needs about \\d+ MB of memory for the network "
			+ "\\(9\\.2 GB are free\\) and \\d+ MB for the maps \\(Java has 2\\.1 GB left\\)\\."));
		assertTrue(memory.check(10e6, 2e9, 4e9).endsWith("smaller tiles are taken, which takes longer."));
		assertTrue(memory.check(9e9, 3e6, 4e9).contains("That may not be enough: close images"));
		final String portable = memory.check(-1, 60e6, 4e9);
		assertFalse(portable, portable.contains("are free"));
		assertTrue("both in Java's memory: " + portable, portable.contains("may not be enough"));
	}

	@Test
	public void mapsThatCanNeverFitAreRefused() {
		final String message = assertThrows(McdUnetException.class,
			() -> memory(768, 40_000, 4, 20, 3).check(9e9, 3e9, 4e9)).getMessage();
		assertTrue(message, message.startsWith("Predicting 3 images of 40000 x 40000 pixels needs about 8")
			&& message.contains("may have 4.0 GB only"));
	}
}
