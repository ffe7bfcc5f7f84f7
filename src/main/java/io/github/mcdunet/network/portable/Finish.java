package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.Fusion;

import java.util.Arrays;

/** A {@link Fusion} with the bias: what results begin with, and what is done to them in the end. */
final class Finish {

	private final Fusion fusion;
	private final PlaneTensor dst;
	private final PlaneTensor addend;

	Finish(final Fusion fusion, final PlaneTensor dst) {
		this.fusion = fusion;
		this.dst = dst;
		addend = fusion.accumulates() ? dst : (PlaneTensor) fusion.addend();
	}

	/**
	 * Sets the results of one channel, n values from index start of the plane on, to what there is
	 * before the convolution.
	 */
	void begin(final float[] results, final int image, final int channel, final int start,
		final int n, final float bias) {
		if (addend == null) {
			Arrays.fill(results, 0, n, bias);
			return;
		}
		System.arraycopy(addend.plane(image, channel), start, results, 0, n);
		if (bias != 0) for (int p = 0; p < n; p++)
			results[p] += bias;
	}

	/**
	 * Rectifies results, if that is wanted, and writes them into dst row by row (the frame stays
	 * 0).
	 */
	void end(final float[] results, final int image, final int channel, final int firstRow,
		final int rows) {
		if (fusion.rectifies()) Elementwise.rectify(results, rows * dst.stride());
		final float[] plane = dst.plane(image, channel);
		for (int r = 0; r < rows; r++)
			System.arraycopy(results, r * dst.stride(), plane, dst.row(firstRow + r), dst.w());
	}
}
