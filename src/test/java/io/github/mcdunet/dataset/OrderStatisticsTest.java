package io.github.mcdunet.dataset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImgs;

import org.junit.Test;

public class OrderStatisticsTest {

	private static OrderStatistics of(final float... values) {
		return new OrderStatistics(() -> ArrayImgs.floats(values, values.length).cursor());
	}

	@Test
	public void agreeWithSorting() {
		final SplittableRandom r = new SplittableRandom(5);
		for (final double spread : new double[]{ 1e-30, 1, 1e30 }) {
			final float[] values = new float[1501];
			for (int i = 0; i < values.length; i++)
				values[i] = (float) ((r.nextDouble() - 0.5) * spread);
			final OrderStatistics order = of(values);
			final float[] sorted = values.clone();
			Arrays.sort(sorted);
			assertEquals(1501, order.count());
			final long[] ranks = { 0, 1, 2, 749, 750, 751, 1499, 1500 };
			final float[] selected = order.select(ranks);
			for (int i = 0; i < ranks.length; i++)
				assertEquals(sorted[(int) ranks[i]], selected[i], 0);
		}
	}

	@Test
	public void takeEqualValuesAndNeighboursInTheLastBit() {
		final float one = 1, next = Math.nextUp(1f);
		assertArrayEquals(new float[]{ -3, one, one, next, next, 4095 },
			of(next, one, 4095, -3, one, next).select(0, 1, 2, 3, 4, 5), 0);
	}
}
