package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;
import io.github.mcdunet.network.engine.UpKernel;

/**
 * A 3 x 3 convolution of an up-sampled tensor, as four 2 x 2 correlations, one for each
 * {@link Phase} of the result.
 */
final class PortableUpConvolution implements Convolution {

	private final PlaneTensor src;
	private final PlaneTensor dst;
	private final Correlation[] forward = new Correlation[4];
	private final Finish finish;
	private final Bands bands;
	private UpConvolutionBackward backward;

	PortableUpConvolution(final PlaneTensor src, final PlaneTensor dst, final Fusion fusion) {
		this.src = src;
		this.dst = dst;
		finish = new Finish(fusion, dst);
		for (int f = 0; f < 4; f++)
			forward[f] = new Correlation(new Phase(f).window(), dst.c(), src.c());
		bands = new Bands(src.n(), src.h(), src.stride(), dst.c());
	}

	@Override
	public void prepareBackward(final Tensor diffDst, final Tensor diffSrc,
		final boolean withBias) {
		if (withBias) throw new IllegalArgumentException("This layer has no bias");
		backward = new UpConvolutionBackward(src, (PlaneTensor) diffDst, (PlaneTensor) diffSrc);
	}

	@Override
	public void set(final float[] w, final float[] bias) {
		final float[] wide = UpKernel.widen(w, dst.c() * src.c());
		for (int f = 0; f < 4; f++) {
			final Phase phase = new Phase(f);
			forward[f].set((o, i, t) -> wide[(o * src.c() + i) * 16 + phase.wideTap(t)]);
		}
		if (backward != null) backward.set(wide);
	}

	@Override
	public void forward() {
		Tasks.run(bands.tasks(), this::band);
	}

	private void band(final int task) {
		final int image = bands.image(task), row = bands.firstRow(task), rows = bands.rows(task),
			first = bands.firstChannel(task);
		final int channels = Math.min(bands.block(), dst.c() - first), n = rows * src.stride();
		final Correlation.Scratch scratch = new Correlation.Scratch(n, channels);
		final float[][][] phases = new float[4][channels][n];
		for (int f = 0; f < 4; f++)
			forward[f].add(src, image, src.row(row), n, scratch, phases[f], first, channels);
		final int length = 2 * rows * dst.stride();
		final float[] whole = new float[length];
		for (int o = 0; o < channels; o++) {
			finish.begin(whole, image, first + o, dst.row(2 * row), length, 0);
			for (int r = 0; r < 2 * rows; r++)
				interleave(phases[r % 2 * 2][o], phases[r % 2 * 2 + 1][o], r / 2 * src.stride(),
					whole, r * dst.stride());
			finish.end(whole, image, first + o, 2 * row, 2 * rows);
		}
	}

	/** Adds the values of two phases to a row of the result. */
	private void interleave(final float[] even, final float[] odd, final int from, final float[] to,
		final int start) {
		for (int i = 0; i < src.w(); i++) {
			to[start + 2 * i] += even[from + i];
			to[start + 2 * i + 1] += odd[from + i];
		}
	}

	@Override
	public void backward() {
		backward.run();
	}

	@Override
	public void gradient(final float[] w, final float[] bias) {
		backward.gradient(w);
	}
}
