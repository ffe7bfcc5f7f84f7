package io.github.mcdunet.dataset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import net.imglib2.img.array.ArrayImgs;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class ImageChecksTest {

	private static void assertMessage(final ThrowingRunnable action, final String... parts) {
		final String message = assertThrows(McdUnetException.class, action).getMessage();
		for (final String part : parts)
			assertTrue(message + " should say " + part, message.contains(part));
	}

	private static float[] ramp(final int n) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = i;
		return values;
	}

	@Test
	public void namesImageChannelAndPositionOfANaN() {
		final float[] pixels = ramp(24);
		pixels[12 + 6] = Float.NaN;
		pixels[23] = Float.NaN;
		assertMessage(() -> ImageChecks.check("well A", pixels, 2), "'well A'", "channel 2",
			"number 6 ");
		assertMessage(() -> ImageChecks.check("well A", ArrayImgs.floats(pixels, 4, 3, 2)),
			"'well A'", "channel 2", "x = 2, y = 1");
	}

	@Test
	public void refusesInfinitePixels() {
		for (final float bad : new float[]{ Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY }) {
			final float[] pixels = ramp(24);
			pixels[5] = bad;
			assertMessage(() -> ImageChecks.check("a", pixels, 2), "channel 1", "number 5 ");
			assertMessage(
				() -> ImageChecks
					.check(new LabeledImage("a", 2, pixels, Labels.ofMask(new byte[12], 4, 3))),
				"channel 1", "x = 1, y = 1");
		}
	}

	@Test
	public void refusesAnImageWithoutAnyContrast() {
		final float[] pixels = new float[24];
		for (int i = 0; i < 24; i++)
			pixels[i] = i < 12 ? 100 : 200;
		assertMessage(() -> ImageChecks.check("blank", pixels, 2), "'blank'");
		assertMessage(() -> ImageChecks.check("blank", ArrayImgs.floats(pixels, 4, 3, 2)),
			"'blank'");
	}

	@Test
	public void oneConstantChannelIsFine() {
		final float[] pixels = new float[24];
		pixels[23] = 1;
		ImageChecks.check("a", pixels, 2);
		ImageChecks.check("a", ArrayImgs.floats(pixels, 4, 3, 2));
		assertEquals("the pixels are left alone", 1, pixels[23], 0);
	}

	@Test
	public void refusesAnImageSmallerThanTheNetworkTakes() {
		ImageChecks.checkSize("a", 16, 16, 16);
		assertMessage(() -> ImageChecks.checkSize("a", 15, 99, 16), "'a'", "15 x 99", "16 x 16");
		assertMessage(() -> ImageChecks.checkSize("a", 99, 15, 16), "99 x 15");
	}
}
