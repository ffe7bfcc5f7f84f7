package io.github.mcdunet.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fuse_norm_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import io.github.mcdunet.network.engine.BatchNormRelu;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.memory;

/** Batch norm and ReLU in one primitive of oneDNN. */
final class OneDnnBatchNormRelu implements BatchNormRelu {

	private static final int FLAGS = dnnl_use_scale | dnnl_use_shift | dnnl_fuse_norm_relu;

	private final PerChannel gamma;
	private final PerChannel beta;
	private final PerChannel mean;
	private final PerChannel variance;
	private final PerChannel gammaGradient;
	private final PerChannel betaGradient;
	private final Op forward;
	private final Op backward;

	OneDnnBatchNormRelu(final Arena arena, final OneDnnTensor x, final OneDnnTensor y,
		final OneDnnTensor diffY, final OneDnnTensor diffX, final double epsilon) {
		final int c = x.c();
		gamma = new PerChannel(arena, c);
		beta = new PerChannel(arena, c);
		mean = new PerChannel(arena, c);
		variance = new PerChannel(arena, c);
		gammaGradient = new PerChannel(arena, c);
		betaGradient = new PerChannel(arena, c);
		final batch_normalization_forward.primitive_desc f = arena
			.own(new batch_normalization_forward.primitive_desc(arena.cpu(), dnnl_forward_training,
				x.desc(), y.desc(), (float) epsilon, FLAGS, Arena.attributes(), false));
		final memory positive = arena.memory(f.workspace_desc());
		forward = new Op(arena, () -> new batch_normalization_forward(f), f).with(DNNL_ARG_SRC, x)
			.with(DNNL_ARG_DST, y).with(DNNL_ARG_SCALE, gamma.memory())
			.with(DNNL_ARG_SHIFT, beta.memory()).with(DNNL_ARG_MEAN, mean.memory())
			.with(DNNL_ARG_VARIANCE, variance.memory()).with(DNNL_ARG_WORKSPACE, positive);
		final batch_normalization_backward.primitive_desc b = arena
			.own(new batch_normalization_backward.primitive_desc(arena.cpu(), dnnl_backward,
				diffX.desc(), diffY.desc(), x.desc(), (float) epsilon, FLAGS, f, Arena.attributes(),
				false));
		backward = new Op(arena, () -> new batch_normalization_backward(b), b).with(DNNL_ARG_SRC, x)
			.with(DNNL_ARG_DIFF_DST, diffY).with(DNNL_ARG_DIFF_SRC, diffX)
			.with(DNNL_ARG_SCALE, gamma.memory()).with(DNNL_ARG_MEAN, mean.memory())
			.with(DNNL_ARG_VARIANCE, variance.memory()).with(DNNL_ARG_WORKSPACE, positive)
			.with(DNNL_ARG_DIFF_SCALE, gammaGradient.memory())
			.with(DNNL_ARG_DIFF_SHIFT, betaGradient.memory());
	}

	@Override
	public void set(final float[] newGamma, final float[] newBeta) {
		gamma.set(newGamma);
		beta.set(newBeta);
	}

	@Override
	public void forward() {
		forward.run();
	}

	@Override
	public void backward() {
		backward.run();
	}

	@Override
	public void gradient(final float[] dGamma, final float[] dBeta) {
		gammaGradient.get(dGamma);
		betaGradient.get(dBeta);
	}

	@Override
	public void statistics(final float[] batchMean, final float[] batchVariance) {
		mean.get(batchMean);
		variance.get(batchVariance);
	}
}
