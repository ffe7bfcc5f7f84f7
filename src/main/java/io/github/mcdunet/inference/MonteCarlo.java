package io.github.mcdunet.inference;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Padding;

/**
 * Maps of one image from T samples: tiles are the outer loop, samples the inner one, so that what samples share is computed once per
 * tile and memory does not grow with T.
 */
public final class MonteCarlo {

	private final int samples;
	private final int alignment;
	private final int halo;
	private final int core;

	/**
	 * @param samples T, &gt;= 1
	 * @param alignment tile sizes and positions are multiples of this
	 * @param halo context that a pixel's value depends on, in pixels; rounded up to the alignment
	 * @param core side of a tile without its halo; rounded up to the alignment
	 */
	public MonteCarlo(final int samples, final int alignment, final int halo, final int core) {
		this.samples = samples;
		this.alignment = alignment;
		this.halo = (halo + alignment - 1) / alignment * alignment;
		this.core = Math.max(alignment, (core + alignment - 1) / alignment * alignment);
	}

	/**
	 * @param pixels [C, H, W] row-major, normalised
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public UncertaintyMaps run(final float[] pixels, final int channels, final int height, final int width,
		final TileSampler sampler, final Progress progress) {
		final Padding padding = Padding.toMultiple(width, height, alignment);
		final float[] padded = padding.isNone() ? pixels : padding.pad(pixels, channels);
		final int w = padding.paddedWidth(), h = padding.paddedHeight();
		final float[][] maps = new float[4][w * h];
		final Tiling xs = new Tiling(w, core, halo), ys = new Tiling(h, core, halo);
		final long steps = (long) xs.count() * ys.count() * samples;
		long step = 0;
		for (int j = 0; j < ys.count(); j++)
			for (int i = 0; i < xs.count(); i++) {
				final int x0 = xs.start(i), y0 = ys.start(j), tileWidth = xs.end(i) - x0,
					tileHeight = ys.end(j) - y0;
				sampler.tile(cut(padded, channels, h, w, x0, y0, tileHeight, tileWidth), tileHeight,
					tileWidth, x0, y0);
				final SampleStatistics statistics = new SampleStatistics(tileWidth * tileHeight);
				for (int t = 0; t < samples; t++) {
					progress.checkCanceled();
					progress.report("Monte Carlo samples", step++, steps);
					statistics.add(sampler.sample(t));
				}
				for (int y = ys.coreStart(j); y < ys.coreEnd(j); y++)
					for (int x = xs.coreStart(i); x < xs.coreEnd(i); x++)
						put(maps, y * w + x, statistics, (y - y0) * tileWidth + x - x0);
			}
		return new UncertaintyMaps(width, height, samples, padding.crop(maps[0], 1), padding.crop(maps[1], 1),
			padding.crop(maps[2],
				1),
			padding.crop(maps[3], 1));
	}

	private static void put(final float[][] maps, final int to, final SampleStatistics statistics,
		final int from) {
		maps[0][to] = statistics.probability(from);
		maps[1][to] = statistics.entropy(from);
		maps[2][to] = statistics.mutualInformation(from);
		maps[3][to] = statistics.variance(from);
	}

	private static float[] cut(final float[] pixels, final int channels, final int h, final int w,
		final int x0, final int y0,
		final int height, final int width) {
		if (width == w && height == h) return pixels;
		final float[] tile = new float[channels * height * width];
		for (int c = 0; c < channels; c++)
			for (int y = 0; y < height; y++)
				System.arraycopy(pixels, (c * h + y0 + y) * w + x0, tile, (c * height + y) * width, width);
		return tile;
	}
}
