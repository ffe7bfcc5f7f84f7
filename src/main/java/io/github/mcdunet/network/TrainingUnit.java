package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.BatchNormRelu;
import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;

/**
 * Convolution, batch norm and ReLU with their way back. A decoder's first convolution reads two
 * tensors, the skip connection and the low-resolution tensor that is to be up-sampled; by linearity
 * it is the sum of two convolutions, so that nothing is concatenated.
 */
final class TrainingUnit {

	private final UNet.Unit unit;
	private final Tensor skip;
	private final Tensor low;
	private final Tensor out;
	private final Tensor diffOut;
	private final Convolution convolution;
	private final Convolution upConvolution;
	private final BatchNormRelu norm;

	/**
	 * @param in [N, I, H, W]
	 * @param diffOut gradient by the output, overwritten on the way back
	 * @param diffIn where the gradient by the input goes; null if nobody needs it
	 */
	TrainingUnit(final Engine engine, final UNet.Unit unit, final Tensor in, final double epsilon,
		final Tensor diffOut, final Tensor diffIn) {
		this(engine, unit, in, null, epsilon, diffOut, diffIn, null);
	}

	/** @param low [N, I', H / 2, W / 2], up-sampled and joined with skip; diffLow its gradient */
	TrainingUnit(final Engine engine, final UNet.Unit unit, final Tensor skip, final Tensor low,
		final double epsilon, final Tensor diffOut, final Tensor diffSkip, final Tensor diffLow) {
		this.unit = unit;
		this.skip = skip;
		this.low = low;
		this.diffOut = diffOut;
		final Tensor y = engine.tensor(skip.n(), unit.filters(), skip.h(), skip.w());
		out = engine.like(y);
		convolution = engine.convolution(skip, y, 3, true, Fusion.none());
		// NB: batch norm subtracts the mean, so the gradient by the bias before it is exactly 0 and is not computed: what float
		// arithmetic would give is noise, along which Adam would let the bias wander.
		convolution.prepareBackward(diffOut, diffSkip, false);
		upConvolution = low == null ? null : engine.upConvolution(low, y, Fusion.accumulate());
		if (low != null) upConvolution.prepareBackward(diffOut, diffLow, false);
		norm = engine.batchNormRelu(y, out, diffOut, diffOut, epsilon);
	}

	Tensor out() {
		return out;
	}

	Tensor diffOut() {
		return diffOut;
	}

	void setParameters(final Parameters parameters) {
		final BlockParameters p = new BlockParameters(parameters, unit);
		if (low == null) convolution.set(p.weights(), p.bias());
		else {
			convolution.set(BlockParameters.slice(p.weights(), out.c(), 0, skip.c()), p.bias());
			upConvolution.set(
				BlockParameters.slice(p.weights(), out.c(), skip.c(), skip.c() + low.c()), null);
		}
		norm.set(p.gamma(), p.beta());
	}

	void forward() {
		convolution.forward();
		if (upConvolution != null) upConvolution.forward();
		norm.forward();
	}

	void backward() {
		norm.backward();
		convolution.backward();
		if (upConvolution != null) upConvolution.backward();
	}

	void getGradients(final Parameters gradients) {
		final BlockParameters g = new BlockParameters(gradients, unit);
		if (low == null) convolution.gradient(g.weights(), null);
		else {
			final float[] part = new float[out.c() * skip.c() * 9];
			convolution.gradient(part, null);
			BlockParameters.unslice(part, g.weights(), out.c(), 0, skip.c());
			final float[] upPart = new float[out.c() * low.c() * 9];
			upConvolution.gradient(upPart, null);
			BlockParameters.unslice(upPart, g.weights(), out.c(), skip.c(), skip.c() + low.c());
		}
		norm.gradient(g.gamma(), g.beta());
	}

	/** moving = momentum * moving + (1 - momentum) * batch, for mean and variance. */
	void updateStatistics(final Parameters parameters, final double momentum) {
		final BlockParameters p = new BlockParameters(parameters, unit);
		final float[] mean = new float[out.c()], variance = new float[out.c()];
		norm.statistics(mean, variance);
		for (int c = 0; c < mean.length; c++) {
			p.mean()[c] += (float) ((1 - momentum) * (mean[c] - p.mean()[c]));
			p.variance()[c] += (float) ((1 - momentum) * (variance[c] - p.variance()[c]));
		}
	}
}
