package io.github.mcdunet.network.engine;

import java.util.Arrays;

/**
 * A 3 x 3 "same" convolution of a tensor that was up-sampled 2x by nearest neighbour equals one
 * transposed convolution of stride 2 and padding 1 whose 4 x 4 kernel holds sums of the 3 x 3
 * kernel's values (4 instead of 9 multiplications per output pixel and channel pair). Exact but for
 * the order of float additions, at the borders too.
 */
public final class UpKernel {

	private UpKernel() {
	}

	/**
	 * The 4 x 4 kernels that do what up-sampling and 3 x 3 kernels do. Per axis: low-resolution
	 * pixel i lies at 2i and 2i + 1 of the large tensor; tap d = 0..2 of the convolution takes it
	 * to 2i + s - (d - 1), s = 0, 1, which is tap s - d + 2 of the transposed convolution.
	 *
	 * @param narrow [pairs, 3, 3]
	 * @return [pairs, 4, 4]
	 */
	public static float[] widen(final float[] narrow, final int pairs) {
		final float[] wide = new float[pairs * 16];
		for (int p = 0; p < pairs; p++)
			for (int t = 0; t < 36; t++)
				wide[p * 16 + wideTap(t)] += narrow[p * 9 + narrowTap(t)];
		return wide;
	}

	/**
	 * The transpose of {@link #widen}: gradients by 4 x 4 kernels become gradients by 3 x 3
	 * kernels.
	 */
	public static void narrow(final float[] wide, final float[] narrow, final int pairs) {
		Arrays.fill(narrow, 0, pairs * 9, 0);
		for (int p = 0; p < pairs; p++)
			for (int t = 0; t < 36; t++)
				narrow[p * 9 + narrowTap(t)] += wide[p * 16 + wideTap(t)];
	}

	private static int narrowTap(final int t) {
		return t / 4;
	}

	private static int wideTap(final int t) {
		final int dy = t / 4 / 3, dx = t / 4 % 3, sy = t / 2 % 2, sx = t % 2;
		return (sy - dy + 2) * 4 + sx - dx + 2;
	}
}
