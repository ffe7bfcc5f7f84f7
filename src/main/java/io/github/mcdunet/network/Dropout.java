package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Tensor;

import java.util.Arrays;

/**
 * Element-wise dropout with inverted scaling (Srivastava et al. 2014): dst = src * mask, diffSrc =
 * diffDst * mask.
 */
final class Dropout {

	private final int layer;
	private final int level;
	private final Tensor mask;
	private final DropoutMask generator;
	private final Runnable forward;
	private final Runnable backward;

	/**
	 * @param layer number of this dropout layer in the network, part of the key of its masks
	 * @param level resolution of src: its pixels are 2^level image pixels wide
	 * @param diff the gradient by dst, turned in place into the gradient by src; null for inference
	 */
	Dropout(final Engine engine, final Tensor src, final Tensor dst, final Tensor diff,
		final int layer, final int level, final double rate) {
		this.layer = layer;
		this.level = level;
		mask = engine.like(src);
		generator = new DropoutMask(rate);
		forward = engine.product(src, mask, dst);
		backward = diff == null ? null : engine.product(diff, mask, diff);
	}

	/**
	 * Draws new masks.
	 *
	 * @param firstSample number of the batch's first image among the seed's samples; the others
	 * follow
	 * @param x0 position of the first pixel in the whole image, in image pixels, multiples of
	 * 2^level
	 * @param y0 position of the first pixel in the whole image, in image pixels, multiples of
	 * 2^level
	 */
	void draw(final long seed, final long firstSample, final long x0, final long y0) {
		for (int i = 0; i < mask.n(); i++)
			generator.fill(mask, i, DropoutMask.key(seed, firstSample + i, layer), x0 >> level,
				y0 >> level);
	}

	/** Drops nothing until the next {@link #draw}. */
	void switchOff() {
		final float[] ones = new float[mask.w() * mask.c()];
		Arrays.fill(ones, 1);
		for (int i = 0; i < mask.n(); i++)
			for (int y = 0; y < mask.h(); y++)
				mask.setRow(i, y, ones);
	}

	void forward() {
		forward.run();
	}

	void backward() {
		backward.run();
	}
}
