package io.github.mcdunet.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;

import java.util.Random;

import org.junit.Test;

public class SampleMasksTest {

	/** Rows of 63 to 130 pixels: less than, exactly, and more than whole words of 64 bits. */
	@Test
	public void countsEqualThoseOfBytes() {
		final Random random = new Random(3);
		for (final int width : new int[]{ 1, 63, 64, 65, 128, 130 }) {
			final int height = 7;
			final byte[][] masks = { random(width * height, random),
				random(width * height, random) };
			final byte[] region = random(width * height, random);
			final SampleMasks all = SampleMasks.of(Labels.ofMask(masks[0], width, height),
				Labels.ofMask(masks[1], width, height));
			long area = 0, shared = 0, inside = 0;
			for (int i = 0; i < region.length; i++) {
				area += masks[1][i];
				shared += masks[0][i] & masks[1][i];
				inside += masks[1][i] & region[i];
				assertEquals(masks[1][i] != 0, all.get(1, i % width, i / width));
			}
			assertEquals(area, all.count(1));
			assertEquals(shared, all.intersection(0, 1));
			assertEquals(inside, all.count(1, region));
			assertArrayEquals(masks[0], all.mask(0).classes());
		}
	}

	/** Tiles of 32 columns of a padded image whose first pixel lies at (-3, -2) of the real one. */
	@Test
	public void rowsOfTilesMakeTheImage() {
		final Random random = new Random(4);
		final int width = 90, height = 20, paddedWidth = 96, paddedHeight = 24;
		final float[] logits = new float[paddedWidth * paddedHeight];
		for (int i = 0; i < logits.length; i++)
			logits[i] = (float) (3 * random.nextGaussian());
		final SampleMasks masks = new SampleMasks(width, height, 2, 0.7);
		for (int x = 0; x < paddedWidth; x += 32)
			for (int y = 0; y < paddedHeight; y++)
				masks.putRow(1, x - 3, y - 2, logits, y * paddedWidth + x, 32);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double p = 1 / (1 + Math.exp(-logits[(y + 2) * paddedWidth + x + 3]));
				assertEquals(p >= 0.7, masks.get(1, x, y));
			}
		assertEquals(0, masks.count(0));
	}

	@Test
	public void laterRowsReplaceEarlierOnes() {
		final SampleMasks masks = new SampleMasks(3, 1, 1, 0.5);
		masks.putRow(0, 0, 0, new float[]{ 1, 1, 1 }, 0, 3);
		masks.putRow(0, 0, 0, new float[]{ -1, 0, -1e-3f }, 0, 3);
		assertArrayEquals(new byte[]{ 0, 1, 0 }, masks.mask(0).classes());
	}

	@Test
	public void extremeThresholdsTakeAllOrAlmostNothing() {
		final float[] logits = { -80, 0, 80 };
		final SampleMasks all = new SampleMasks(3, 1, 1, 0), none = new SampleMasks(3, 1, 1, 1);
		all.putRow(0, 0, 0, logits, 0, 3);
		none.putRow(0, 0, 0, logits, 0, 3);
		assertEquals(3, all.count(0));
		assertEquals(0, none.count(0));
	}

	@Test
	public void memoryIsABitPerSampleAndPixel() {
		assertEquals(128 * 50 * 20 / 8, SampleMasks.bytes(128, 50, 20));
		assertTrue(SampleMasks.bytes(100_000, 100_000, 20) > Integer.MAX_VALUE);
	}

	@Test
	public void wrongSizesAreRefused() {
		assertThrows(IllegalArgumentException.class,
			() -> SampleMasks.of(Labels.ofMask(new byte[3], 2, 2)));
		assertThrows(IllegalArgumentException.class, () -> SampleMasks.of());
	}

	private static byte[] random(final int length, final Random random) {
		final byte[] mask = new byte[length];
		for (int i = 0; i < length; i++)
			mask[i] = (byte) random.nextInt(2);
		return mask;
	}
}
