package io.github.mcdunet.evaluation.trust;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Points of a curve, x rising. Immutable by agreement: the arrays are not copied.
 *
 * @param x none is NaN
 * @param y of the same length; none is NaN
 */
public record Curve(double[] x, double[] y) {

	private static final int STEPS = 200;
	private static final double SMALLEST = 1e-4;

	public Curve {
		if (x.length != y.length)
			throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
	}

	/**
	 * f of the share of pixels that are taken away or checked: 0, from 0.0001 on in even ratios,
	 * and in steps of 1/200, up to 1.
	 */
	static Curve ofTaken(final DoubleUnaryOperator f) {
		final double[] x = taken();
		return new Curve(x, DoubleStream.of(x).map(f).toArray());
	}

	/** f of the share of pixels that are kept, at the counterparts of those shares, but for 0. */
	static Curve ofKept(final DoubleUnaryOperator f) {
		final double[] x = DoubleStream.of(taken()).filter(share -> share < 1)
			.map(share -> 1 - share).sorted().toArray();
		return new Curve(x, DoubleStream.of(x).map(f).toArray());
	}

	private static double[] taken() {
		final IntStream steps = IntStream.rangeClosed(0, STEPS), ratios = IntStream.range(0, STEPS);
		return DoubleStream
			.concat(steps.mapToDouble(i -> i / (double) STEPS),
				ratios.mapToDouble(i -> Math.pow(SMALLEST, 1 - i / (double) STEPS)))
			.sorted().distinct().toArray();
	}

	static Curve none() {
		return new Curve(new double[0], new double[0]);
	}

	/** Number of points; 0 where the curve is not defined. */
	public int size() {
		return x.length;
	}
}
