package io.github.mcdunet.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.Test;

public class RandomCropTest {

	/** Channel 0 holds x + 100 y, channel 1 its negative, the mask the parity of x + y. */
	private static LabeledImage coordinates(final int width, final int height) {
		final float[] pixels = new float[2 * width * height];
		final byte[] mask = new byte[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				pixels[y * width + x] = x + 100 * y;
				pixels[(height + y) * width + x] = -x - 100 * y;
				mask[y * width + x] = (byte) ((x + y) % 2);
			}
		return new LabeledImage("xy", 2, pixels, Labels.ofMask(mask, width, height));
	}

	@Test
	public void everyWindowIsCutAndNoneOther() {
		final SplittableRandom random = new SplittableRandom(1);
		final LabeledImage sample = coordinates(7, 5);
		final Set<Float> corners = new TreeSet<>();
		for (int i = 0; i < 500; i++) {
			final LabeledImage crop = RandomCrop.apply(sample, 4, 3, random);
			assertEquals(4, crop.width());
			assertEquals(3, crop.height());
			final float corner = crop.pixels()[0];
			corners.add(corner);
			for (int y = 0; y < 3; y++)
				for (int x = 0; x < 4; x++) {
					final float v = corner + x + 100 * y;
					assertEquals(v, crop.pixels()[y * 4 + x], 0);
					assertEquals(-v, crop.pixels()[12 + y * 4 + x], 0);
					assertEquals((int) (v % 100 + v / 100) % 2, crop.labels().classes()[y * 4 + x]);
				}
		}
		assertEquals("4 places across, 3 down", 12, corners.size());
		assertTrue(corners.contains(203f));
	}

	@Test
	public void theSameRandomCutsTheSameWindow() {
		final LabeledImage sample = coordinates(50, 50);
		assertArrayEquals(RandomCrop.apply(sample, 8, 8, new SplittableRandom(4)).pixels(),
			RandomCrop.apply(sample, 8, 8, new SplittableRandom(4)).pixels(), 0);
	}

	@Test
	public void aSmallerSampleIsReflected() {
		final LabeledImage crop = RandomCrop.apply(coordinates(3, 1), 5, 2,
			new SplittableRandom(2));
		assertArrayEquals(
			new float[]{ 1, 0, 1, 2, 1, 1, 0, 1, 2, 1, -1, 0, -1, -2, -1, -1, 0, -1, -2, -1 },
			crop.pixels(), 0);
		assertArrayEquals(new byte[]{ 1, 0, 1, 0, 1, 1, 0, 1, 0, 1 }, crop.labels().classes());
		final LabeledImage narrow = RandomCrop.apply(coordinates(3, 40), 5, 10,
			new SplittableRandom(2));
		assertEquals(5 * 10, narrow.labels().size());
	}

	@Test
	public void theWholeSampleIsItself() {
		final LabeledImage sample = coordinates(6, 4);
		final LabeledImage crop = RandomCrop.apply(sample, 6, 4, new SplittableRandom(1));
		assertArrayEquals(sample.pixels(), crop.pixels(), 0);
		assertArrayEquals(sample.labels().classes(), crop.labels().classes());
	}
}
