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
	private double skipGain;
	private double lowGain;
	private double largestBias;

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
		largestBias = ActivationBound.magnitude(bias);
		if (low == null) setSkip(weights, bias);
		else {
			setSkip(BlockParameters.slice(weights, out.c(), 0, skip.c()), bias);
			final float[] up = BlockParameters.slice(weights, out.c(), skip.c(),
				skip.c() + low.c());
			lowGain = ActivationBound.gain(up, out.c());
			upConvolution.set(up, null);
		}
	}

	private void setSkip(final float[] weights, final float[] bias) {
		skipGain = ActivationBound.gain(weights, out.c());
		convolution.set(weights, bias);
	}

	/** Such as "decoder1/conv2". */
	String name() {
		return unit.array("conv", "").replaceAll("/$", "");
	}

	/**
	 * What no sum of the last pass can exceed, in any order of addition; NaN if one of the values
	 * that it read was.
	 */
	double largestSum() {
		final double up = low == null ? 0 : lowGain * magnitude(low);
		return skipGain * magnitude(skip) + up + largestBias;
	}

	private static double magnitude(final Tensor tensor) {
		return ActivationBound.magnitude(tensor.getImage(0));
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
