package io.github.mcdunet.evaluation;

import java.util.function.DoubleUnaryOperator;

/** Points of a curve, x rising. Immutable by agreement: the arrays are not copied. */
public final class Curve {

	private final double[] x;
	private final double[] y;

	/** @param x, y of the same length; none may be NaN */
	public Curve(final double[] x, final double[] y) {
		if (x.length != y.length) throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
		this.x = x;
		this.y = y;
	}

	/** f at 0 or 1/n (as first says), 2/n, 3/n .. 1. */
	static Curve of(final int first, final int n, final DoubleUnaryOperator f) {
		final double[] x = new double[n + 1 - first], y = new double[n + 1 - first];
		for (int i = 0; i < x.length; i++) {
			x[i] = (i + first) / (double) n;
			y[i] = f.applyAsDouble(x[i]);
		}
		return new Curve(x, y);
	}

	static Curve none() {
		return new Curve(new double[0], new double[0]);
	}

	/** Number of points; 0 where the curve is not defined. */
	public int size() {
		return x.length;
	}

	/** Not a copy. */
	public double[] x() {
		return x;
	}

	/** Not a copy. */
	public double[] y() {
		return y;
	}
}
