package io.github.mcdunet.dataset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.junit.Test;

public class PaddingTest {

	private static float[] padRow(final int paddedWidth, final float... row) {
		return new Padding(row.length, 1, paddedWidth, 1).pad(row, 1);
	}

	/** numpy.pad([1, 2, 3], (before, after), mode="reflect") */
	@Test
	public void reflectsAsNumpyDoes() {
		assertArrayEquals(new float[]{ 2, 1, 2, 3, 2 }, padRow(5, 1, 2, 3), 0);
		assertArrayEquals(new float[]{ 3, 2, 1, 2, 3, 2, 1 }, padRow(7, 1, 2, 3), 0);
	}

	@Test
	public void bouncesWhereTheMarginIsWiderThanTheImage() {
		assertArrayEquals(new float[]{ 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3 }, padRow(11, 1, 2, 3), 0);
		assertArrayEquals(new float[]{ 1, 2, 1, 2, 1, 2, 1 }, padRow(7, 1, 2), 0);
	}

	@Test
	public void repeatsASinglePixel() {
		assertArrayEquals(new float[]{ 7, 7, 7, 7 }, padRow(4, 7), 0);
	}

	@Test
	public void theOddPixelGoesRightAndDown() {
		assertArrayEquals(new float[]{ 1, 2, 3, 2 }, padRow(4, 1, 2, 3), 0);
		final Padding p = new Padding(3, 3, 4, 6);
		assertEquals(0, p.left());
		assertEquals(1, p.top());
	}

	@Test
	public void padsRowsColumnsAndChannels() {
		final float[] padded = new Padding(2, 2, 4, 3)
			.pad(new float[]{ 1, 2, 3, 4, 50, 60, 70, 80 }, 2);
		assertArrayEquals(new float[]{ //
			2, 1, 2, 1, //
			4, 3, 4, 3, //
			2, 1, 2, 1, //
			60, 50, 60, 50, //
			80, 70, 80, 70, //
			60, 50, 60, 50 }, padded, 0);
		assertArrayEquals(new byte[]{ 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1 },
			new Padding(2, 2, 4, 3).pad(Labels.ofMask(new byte[]{ 1, 0, 0, 1 }, 2, 2)).classes());
	}

	@Test
	public void roundsUpToTheMultiple() {
		final Padding p = Padding.toMultiple(696, 520, 16);
		assertEquals(704, p.paddedWidth());
		assertEquals(528, p.paddedHeight());
		assertFalse(p.isNone());
		assertTrue(Padding.toMultiple(400, 16, 16).isNone());
		assertFalse(Padding.toMultiple(400, 17, 16).isNone());
	}

	@Test
	public void cropUndoesPad() {
		final Random random = new Random(1);
		for (int width = 1; width < 9; width++)
			for (int height = 1; height < 6; height++) {
				final float[] pixels = new float[3 * width * height];
				for (int i = 0; i < pixels.length; i++)
					pixels[i] = random.nextFloat();
				final Padding p = new Padding(width, height, 13, 12);
				final float[] padded = p.pad(pixels, 3);
				assertEquals(3 * 13 * 12, padded.length);
				assertArrayEquals(pixels, p.crop(padded, 3), 0);
			}
	}

	@Test
	public void refusesToShrinkAndWrongSizes() {
		assertThrows(IllegalArgumentException.class, () -> new Padding(5, 5, 4, 5));
		assertThrows(IllegalArgumentException.class,
			() -> new Padding(2, 2, 4, 4).pad(new float[5], 1));
		assertThrows(IllegalArgumentException.class,
			() -> new Padding(2, 2, 4, 4).pad(Rows.row(new byte[5])));
		assertThrows(IllegalArgumentException.class,
			() -> new Padding(2, 2, 4, 4).crop(new float[4], 1));
	}
}
