package io.github.mcdunet.network;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import org.bytedeco.dnnl.binary;

/** Element-wise dropout with inverted scaling (Srivastava et al. 2014): dst = src * mask, diffSrc = diffDst * mask. */
final class Dropout {

	private final int layer;
	private final int level;
	private final Tensor mask;
	private final DropoutMask generator;
	private final Op forward;
	private final Op backward;

	/**
	 * @param layer number of this dropout layer in the network, part of the key of its masks
	 * @param level resolution of src: its pixels are 2^level image pixels wide
	 * @param diff the gradient by dst, turned in place into the gradient by src; null for inference
	 */
	Dropout(final Arena arena, final Tensor src, final Tensor dst, final Tensor diff, final int layer,
		final int level,
		final double rate) {
		this.layer = layer;
		this.level = level;
		mask = arena.like(src);
		generator = new DropoutMask(rate);
		forward = multiply(arena, src, dst);
		backward = diff == null ? null : multiply(arena, diff, diff);
	}

	private Op multiply(final Arena arena, final Tensor from, final Tensor to) {
		final binary.primitive_desc d = arena
			.own(new binary.primitive_desc(arena.cpu(), dnnl_binary_mul, from.desc(), mask.desc(),
				to.desc(), Arena.attributes(), false));
		return new Op(arena, new binary(d), d).with(DNNL_ARG_SRC_0, from).with(DNNL_ARG_SRC_1, mask)
			.with(DNNL_ARG_DST, to);
	}

	/**
	 * Draws new masks.
	 *
	 * @param firstSample number of the batch's first image among the seed's samples; the others follow
	 * @param x0, y0 position of the first pixel in the whole image, in image pixels, multiples of 2^level
	 */
	void draw(final long seed, final long firstSample, final long x0, final long y0) {
		for (int i = 0; i < mask.n(); i++)
			generator.fill(mask.values(), i * mask.c() * mask.h() * mask.w(), mask.h(), mask.w(), mask.c(),
				DropoutMask.key(seed,
					firstSample + i, layer),
				x0 >> level, y0 >> level);
	}

	/** Drops nothing from now on, until the next {@link #draw}. */
	void switchOff() {
		final float[] ones = new float[mask.length()];
		java.util.Arrays.fill(ones, 1);
		mask.values().duplicate().put(ones);
	}

	void forward() {
		forward.run();
	}

	void backward() {
		backward.run();
	}
}
