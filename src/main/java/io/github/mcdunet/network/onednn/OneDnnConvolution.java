package io.github.mcdunet.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;

/** A "same" convolution of stride 1 in oneDNN. */
final class OneDnnConvolution implements Convolution {

	private static final long[] STRIDE = { 1, 1 };

	private final Arena arena;
	private final OneDnnTensor src;
	private final int kernel;
	private final long[] padding;
	private final memory.desc anyWeights;
	private final memory.desc dstDesc;
	private final boolean biased;
	private final convolution_forward.primitive_desc forwardDesc;
	private final Weights weights;
	private final PerChannel bias;
	private final Op forward;
	private Weights weightsForData;
	private Weights weightGradient;
	private PerChannel biasGradient;
	private Op backwardData;
	private Op backwardWeights;

	/**
	 * @param biased whether a bias is added
	 * @param fusion what else happens to dst in the same pass
	 */
	OneDnnConvolution(final Arena arena, final OneDnnTensor src, final OneDnnTensor dst,
		final int kernel, final boolean biased, final Fusion fusion) {
		this.arena = arena;
		this.src = src;
		this.kernel = kernel;
		this.biased = biased;
		padding = new long[]{ kernel / 2, kernel / 2 };
		anyWeights = Arena.floats(memory.format_tag.any, dst.c(), src.c(), kernel, kernel);
		dstDesc = dst.desc();
		forwardDesc = arena.own(biased
			? new convolution_forward.primitive_desc(arena.cpu(), dnnl_forward_training,
				dnnl_convolution_direct, src.desc(), anyWeights, PerChannel.desc(dst.c()), dstDesc,
				STRIDE, padding, padding, Arena.attributes(fusion), false)
			: new convolution_forward.primitive_desc(arena.cpu(), dnnl_forward_training,
				dnnl_convolution_direct, src.desc(), anyWeights, dstDesc, STRIDE, padding, padding,
				Arena.attributes(fusion), false));
		weights = new Weights(arena, forwardDesc.weights_desc(0), dst.c(), src.c(), kernel);
		bias = new PerChannel(arena, dst.c());
		forward = new Op(arena, () -> new convolution_forward(forwardDesc), forwardDesc)
			.with(DNNL_ARG_SRC, src).with(DNNL_ARG_WEIGHTS, weights.blocked())
			.with(DNNL_ARG_DST, dst);
		if (biased) forward.with(DNNL_ARG_BIAS, bias.memory());
		if (fusion.addend() != null)
			forward.with(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1,
				(OneDnnTensor) fusion.addend());
	}

	@Override
	public void prepareBackward(final Tensor toDst, final Tensor toSrc, final boolean withBias) {
		final OneDnnTensor diffDst = (OneDnnTensor) toDst, diffSrc = (OneDnnTensor) toSrc;
		if (diffSrc != null) {
			final convolution_backward_data.primitive_desc d = arena
				.own(new convolution_backward_data.primitive_desc(arena.cpu(),
					dnnl_convolution_direct, diffSrc.desc(), anyWeights, dstDesc, STRIDE, padding,
					padding, forwardDesc, Arena.attributes(), false));
			weightsForData = new Weights(arena, d.weights_desc(0), diffDst.c(), src.c(), kernel);
			backwardData = new Op(arena, () -> new convolution_backward_data(d), d)
				.with(DNNL_ARG_DIFF_DST, diffDst).with(DNNL_ARG_WEIGHTS, weightsForData.blocked())
				.with(DNNL_ARG_DIFF_SRC, diffSrc);
		}
		final convolution_backward_weights.primitive_desc d = arena.own(withBias
			? new convolution_backward_weights.primitive_desc(arena.cpu(), dnnl_convolution_direct,
				src.desc(), anyWeights, PerChannel.desc(diffDst.c()), dstDesc, STRIDE, padding,
				padding, forwardDesc, Arena.attributes(), false)
			: new convolution_backward_weights.primitive_desc(arena.cpu(), dnnl_convolution_direct,
				src.desc(), anyWeights, dstDesc, STRIDE, padding, padding, forwardDesc,
				Arena.attributes(), false));
		weightGradient = new Weights(arena, d.diff_weights_desc(0), diffDst.c(), src.c(), kernel);
		backwardWeights = new Op(arena, () -> new convolution_backward_weights(d), d)
			.with(DNNL_ARG_SRC, src).with(DNNL_ARG_DIFF_DST, diffDst)
			.with(DNNL_ARG_DIFF_WEIGHTS, weightGradient.blocked());
		if (withBias) {
			biasGradient = new PerChannel(arena, diffDst.c());
			backwardWeights.with(DNNL_ARG_DIFF_BIAS, biasGradient.memory());
		}
	}

	@Override
	public void set(final float[] w, final float[] b) {
		weights.set(w);
		if (weightsForData != null) weightsForData.set(w);
		if (biased) bias.set(b);
	}

	@Override
	public void forward() {
		forward.run();
	}

	@Override
	public void backward() {
		if (backwardData != null) backwardData.run();
		backwardWeights.run();
	}

	@Override
	public void gradient(final float[] w, final float[] b) {
		weightGradient.get(w);
		if (biasGradient != null) biasGradient.get(b);
	}
}
