package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;

/** A "same" convolution of stride 1. */
final class PortableConvolution implements Convolution {

	private final PlaneTensor src;
	private final Window window;
	private final boolean biased;
	private final SameCorrelation forward;
	private SameCorrelation backwardData;
	private WeightGradient backwardWeights;
	private PlaneTensor biasGradientSource;

	PortableConvolution(final PlaneTensor src, final PlaneTensor dst, final int kernel,
		final boolean biased, final Fusion fusion) {
		this.src = src;
		this.biased = biased;
		window = Window.centred(kernel);
		forward = new SameCorrelation(src, dst, window, new Finish(fusion, dst));
	}

	@Override
	public void prepareBackward(final Tensor toDst, final Tensor toSrc, final boolean withBias) {
		final PlaneTensor diffDst = (PlaneTensor) toDst, diffSrc = (PlaneTensor) toSrc;
		if (diffSrc != null)
			backwardData = new SameCorrelation(diffDst, diffSrc, window.reflected(),
				new Finish(Fusion.none(), diffSrc));
		backwardWeights = new WeightGradient(src, diffDst, window);
		if (withBias) biasGradientSource = diffDst;
	}

	@Override
	public void set(final float[] w, final float[] b) {
		final int taps = window.taps(), in = src.c();
		forward.set((o, i, t) -> w[(o * in + i) * taps + t]);
		if (biased) forward.setBias(b);
		if (backwardData != null)
			backwardData.set((i, o, t) -> w[(o * in + i) * taps + taps - 1 - t]);
	}

	@Override
	public void forward() {
		forward.run();
	}

	@Override
	public void backward() {
		if (backwardData != null) backwardData.run();
		backwardWeights.run();
	}

	@Override
	public void gradient(final float[] w, final float[] b) {
		for (int k = 0; k < w.length; k++) {
			final int taps = window.taps(), pair = k / taps;
			w[k] = backwardWeights.at(pair / src.c(), pair % src.c(), k % taps);
		}
		if (biasGradientSource != null) biasGradient(b);
	}

	private void biasGradient(final float[] b) {
		final PlaneTensor d = biasGradientSource;
		for (int o = 0; o < b.length; o++) {
			double sum = 0;
			for (int i = 0; i < d.n(); i++)
				for (final float v : d.plane(i, o))
					sum += v;
			b[o] = (float) sum;
		}
	}
}
