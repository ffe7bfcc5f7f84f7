package io.github.mcdunet.network;

import java.util.Arrays;

/**
 * How large the numbers inside a network can become at most, whatever it looks at and whatever is
 * dropped out: each filter's absolute weights, times the bounds of what it reads, bound its sums in
 * any order of addition. It costs nothing per pixel, and it tells what the network's output cannot:
 * a ReLU may turn a number that is none (an overflow's infinity less infinity) into a harmless 0.
 */
public final class ActivationBound {

	private ActivationBound() {
	}

	/**
	 * The largest magnitude of any sum of batch norm's inference arithmetic, for an input of
	 * magnitude 1; for one of x &gt;= 1 it is at most x times that. O(parameters).
	 *
	 * @return &gt;= 1; infinite or NaN if the parameters are too large to tell
	 */
	public static double of(final Parameters parameters) {
		final Architecture a = parameters.architecture();
		final double[] image = new double[a.channels()];
		Arrays.fill(image, 1);
		final Walk walk = new Walk(parameters);
		UNet.walk(a, image, walk);
		return walk.largest;
	}

	/** Carries a bound per channel, never below 1, so that all bounds grow with the input. */
	private static final class Walk implements UNet.Visitor<double[]> {

		private final Parameters parameters;
		private double largest = 1;

		Walk(final Parameters parameters) {
			this.parameters = parameters;
		}

		@Override
		public double[] unit(final UNet.Unit unit, final double[] in) {
			final BlockParameters p = new BlockParameters(parameters, unit);
			final double epsilon = parameters.architecture().batchNormEpsilon();
			return sums(p.foldedWeights(epsilon), p.foldedBias(epsilon), in);
		}

		@Override
		public double[] join(final UNet.Unit unit, final double[] skip, final double[] low) {
			final double[] both = Arrays.copyOf(skip, skip.length + low.length);
			System.arraycopy(low, 0, both, skip.length, low.length);
			return unit(unit, both);
		}

		@Override
		public double[] dropout(final int level, final double[] in) {
			final double scale = 1 / (1 - parameters.architecture().dropoutRate());
			return tell(Arrays.stream(in).map(v -> v * scale).toArray());
		}

		@Override
		public double[] output(final int inputs, final int outputs, final double[] in) {
			return sums(parameters.get(Parameters.OUTPUT_WEIGHTS),
				parameters.get(Parameters.OUTPUT_BIAS), in);
		}

		private double[] sums(final float[] weights, final float[] bias, final double[] in) {
			final double[] sums = new double[bias.length];
			final int kernel = weights.length / bias.length / in.length;
			for (int o = 0, k = 0; o < sums.length; o++) {
				sums[o] = Math.abs(bias[o]);
				for (final double bound : in)
					for (int i = 0; i < kernel; i++)
						sums[o] += Math.abs(weights[k++]) * bound;
				sums[o] = Math.max(1, sums[o]);
			}
			return tell(sums);
		}

		private double[] tell(final double[] bounds) {
			for (final double b : bounds)
				largest = Math.max(largest, b);
			return bounds;
		}
	}

	/**
	 * The largest sum of absolute weights of one filter, over some of the channels that it reads.
	 *
	 * @param weights [O, I, K, K]
	 */
	static double gain(final float[] weights, final int outputs) {
		final int n = weights.length / outputs;
		double gain = 0;
		for (int o = 0; o < outputs; o++) {
			double sum = 0;
			for (int i = o * n; i < (o + 1) * n; i++)
				sum += Math.abs(weights[i]);
			gain = Math.max(gain, sum);
		}
		return gain;
	}

	/** The largest magnitude; NaN if a value is NaN. */
	public static double magnitude(final float[] values) {
		// NB: without their sign, the bits of floats are in the order of the floats, infinity and NaN
		// last, and Java compares several at once.
		int largest = 0;
		for (final float v : values)
			largest = Math.max(largest, Float.floatToRawIntBits(v) & Integer.MAX_VALUE);
		return Float.intBitsToFloat(largest);
	}
}
