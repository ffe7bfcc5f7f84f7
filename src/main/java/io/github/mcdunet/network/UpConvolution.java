package io.github.mcdunet.network;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_deconvolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import org.bytedeco.dnnl.deconvolution_backward_data;
import org.bytedeco.dnnl.deconvolution_backward_weights;
import org.bytedeco.dnnl.deconvolution_forward;
import org.bytedeco.dnnl.memory;

/**
 * A 3 x 3 "same" convolution of a tensor that was up-sampled 2x by nearest neighbour, without ever making the large tensor: it
 * equals one transposed convolution of stride 2 whose 4 x 4 kernel holds sums of the 3 x 3 kernel's values (4 instead of 9
 * multiplications per output pixel and channel pair). Exact but for the order of float additions, at the borders too.
 * <p>
 * src [N, I, H, W] -> dst [N, O, 2H, 2W]; weights [O, I, 3, 3]; no bias.
 */
final class UpConvolution implements Affine {

	private static final long[] STRIDE = { 2, 2 };
	private static final long[] PADDING = { 1, 1 };

	private final Arena arena;
	private final Tensor src;
	private final int pairs;
	private final memory.desc anyWeights;
	private final memory.desc dstDesc;
	private final deconvolution_forward.primitive_desc forwardDesc;
	private final Weights weights;
	private final Op forward;
	private Weights weightsForData;
	private Weights weightGradient;
	private Op backwardData;
	private Op backwardWeights;

	UpConvolution(final Arena arena, final Tensor src, final Tensor dst, final Fusion fusion) {
		this.arena = arena;
		this.src = src;
		pairs = dst.c() * src.c();
		anyWeights = Arena.floats(memory.format_tag.any, dst.c(), src.c(), 4, 4);
		dstDesc = dst.desc();
		forwardDesc = arena.own(new deconvolution_forward.primitive_desc(arena.cpu(), dnnl_forward_training,
			dnnl_deconvolution_direct, src.desc(), anyWeights, dstDesc, STRIDE, PADDING, PADDING,
			fusion.attributes(), false));
		weights = new Weights(arena, forwardDesc.weights_desc(0), dst.c(), src.c(), 4);
		forward = new Op(arena, new deconvolution_forward(forwardDesc), forwardDesc).with(DNNL_ARG_SRC, src)
			.with(
				DNNL_ARG_WEIGHTS, weights.blocked())
			.with(DNNL_ARG_DST, dst);
		if (fusion.addend() != null)
			forward.with(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1, fusion.addend());
	}

	@Override
	public void prepareBackward(final Tensor diffDst, final Tensor diffSrc, final boolean withBias) {
		if (withBias) throw new IllegalArgumentException("This layer has no bias");
		final deconvolution_backward_data.primitive_desc d = arena
			.own(new deconvolution_backward_data.primitive_desc(arena.cpu(),
				dnnl_deconvolution_direct, diffSrc.desc(), anyWeights, dstDesc, STRIDE, PADDING, PADDING,
				forwardDesc, Arena
					.attributes(),
				false));
		weightsForData = new Weights(arena, d.weights_desc(0), diffDst.c(), src.c(), 4);
		backwardData = new Op(arena, new deconvolution_backward_data(d), d).with(DNNL_ARG_DIFF_DST, diffDst)
			.with(
				DNNL_ARG_WEIGHTS, weightsForData.blocked())
			.with(DNNL_ARG_DIFF_SRC, diffSrc);
		final deconvolution_backward_weights.primitive_desc e = arena
			.own(new deconvolution_backward_weights.primitive_desc(arena
				.cpu(), dnnl_deconvolution_direct, src.desc(), anyWeights, dstDesc, STRIDE, PADDING, PADDING,
				forwardDesc, Arena
					.attributes(),
				false));
		weightGradient = new Weights(arena, e.diff_weights_desc(0), diffDst.c(), src.c(), 4);
		backwardWeights = new Op(arena, new deconvolution_backward_weights(e), e).with(DNNL_ARG_SRC, src)
			.with(
				DNNL_ARG_DIFF_DST, diffDst)
			.with(DNNL_ARG_DIFF_WEIGHTS, weightGradient.blocked());
	}

	@Override
	public void set(final float[] w, final float[] bias) {
		final float[] wide = widen(w, pairs);
		weights.set(wide);
		if (weightsForData != null) weightsForData.set(wide);
	}

	@Override
	public void forward() {
		forward.run();
	}

	@Override
	public void backward() {
		backwardData.run();
		backwardWeights.run();
	}

	@Override
	public void gradient(final float[] w, final float[] bias) {
		final float[] wide = new float[pairs * 16];
		weightGradient.get(wide);
		narrow(wide, w, pairs);
	}

	/**
	 * The 4 x 4 kernels that do what up-sampling and 3 x 3 kernels do. Per axis: low-resolution pixel i lies at 2i and 2i + 1 of the
	 * large tensor; tap d = 0..2 of the convolution takes it to 2i + s - (d - 1), s = 0, 1, which is tap s - d + 2 of the
	 * transposed convolution.
	 */
	static float[] widen(final float[] narrow, final int pairs) {
		final float[] wide = new float[pairs * 16];
		for (int p = 0; p < pairs; p++)
			for (int t = 0; t < 36; t++)
				wide[p * 16 + wideTap(t)] += narrow[p * 9 + narrowTap(t)];
		return wide;
	}

	/** The transpose of {@link #widen}: gradients by 4 x 4 kernels become gradients by 3 x 3 kernels. */
	static void narrow(final float[] wide, final float[] narrow, final int pairs) {
		java.util.Arrays.fill(narrow, 0, pairs * 9, 0);
		for (int p = 0; p < pairs; p++)
			for (int t = 0; t < 36; t++)
				narrow[p * 9 + narrowTap(t)] += wide[p * 16 + wideTap(t)];
	}

	private static int narrowTap(final int t) {
		return t / 4;
	}

	private static int wideTap(final int t) {
		final int dy = t / 4 / 3, dx = t / 4 % 3, sy = t / 2 % 2, sx = t % 2;
		return (sy - dy + 2) * 4 + sx - dx + 2;
	}
}
