package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;

/**
 * Convolution, batch norm and ReLU in inference mode: one convolution with everything folded in. A
 * decoder's first one is split in two: the skip half (made once where the skip connection does not
 * change from sample to sample) and the up-sampled half, which adds the skip half and applies the
 * ReLU in the same pass.
 */
final class InferenceUnit {

	private final UNet.Unit unit;
	private final Tensor skip;
	private final Tensor low;
	private final Tensor out;
	private final Convolution convolution;
	private final Convolution upConvolution;

	/** @param low to be up-sampled; null unless this is a decoder's first unit */
	InferenceUnit(final Engine engine, final UNet.Unit unit, final Tensor in, final Tensor low) {
		this.unit = unit;
		skip = in;
		this.low = low;
		out = engine.tensor(in.n(), unit.filters(), in.h(), in.w());
		if (low == null) {
			convolution = engine.convolution(in, out, 3, true, Fusion.relu());
			upConvolution = null;
		}
		else {
			final Tensor skipHalf = engine.like(out);
			convolution = engine.convolution(in, skipHalf, 3, true, Fusion.none());
			upConvolution = engine.upConvolution(low, out, Fusion.addRelu(skipHalf));
		}
	}

	Tensor out() {
		return out;
	}

	void setParameters(final Parameters parameters, final double epsilon) {
		final BlockParameters p = new BlockParameters(parameters, unit);
		final float[] weights = p.foldedWeights(epsilon);
		final float[] bias = p.foldedBias(epsilon);
		if (low == null) convolution.set(weights, bias);
		else {
			convolution.set(BlockParameters.slice(weights, out.c(), 0, skip.c()), bias);
			upConvolution.set(BlockParameters.slice(weights, out.c(), skip.c(), skip.c() + low.c()),
				null);
		}
	}

	/** The whole unit, or of a decoder's first one the skip half. */
	void forwardSkip() {
		convolution.forward();
	}

	/** The up-sampled half, which completes the unit. */
	void forwardUp() {
		upConvolution.forward();
	}
}
