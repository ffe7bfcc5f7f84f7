package io.github.mcdunet.network.onednn;

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

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;
import io.github.mcdunet.network.engine.UpKernel;

import org.bytedeco.dnnl.deconvolution_backward_data;
import org.bytedeco.dnnl.deconvolution_backward_weights;
import org.bytedeco.dnnl.deconvolution_forward;
import org.bytedeco.dnnl.memory;

/** The layer {@link UpKernel} describes, as a transposed convolution of oneDNN. */
final class OneDnnUpConvolution implements Convolution {

	private static final long[] STRIDE = { 2, 2 };
	private static final long[] PADDING = { 1, 1 };

	private final Arena arena;
	private final OneDnnTensor src;
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

	OneDnnUpConvolution(final Arena arena, final OneDnnTensor src, final OneDnnTensor dst,
		final Fusion fusion) {
		this.arena = arena;
		this.src = src;
		pairs = dst.c() * src.c();
		anyWeights = Arena.floats(memory.format_tag.any, dst.c(), src.c(), 4, 4);
		dstDesc = dst.desc();
		forwardDesc = arena.own(new deconvolution_forward.primitive_desc(arena.cpu(),
			dnnl_forward_training, dnnl_deconvolution_direct, src.desc(), anyWeights, dstDesc,
			STRIDE, PADDING, PADDING, Arena.attributes(fusion), false));
		weights = new Weights(arena, forwardDesc.weights_desc(0), dst.c(), src.c(), 4);
		forward = new Op(arena, () -> new deconvolution_forward(forwardDesc), forwardDesc)
			.with(DNNL_ARG_SRC, src).with(DNNL_ARG_WEIGHTS, weights.blocked())
			.with(DNNL_ARG_DST, dst);
		if (fusion.addend() != null)
			forward.with(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1,
				(OneDnnTensor) fusion.addend());
	}

	@Override
	public void prepareBackward(final Tensor toDst, final Tensor toSrc, final boolean withBias) {
		if (withBias) throw new IllegalArgumentException("This layer has no bias");
		final OneDnnTensor diffDst = (OneDnnTensor) toDst, diffSrc = (OneDnnTensor) toSrc;
		final deconvolution_backward_data.primitive_desc d = arena
			.own(new deconvolution_backward_data.primitive_desc(arena.cpu(),
				dnnl_deconvolution_direct, diffSrc.desc(), anyWeights, dstDesc, STRIDE, PADDING,
				PADDING, forwardDesc, Arena.attributes(), false));
		weightsForData = new Weights(arena, d.weights_desc(0), diffDst.c(), src.c(), 4);
		backwardData = new Op(arena, () -> new deconvolution_backward_data(d), d)
			.with(DNNL_ARG_DIFF_DST, diffDst).with(DNNL_ARG_WEIGHTS, weightsForData.blocked())
			.with(DNNL_ARG_DIFF_SRC, diffSrc);
		final deconvolution_backward_weights.primitive_desc e = arena
			.own(new deconvolution_backward_weights.primitive_desc(arena.cpu(),
				dnnl_deconvolution_direct, src.desc(), anyWeights, dstDesc, STRIDE, PADDING,
				PADDING, forwardDesc, Arena.attributes(), false));
		weightGradient = new Weights(arena, e.diff_weights_desc(0), diffDst.c(), src.c(), 4);
		backwardWeights = new Op(arena, () -> new deconvolution_backward_weights(e), e)
			.with(DNNL_ARG_SRC, src).with(DNNL_ARG_DIFF_DST, diffDst)
			.with(DNNL_ARG_DIFF_WEIGHTS, weightGradient.blocked());
	}

	@Override
	public void set(final float[] w, final float[] bias) {
		final float[] wide = UpKernel.widen(w, pairs);
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
		UpKernel.narrow(wide, w, pairs);
	}
}
