package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.BatchNormRelu;
import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.MaxPool;
import io.github.mcdunet.network.engine.Tensor;

/** The engine in plain Java. Its results do not depend on the number of processors. */
final class PortableEngine implements Engine {

	@Override
	public Tensor tensor(final int n, final int c, final int h, final int w) {
		return new PlaneTensor(n, c, h, w);
	}

	@Override
	public Convolution convolution(final Tensor src, final Tensor dst, final int kernel,
		final boolean biased, final Fusion fusion) {
		return new PortableConvolution((PlaneTensor) src, (PlaneTensor) dst, kernel, biased,
			fusion);
	}

	@Override
	public Convolution upConvolution(final Tensor src, final Tensor dst, final Fusion fusion) {
		return new PortableUpConvolution((PlaneTensor) src, (PlaneTensor) dst, fusion);
	}

	@Override
	public BatchNormRelu batchNormRelu(final Tensor x, final Tensor y, final Tensor diffY,
		final Tensor diffX, final double epsilon) {
		return new PortableBatchNormRelu((PlaneTensor) x, (PlaneTensor) y, (PlaneTensor) diffY,
			(PlaneTensor) diffX, epsilon);
	}

	@Override
	public Runnable maxPool(final Tensor src, final Tensor dst) {
		return new PortableMaxPool((PlaneTensor) src, (PlaneTensor) dst, null, null)::forward;
	}

	@Override
	public MaxPool maxPool(final Tensor src, final Tensor dst, final Tensor diffDst,
		final Tensor diffSrc) {
		return new PortableMaxPool((PlaneTensor) src, (PlaneTensor) dst, (PlaneTensor) diffDst,
			(PlaneTensor) diffSrc);
	}

	@Override
	public Runnable sum(final Tensor a, final Tensor b, final Tensor dst) {
		return planes((PlaneTensor) a, (PlaneTensor) b, (PlaneTensor) dst, Elementwise::sum);
	}

	@Override
	public Runnable product(final Tensor a, final Tensor b, final Tensor dst) {
		return planes((PlaneTensor) a, (PlaneTensor) b, (PlaneTensor) dst, Elementwise::product);
	}

	private interface Operation {

		void apply(float[] a, float[] b, float[] to);
	}

	private static Runnable planes(final PlaneTensor a, final PlaneTensor b, final PlaneTensor dst,
		final Operation operation) {
		return () -> Tasks.run(dst.planes().length,
			k -> operation.apply(a.planes()[k], b.planes()[k], dst.planes()[k]));
	}

	@Override
	public void complete() {
		// nothing is shared
	}

	@Override
	public void close() {
		// the garbage collector does it
	}
}
