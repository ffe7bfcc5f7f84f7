package io.github.mcdunet.workflow;

import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Small untrained networks for two channels, and noise for them to look at. */
final class RandomNetworks {

	private RandomNetworks() {
	}

	static UNetModel model(final double dropout, final long seed, final int depth,
		final Normalization normalization) {
		final Parameters p = Parameters.initial(
			Architecture.reference(2).baseFilters(4).depth(depth).dropoutRate(dropout), seed);
		final SplittableRandom r = new SplittableRandom(seed);
		for (final Parameters.Entry e : p.entries())
			if (!e.name().endsWith("/weights")) for (int i = 0; i < e.values().length; i++)
				e.values()[i] += (float) (0.4 * r.nextDouble()
					- (e.name().endsWith("/mean") ? 0 : 0.1));
		return new UNetModel(p, normalization, List.of("a", "b"), PixelSize.UNCALIBRATED, Map.of(),
			List.of());
	}

	static Img<FloatType> image(final int width, final int height) {
		final float[] pixels = new float[width * height * 2];
		final SplittableRandom r = new SplittableRandom(3);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (4095 * r.nextDouble());
		return ArrayImgs.floats(pixels, width, height, 2);
	}
}
