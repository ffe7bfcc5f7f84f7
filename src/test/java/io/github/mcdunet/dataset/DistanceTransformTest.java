package io.github.mcdunet.dataset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.SplittableRandom;

import org.junit.Test;

public class DistanceTransformTest {

	/** Pixels of 0.5 x 2: the set is the left pixel of the upper row. */
	@Test
	public void oblongPixelsByHand() {
		final byte[] set = { 1, 0, 0, 0, 0, 0 };
		assertArrayEquals(new double[]{ 0, 0.25, 1, 4, 4.25, 5 },
			DistanceTransform.squared(set, 3, 2, new PixelSize(0.5, 2, "mm")), 1e-15);
	}

	@Test
	public void randomSetsAsByTryingAllPixels() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int round = 0; round < 60; round++) {
			final int width = 1 + random.nextInt(19), height = 1 + random.nextInt(19);
			final PixelSize size = round % 2 == 0 ? PixelSize.UNCALIBRATED
				: new PixelSize(0.1 + random.nextDouble(), 0.1 + 5 * random.nextDouble(), "um");
			final byte[] set = new byte[width * height];
			for (int i = 0; i < set.length; i++)
				set[i] = (byte) (random.nextInt(1 + round) == 0 ? 1 : 0);
			assertArrayEquals(naive(set, width, size),
				DistanceTransform.squared(set, width, height, size), 1e-9);
		}
	}

	static double[] naive(final byte[] set, final int width, final PixelSize size) {
		final double[] squares = new double[set.length];
		for (int i = 0; i < set.length; i++) {
			squares[i] = Double.POSITIVE_INFINITY;
			for (int j = 0; j < set.length; j++)
				if (set[j] != 0)
					squares[i] = Math.min(squares[i],
						Math.pow((i % width - j % width) * size.width(), 2)
							+ Math.pow((i / width - j / width) * size.height(), 2));
		}
		return squares;
	}

	/** NB: whole numbers, so that a distance of just the tolerance is not lost by rounding. */
	@Test
	public void squaresOfUncalibratedPixelsAreExact() {
		final byte[] set = new byte[101 * 97];
		set[13 * 101 + 17] = 1;
		set[80 * 101 + 95] = 1;
		final double[] squares = DistanceTransform.squared(set, 101, 97, PixelSize.UNCALIBRATED);
		assertArrayEquals(naive(set, 101, PixelSize.UNCALIBRATED), squares, 0);
	}

	@Test
	public void theEmptySetIsInfinitelyFar() {
		for (final double square : DistanceTransform.squared(new byte[6], 2, 3,
			PixelSize.UNCALIBRATED))
			assertEquals(Double.POSITIVE_INFINITY, square, 0);
	}

	@Test
	public void aMaskOfAnotherSizeIsRefused() {
		assertThrows(IllegalArgumentException.class,
			() -> DistanceTransform.squared(new byte[5], 2, 3, PixelSize.UNCALIBRATED));
	}
}
