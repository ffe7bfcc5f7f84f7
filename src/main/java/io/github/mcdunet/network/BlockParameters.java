package io.github.mcdunet.network;

/**
 * The parameters of one convolution with batch norm, e.g. "decoder2/conv1" and "decoder2/norm1",
 * and what can be made of them.
 */
final class BlockParameters {

	private final Parameters parameters;
	private final UNet.Unit unit;

	BlockParameters(final Parameters parameters, final UNet.Unit unit) {
		this.parameters = parameters;
		this.unit = unit;
	}

	private float[] conv(final String what) {
		return parameters.get(unit.array("conv", what));
	}

	private float[] norm(final String what) {
		return parameters.get(unit.array("norm", what));
	}

	float[] weights() {
		return conv("weights");
	}

	float[] bias() {
		return conv("bias");
	}

	float[] gamma() {
		return norm("gamma");
	}

	float[] beta() {
		return norm("beta");
	}

	float[] mean() {
		return norm("mean");
	}

	float[] variance() {
		return norm("variance");
	}

	/** The input channels from..to of weights [O, I, 3, 3], as [O, to - from, 3, 3]. */
	static float[] slice(final float[] weights, final int out, final int from, final int to) {
		final int in = weights.length / out;
		final float[] part = new float[out * (to - from) * 9];
		for (int o = 0; o < out; o++)
			System.arraycopy(weights, o * in + from * 9, part, o * (to - from) * 9,
				(to - from) * 9);
		return part;
	}

	/** Writes a {@link #slice} back. */
	static void unslice(final float[] part, final float[] weights, final int out, final int from,
		final int to) {
		final int in = weights.length / out;
		for (int o = 0; o < out; o++)
			System.arraycopy(part, o * (to - from) * 9, weights, o * in + from * 9,
				(to - from) * 9);
	}

	/**
	 * Weights with batch norm's inference arithmetic folded in: w * gamma / sqrt(variance +
	 * epsilon), per output channel.
	 */
	float[] foldedWeights(final double epsilon) {
		final float[] w = weights().clone();
		final int outputs = bias().length, perOutput = w.length / outputs;
		for (int o = 0; o < outputs; o++) {
			final float factor = (float) factor(o, epsilon);
			for (int i = o * perOutput; i < (o + 1) * perOutput; i++)
				w[i] *= factor;
		}
		return w;
	}

	/**
	 * The bias with batch norm's inference arithmetic folded in: (b - mean) * gamma / sqrt(variance
	 * + epsilon) + beta.
	 */
	float[] foldedBias(final double epsilon) {
		final float[] b = bias().clone();
		for (int o = 0; o < b.length; o++)
			b[o] = (float) ((b[o] - mean()[o]) * factor(o, epsilon) + beta()[o]);
		return b;
	}

	private double factor(final int o, final double epsilon) {
		return gamma()[o] / Math.sqrt(variance()[o] + epsilon);
	}
}
