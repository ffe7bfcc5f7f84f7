package io.github.mcdunet.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Normalization;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Test;

/**
 * Tiles with a sampler whose receptive field is known: each logit sums the pixels up to two away,
 * and adds chance by position.
 */
public class MonteCarloTest {

	private static final int RADIUS = 2;
	private static final int ALIGNMENT = 4;

	private static final class Sums implements TileSampler {

		private final int mostPixels;
		private final List<Integer> tiles = new ArrayList<>();
		private float[] pixels;
		private int height;
		private int width;
		private long x0;
		private long y0;
		private int released;

		Sums(final int mostPixels) {
			this.mostPixels = mostPixels;
		}

		@Override
		public void tile(final float[] newPixels, final int newHeight, final int newWidth,
			final long left, final long top) {
			assertEquals(0,
				left % ALIGNMENT + top % ALIGNMENT + newHeight % ALIGNMENT + newWidth % ALIGNMENT);
			if (newHeight * newWidth > mostPixels)
				throw new OutOfMemoryError("a tile of " + newWidth);
			pixels = newPixels;
			height = newHeight;
			width = newWidth;
			x0 = left;
			y0 = top;
			tiles.add(width);
		}

		@Override
		public float[] sample(final int t) {
			final float[] logits = new float[height * width];
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					float sum = 0;
					for (int v = Math.max(0, y - RADIUS); v <= Math.min(height - 1,
						y + RADIUS); v++)
						for (int u = Math.max(0, x - RADIUS); u <= Math.min(width - 1,
							x + RADIUS); u++)
							sum += pixels[v * width + u];
					logits[y * width + x] = sum - 12
						+ (float) new SplittableRandom((t * 1000L + y0 + y) * 1000 + x0 + x)
							.nextDouble();
				}
			return logits;
		}

		@Override
		public void release() {
			released++;
		}
	}

	private static UncertaintyMaps run(final int core, final int mostPixels, final Sums... out) {
		final Sums sampler = new Sums(mostPixels);
		if (out.length > 0) out[0] = sampler;
		return new MonteCarlo(3, ALIGNMENT, RADIUS, core, EnumSet.allOf(MapKind.class)).run(image(),
			Normalization.maximum().scale(image()), sampler, Progress.NONE);
	}

	private static RandomAccessibleInterval<FloatType> image() {
		final float[] pixels = new float[301 * 211];
		final SplittableRandom r = new SplittableRandom(1);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) r.nextDouble();
		pixels[77] = 1;
		return ArrayImgs.floats(pixels, 301, 211, 1);
	}

	@Test
	public void tilesGiveTheWhole() {
		final UncertaintyMaps whole = run(1000, Integer.MAX_VALUE),
			tiled = run(64, Integer.MAX_VALUE);
		for (final MapKind kind : MapKind.values())
			assertArrayEquals(whole.get(kind), tiled.get(kind), 0);
	}

	/** Worked out by hand from the sampler's definition, away from the border. */
	@Test
	public void mapsAreWhatTheSamplerSays() {
		final UncertaintyMaps maps = run(64, Integer.MAX_VALUE);
		final var access = image().randomAccess();
		final int x = 150, y = 100;
		double sum = 0;
		for (int v = y - RADIUS; v <= y + RADIUS; v++)
			for (int u = x - RADIUS; u <= x + RADIUS; u++)
				sum += access.setPositionAndGet(u, v, 0).get();
		// 301 x 211 is padded to 304 x 212: one column and no row at the left and top
		double mean = 0;
		for (int t = 0; t < 3; t++)
			mean += 1
				/ (1 + Math.exp(
					12 - sum - new SplittableRandom((t * 1000L + y) * 1000 + x + 1).nextDouble()))
				/ 3;
		assertEquals(mean, maps.probability()[y * 301 + x], 1e-5);
	}

	@Test
	public void outOfMemoryMakesTilesSmallerAndTheMapsStay() {
		final Sums[] sampler = new Sums[1];
		final UncertaintyMaps small = run(1000, 100 * 100, sampler);
		for (final MapKind kind : MapKind.values())
			assertArrayEquals(run(1000, Integer.MAX_VALUE).get(kind), small.get(kind), 0);
		assertTrue(sampler[0].tiles.stream().allMatch(width -> width <= 84));
		assertEquals("304 and 152 pixels fail, 76 do not", 2, sampler[0].released);
	}

	@Test
	public void noMemoryAtAllGetsASentence() {
		final String sentence = assertThrows(McdUnetException.class, () -> run(256, 30 * 30))
			.getMessage();
		assertTrue(sentence, sentence.contains("too little memory"));
	}

	/** 2000 samples' masks of so many pixels are half a terabyte. */
	@Test
	public void mapsThatDoNotFitGetASentence() {
		final RandomAccessibleInterval<FloatType> huge = net.imglib2.util.ConstantUtils
			.constantRandomAccessibleInterval(new FloatType(1),
				new net.imglib2.FinalInterval(45_000, 45_000, 1));
		final String sentence = assertThrows(McdUnetException.class,
			() -> new MonteCarlo(2000, ALIGNMENT, RADIUS, 64, EnumSet.of(MapKind.PROBABILITY))
				.keepSampleMasks(0.5)
				.run(huge, Normalization.maximum().scale(image()), new Sums(100), Progress.NONE))
			.getMessage();
		assertTrue(sentence,
			sentence.startsWith("There is too little memory for the maps of 45000 x 45000"));
	}
}
