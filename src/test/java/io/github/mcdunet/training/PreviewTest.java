package io.github.mcdunet.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import org.junit.Test;

public class PreviewTest {

	/** Three by two pixels and two channels, whose second is ten times the first. */
	private static final Preview SMALL = new Preview(1, 7,
		new LabeledImage("s", 2, new float[]{ 1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60 },
			Labels.ofMask(new byte[]{ 1, 0, 0, 1, 0, 1 }, 3, 2)),
		new float[]{ 0, 1, 0.5f, 0, 1, 0.25f });

	@Test
	public void entropyIsThatOfABernoulliVariable() {
		final float quarter = (float) (0.25 * Math.log(4) + 0.75 * Math.log(4 / 3.0));
		assertArrayEquals(new float[]{ 0, 0, (float) Math.log(2), 0, 0, quarter }, SMALL.entropy(),
			1e-7f);
	}

	/** To two by one pixels: a block of four, and one of the two that are left. */
	@Test
	public void aReducedPreviewHoldsTheMeansOfBlocks() {
		final Preview p = SMALL.reduced(2);
		assertEquals(2, p.width());
		assertEquals(1, p.height());
		assertArrayEquals(new float[]{ 3, 4.5f, 30, 45 }, p.pixels(), 0);
		assertArrayEquals(new byte[]{ 1, 1 }, p.truth().classes());
		assertArrayEquals(new float[]{ 0.5f, 0.375f }, p.probability(), 0);
		assertEquals("sharp edges stay sure, though their mean probability is 0.5", 0,
			p.entropy()[0], 0);
		assertEquals((SMALL.entropy()[2] + SMALL.entropy()[5]) / 2, p.entropy()[1], 1e-7f);
		assertEquals("s", p.name());
		assertEquals(7, p.epoch());
		assertEquals(1, p.image());
	}

	@Test
	public void aSmallPreviewIsNotCopied() {
		assertSame(SMALL, SMALL.reduced(3));
		assertEquals(1, SMALL.reduced(1).width());
	}

	@Test
	public void sizesMustAgree() {
		assertThrows(IllegalArgumentException.class,
			() -> new Preview(0, 1,
				new LabeledImage("s", 1, new float[1], Labels.ofMask(new byte[1], 1, 1)),
				new float[2]));
	}
}
