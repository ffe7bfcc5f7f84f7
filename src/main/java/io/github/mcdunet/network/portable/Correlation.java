package io.github.mcdunet.network.portable;

import java.util.Arrays;

/**
 * Sums over input channels and a window: y_o[p] += sum over i, t of w[o, i, t] * x_i[p +
 * offset(t)], for a run of consecutive pixels p. The shifted runs are copied one by four (which the
 * first-level cache holds), and each four serves all output channels.
 */
final class Correlation {

	/**
	 * What one task needs to work.
	 *
	 * @param runs four runs of inputs
	 * @param results a run per output channel
	 */
	record Scratch(float[][] runs, float[][] results) {

		Scratch(final int length, final int channels) {
			this(new float[4][length], new float[channels][length]);
		}
	}

	private final Window window;
	private final PackedWeights weights;

	Correlation(final Window window, final int out, final int in) {
		this.window = window;
		weights = new PackedWeights(out, in, window.taps());
	}

	void set(final PackedWeights.Source source) {
		weights.set(source);
	}

	/**
	 * @param x its planes are read from index start (and the window's neighbours) on
	 * @param image number of the image
	 * @param y results of the output channels from first on, each from index 0 on
	 * @param n number of pixels
	 */
	void add(final PlaneTensor x, final int image, final int start, final int n,
		final Scratch scratch, final float[][] y, final int first, final int channels) {
		final float[] w = weights.values();
		for (int four = 0; four < weights.fours(); four++) {
			for (int j = 0; j < 4; j++)
				copy(x, image, start, n, four * 4 + j, scratch.runs()[j]);
			for (int o = 0; o < channels; o++) {
				final int k = weights.index(four, first + o);
				Elementwise.addFour(y[o], n, w[k], scratch.runs()[0], w[k + 1], scratch.runs()[1],
					w[k + 2], scratch.runs()[2], w[k + 3], scratch.runs()[3]);
			}
		}
	}

	private void copy(final PlaneTensor x, final int image, final int start, final int n,
		final int k, final float[] to) {
		final int i = k / window.taps();
		if (i < weights.in())
			System.arraycopy(x.plane(image, i),
				start + window.offset(k % window.taps(), x.stride()), to, 0, n);
		else
			Arrays.fill(to, 0, n, 0);
	}
}
