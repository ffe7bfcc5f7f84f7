package io.github.mcdunet.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.BatchNormRelu;
import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.MaxPool;
import io.github.mcdunet.network.engine.Tensor;

import java.util.Optional;

import org.bytedeco.dnnl.binary;
import org.bytedeco.javacpp.Pointer;

/** The engine on oneDNN's primitives. */
public final class OneDnnEngine implements Engine {

	private final Arena arena = new Arena();

	/**
	 * @throws io.github.mcdunet.McdUnetException if there is no native library for this platform,
	 * or it cannot be loaded
	 */
	public OneDnnEngine() {
		// NB: the arena loads the library
	}

	/** Why oneDNN cannot be used here, if it cannot. */
	public static Optional<McdUnetException> problem() {
		try {
			OneDnn.get();
			return Optional.empty();
		}
		catch (final McdUnetException e) {
			return Optional.of(e);
		}
	}

	/**
	 * Whether oneDNN can be used here and is faster than Java: it is not on processors without
	 * AVX2.
	 */
	public static boolean isFast() {
		return problem().isEmpty() && OneDnn.get().hasFastKernels();
	}

	@Override
	public String name() {
		return OneDnn.get().version();
	}

	@Override
	public Optional<String> library() {
		return Optional.of(OneDnn.get().library());
	}

	@Override
	public String instructionSet() {
		return OneDnn.get().instructionSet();
	}

	/**
	 * What the computer has available, or less where JavaCPP's limit for the whole program is lower
	 * (four times Java's own, unless the person sets another). NB: JavaCPP's other limit is for
	 * what it allocates itself, which oneDNN's memory is not.
	 */
	@Override
	public long availableMemory() {
		final long limit = Pointer.maxPhysicalBytes() > 0
			? Pointer.maxPhysicalBytes() - Pointer.physicalBytes() : Long.MAX_VALUE;
		return Math.max(0, Math.min(Pointer.availablePhysicalBytes(), limit));
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
