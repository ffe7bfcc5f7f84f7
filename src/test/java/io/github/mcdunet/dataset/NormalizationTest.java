package io.github.mcdunet.dataset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.Test;

public class NormalizationTest {

	private static float[] apply(final Normalization n, final int channels, final float... pixels) {
		n.apply(pixels, channels, pixels.length / channels);
		return pixels;
	}

	@Test
	public void maximumDividesEachChannelByItsOwn() {
		assertArrayEquals(new float[]{ 0.25f, 0.5f, 1, 0, 1, 0.5f },
			apply(Normalization.maximum(), 2, 1, 2, 4, 0, 2000, 1000), 1e-7f);
	}

	@Test
	public void aChannelWithoutContrastBecomesZero() {
		assertArrayEquals(new float[4], apply(Normalization.maximum(), 1, 0, 0, 0, 0), 0);
		assertArrayEquals(new float[]{ 0, 0, 0.5f, 1 },
			apply(Normalization.percentiles(0, 100), 1, 5, 5, 6, 7), 0);
		assertArrayEquals(new float[4], apply(Normalization.percentiles(1, 99), 1, 5, 5, 5, 5), 0);
	}

	/** At the ends of float: 1 / 4e-40 is no float, nor is 6e38. */
	@Test
	public void rangesAtTheEndsOfFloatAreScaledRight() {
		final float[] expected = { 0, 0.25f, 0.5f, 1 };
		assertArrayEquals(expected, apply(Normalization.maximum(), 1, 0, 1e-40f, 2e-40f, 4e-40f),
			1e-4f);
		assertArrayEquals(expected,
			apply(Normalization.percentiles(0, 100), 1, -3e38f, -1.5e38f, 0, 3e38f), 1e-6f);
		assertArrayEquals(expected, apply(Normalization.maximum(), 1, 0, 7.5e37f, 1.5e38f, 3e38f),
			1e-6f);
	}

	/** One bright pixel in a thousand lies above the percentile 99.8. */
	@Test
	public void fewBrightPixelsOnBlackKeepTheirContrast() {
		final float[] pixels = new float[1000];
		Arrays.fill(pixels, 7);
		pixels[123] = 207;
		pixels[124] = 107;
		final float[] expected = new float[1000];
		expected[123] = 1;
		expected[124] = 0.5f;
		assertArrayEquals(expected, apply(Normalization.percentiles(1, 99.7), 1, pixels), 1e-6f);
	}

	@Test
	public void aNegativeChannelIsNotTurnedAround() {
		for (final float v : apply(Normalization.maximum(), 1, -3, -2, -1))
			assertEquals(0, v, 0);
	}

	/**
	 * Ranks of five values lie at 0, 25, 50, 75, 100 %; 10 % is 0.4 of the way from the first to
	 * the second.
	 */
	@Test
	public void percentilesOfFiveValues() {
		assertArrayEquals(new float[]{ 0, 0.5f, 1, 1.5f, -0.5f },
			apply(Normalization.percentiles(25, 75), 1, 20, 30, 40, 50, 10), 1e-6f);
		// 10 % is 14, 100 % is 50
		assertArrayEquals(new float[]{ 6 / 36f, 16 / 36f, 26 / 36f, 1, -4 / 36f },
			apply(Normalization.percentiles(10, 100), 1, 20, 30, 40, 50, 10), 1e-6f);
	}

	@Test
	public void percentilesAgreeWithANaiveComputation() {
		final Random random = new Random(3);
		final int n = 997;
		final float[] pixels = new float[2 * n];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (random.nextGaussian() * (i < n ? 10 : 1000) + 100);
		final float[] result = apply(Normalization.percentiles(1, 99.8), 2, pixels.clone());
		for (int c = 0; c < 2; c++) {
			final List<Double> sorted = new ArrayList<>();
			for (int i = 0; i < n; i++)
				sorted.add((double) pixels[c * n + i]);
			Collections.sort(sorted);
			final double low = at(sorted, 0.01 * (n - 1)), high = at(sorted, 0.998 * (n - 1));
			for (int i = c * n; i < (c + 1) * n; i++)
				assertEquals((pixels[i] - low) / (high - low), result[i], 1e-5);
		}
	}

	private static double at(final List<Double> sorted, final double rank) {
		final int k = (int) rank;
		return sorted.get(k) * (k + 1 - rank) + sorted.get(k + 1) * (rank - k);
	}

	@Test
	public void isAValue() {
		assertEquals(Normalization.percentiles(1, 99), Normalization.percentiles(1, 99));
		assertEquals(Normalization.percentiles(1, 99).hashCode(),
			Normalization.percentiles(1, 99).hashCode());
		assertNotEquals(Normalization.percentiles(1, 99), Normalization.percentiles(2, 99));
		assertNotEquals(Normalization.percentiles(0, 100), Normalization.maximum());
		assertThrows(IllegalArgumentException.class, () -> Normalization.percentiles(50, 50));
		assertThrows(IllegalArgumentException.class, () -> Normalization.percentiles(-1, 50));
		assertThrows(IllegalArgumentException.class, () -> Normalization.percentiles(1, 101));
		assertThrows(IllegalArgumentException.class,
			() -> Normalization.percentiles(1, Double.NaN));
	}
}
