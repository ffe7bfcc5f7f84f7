package io.github.mcdunet.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import io.github.mcdunet.network.engine.BatchNormRelu;
import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.MaxPool;
import io.github.mcdunet.network.engine.Tensor;
import io.github.mcdunet.network.engine.TensorMemory;

import org.bytedeco.dnnl.binary;

/** The engine on oneDNN's primitives. */
final class OneDnnEngine implements Engine {

	private final Arena arena;

	/**
	 * @param memory where the tensors lie, closed with the engine; null for oneDNN's own
	 * @throws io.github.mcdunet.McdUnetException if there is no native library for this platform,
	 * or it cannot be loaded
	 */
	OneDnnEngine(final TensorMemory memory) {
		arena = new Arena(memory); // NB: loads the library
	}

	@Override
	public Tensor tensor(final int n, final int c, final int h, final int w) {
		return new OneDnnTensor(arena, n, c, h, w);
	}

	@Override
	public Convolution convolution(final Tensor src, final Tensor dst, final int kernel,
		final boolean biased, final Fusion fusion) {
		return new OneDnnConvolution(arena, (OneDnnTensor) src, (OneDnnTensor) dst, kernel, biased,
			fusion);
	}

	@Override
	public Convolution upConvolution(final Tensor src, final Tensor dst, final Fusion fusion) {
		return new OneDnnUpConvolution(arena, (OneDnnTensor) src, (OneDnnTensor) dst, fusion);
	}

	@Override
	public BatchNormRelu batchNormRelu(final Tensor x, final Tensor y, final Tensor diffY,
		final Tensor diffX, final double epsilon) {
		return new OneDnnBatchNormRelu(arena, (OneDnnTensor) x, (OneDnnTensor) y,
			(OneDnnTensor) diffY, (OneDnnTensor) diffX, epsilon);
	}

	@Override
	public Runnable maxPool(final Tensor src, final Tensor dst) {
		return new OneDnnMaxPool(arena, (OneDnnTensor) src, (OneDnnTensor) dst)::forward;
	}

	@Override
	public MaxPool maxPool(final Tensor src, final Tensor dst, final Tensor diffDst,
		final Tensor diffSrc) {
		return new OneDnnMaxPool(arena, (OneDnnTensor) src, (OneDnnTensor) dst,
			(OneDnnTensor) diffDst, (OneDnnTensor) diffSrc);
	}

	@Override
	public Runnable sum(final Tensor a, final Tensor b, final Tensor dst) {
		return binary(dnnl_binary_add, (OneDnnTensor) a, (OneDnnTensor) b, (OneDnnTensor) dst);
	}

	@Override
	public Runnable product(final Tensor a, final Tensor b, final Tensor dst) {
		return binary(dnnl_binary_mul, (OneDnnTensor) a, (OneDnnTensor) b, (OneDnnTensor) dst);
	}

	private Runnable binary(final int kind, final OneDnnTensor a, final OneDnnTensor b,
		final OneDnnTensor dst) {
		final binary.primitive_desc d = arena.own(new binary.primitive_desc(arena.cpu(), kind,
			a.desc(), b.desc(), dst.desc(), Arena.attributes(), false));
		return new Op(arena, () -> new binary(d), d).with(DNNL_ARG_SRC_0, a).with(DNNL_ARG_SRC_1, b)
			.with(DNNL_ARG_DST, dst)::run;
	}

	@Override
	public void complete() {
		arena.allocateScratch();
	}

	@Override
	public void close() {
		arena.close();
	}
}
