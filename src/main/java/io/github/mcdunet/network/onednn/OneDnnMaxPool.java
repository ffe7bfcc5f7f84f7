package io.github.mcdunet.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;

import io.github.mcdunet.network.engine.MaxPool;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/** Maximum over 2 x 2 pixels in oneDNN. */
final class OneDnnMaxPool implements MaxPool {

	private static final long[] TWO = { 2, 2 };
	private static final long[] ZERO = { 0, 0 };

	private final Op forward;
	private final Op backward;

	/** For inference. */
	OneDnnMaxPool(final Arena arena, final OneDnnTensor src, final OneDnnTensor dst) {
		final pooling_forward.primitive_desc f = description(arena, dnnl_forward_inference, src,
			dst);
		forward = new Op(arena, () -> new pooling_forward(f), f).with(DNNL_ARG_SRC, src)
			.with(DNNL_ARG_DST, dst);
		backward = null;
	}

	/** For training: the positions of the maxima are kept for the way back. */
	OneDnnMaxPool(final Arena arena, final OneDnnTensor src, final OneDnnTensor dst,
		final OneDnnTensor diffDst, final OneDnnTensor diffSrc) {
		final pooling_forward.primitive_desc f = description(arena, dnnl_forward_training, src,
			dst);
		final memory positions = arena.memory(f.workspace_desc());
		forward = new Op(arena, () -> new pooling_forward(f), f).with(DNNL_ARG_SRC, src)
			.with(DNNL_ARG_DST, dst).with(DNNL_ARG_WORKSPACE, positions);
		final pooling_backward.primitive_desc b = arena
			.own(new pooling_backward.primitive_desc(arena.cpu(), dnnl_pooling_max, diffSrc.desc(),
				diffDst.desc(), TWO, TWO, ZERO, ZERO, ZERO, f, Arena.attributes(), false));
		backward = new Op(arena, () -> new pooling_backward(b), b).with(DNNL_ARG_DIFF_SRC, diffSrc)
			.with(DNNL_ARG_DIFF_DST, diffDst).with(DNNL_ARG_WORKSPACE, positions);
	}

	private static pooling_forward.primitive_desc description(final Arena arena, final int kind,
		final OneDnnTensor src, final OneDnnTensor dst) {
		return arena.own(new pooling_forward.primitive_desc(arena.cpu(), kind, dnnl_pooling_max,
			src.desc(), dst.desc(), TWO, TWO, ZERO, ZERO, ZERO, Arena.attributes(), false));
	}

	@Override
	public void forward() {
		forward.run();
	}

	@Override
	public void backward() {
		backward.run();
	}
}
