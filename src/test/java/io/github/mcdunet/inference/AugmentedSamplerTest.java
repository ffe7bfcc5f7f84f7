package io.github.mcdunet.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.Test;

public class AugmentedSamplerTest {

	/** Remembers what it is shown. */
	private static final class Shown implements TileSampler {

		private final List<float[]> tiles = new ArrayList<>();
		private final List<long[]> positions = new ArrayList<>();
		private int width;

		@Override
		public void tile(final float[] pixels, final int height, final int newWidth, final long x0,
			final long y0) {
			tiles.add(Arrays.copyOf(pixels, height * newWidth));
			positions.add(new long[]{ x0, y0, newWidth, height });
			width = newWidth;
		}

		/** The first pixel of every row, so that what comes back depends on the view. */
		@Override
		public float[] sample(final int t) {
			final float[] shown = tiles.get(tiles.size() - 1), logits = new float[shown.length];
			for (int i = 0; i < logits.length; i++)
				logits[i] = shown[i / width * width];
			return logits;
		}

		@Override
		public void release() {
			// nothing to give back
		}
	}

	/** 1 2 3 above 4 5 6. */
	private static final float[] TILE = { 1, 2, 3, 4, 5, 6 };

	@Test
	public void theEightViewsByHand() {
		final Shown upright = new Shown(), transposed = new Shown();
		final AugmentedSampler sampler = new AugmentedSampler(upright, transposed, 1);
		sampler.tile(TILE, 2, 3, 16, 32);
		for (int t = 0; t < 8; t++)
			sampler.sample(t);
		final float[][] flips = { { 1, 2, 3, 4, 5, 6 }, { 3, 2, 1, 6, 5, 4 }, { 4, 5, 6, 1, 2, 3 },
			{ 6, 5, 4, 3, 2, 1 } };
		final float[][] turns = { { 1, 4, 2, 5, 3, 6 }, { 3, 6, 2, 5, 1, 4 }, { 4, 1, 5, 2, 6, 3 },
			{ 6, 3, 5, 2, 4, 1 } };
		for (int i = 0; i < 4; i++) {
			assertArrayEquals(flips[i], upright.tiles.get(i), 0);
			assertArrayEquals(turns[i], transposed.tiles.get(i), 0);
			assertArrayEquals(new long[]{ 3, 2 },
				Arrays.copyOfRange(upright.positions.get(i), 2, 4));
			assertArrayEquals(new long[]{ 2, 3 },
				Arrays.copyOfRange(transposed.positions.get(i), 2, 4));
		}
	}

	/**
	 * The first pixel of a row of the view is the tile's first or last pixel of that row, or of
	 * that column.
	 */
	@Test
	public void samplesAreMappedBack() {
		final AugmentedSampler sampler = new AugmentedSampler(new Shown(), new Shown(), 1);
		sampler.tile(TILE, 2, 3, 0, 0);
		final float[][] expected = { { 1, 1, 1, 4, 4, 4 }, { 3, 3, 3, 6, 6, 6 },
			{ 1, 1, 1, 4, 4, 4 }, { 3, 3, 3, 6, 6, 6 }, { 1, 2, 3, 1, 2, 3 }, { 1, 2, 3, 1, 2, 3 },
			{ 4, 5, 6, 4, 5, 6 }, { 4, 5, 6, 4, 5, 6 } };
		for (int t = 0; t < 8; t++)
			assertArrayEquals("view " + t, expected[t], sampler.sample(t), 0);
	}

	/**
	 * A dropout mask must not depend on the tiling: the views' positions of two neighbouring tiles
	 * are neighbours, too.
	 */
	@Test
	public void neighboursStayNeighbours() {
		final Shown upright = new Shown(), transposed = new Shown();
		final AugmentedSampler sampler = new AugmentedSampler(upright, transposed, 1);
		for (final int x0 : new int[]{ 16, 48 }) {
			sampler.tile(new float[32 * 16], 16, 32, x0, 64);
			for (int t = 0; t < 8; t++)
				sampler.sample(t);
		}
		for (int i = 0; i < 4; i++) {
			final int step = i % 2 == 0 ? 32 : -32;
			assertEquals(step, upright.positions.get(i + 4)[0] - upright.positions.get(i)[0]);
			assertEquals(0, upright.positions.get(i + 4)[1] - upright.positions.get(i)[1]);
			assertEquals(0, transposed.positions.get(i + 4)[0] - transposed.positions.get(i)[0]);
			assertEquals(step, transposed.positions.get(i + 4)[1] - transposed.positions.get(i)[1]);
			for (final long position : upright.positions.get(i))
				assertEquals(0, position % 16);
		}
	}

	@Test
	public void severalSamplesPerViewShareItsTile() {
		final Shown upright = new Shown(), transposed = new Shown();
		final AugmentedSampler sampler = new AugmentedSampler(upright, transposed, 3);
		sampler.tile(TILE, 2, 3, 0, 0);
		for (int t = 0; t < 24; t++)
			sampler.sample(t);
		assertEquals(4, upright.tiles.size());
		assertEquals(4, transposed.tiles.size());
		assertThrows(IllegalArgumentException.class, () -> sampler.sample(24));
	}

	@Test
	public void allChannelsAreTurned() {
		final TileView view = new TileView(4, 1, 2);
		assertEquals(2, view.height());
		assertArrayEquals(new float[]{ 1, 2, 3, 4 }, view.of(new float[]{ 1, 2, 3, 4 }), 0);
		assertArrayEquals(new float[]{ 2, 1, 4, 3 },
			new TileView(1, 1, 2).of(new float[]{ 1, 2, 3, 4 }), 0);
	}
}
