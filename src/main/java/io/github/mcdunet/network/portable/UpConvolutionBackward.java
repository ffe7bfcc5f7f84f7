package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.UpKernel;

/**
 * The way back of {@link PortableUpConvolution}: the gradient is taken apart into its phases, and
 * each goes back by itself.
 */
final class UpConvolutionBackward {

	private final PlaneTensor src;
	private final PlaneTensor diffDst;
	private final PlaneTensor[] phases = new PlaneTensor[4];
	private final SameCorrelation[] data = new SameCorrelation[4];
	private final WeightGradient[] weights = new WeightGradient[4];

	UpConvolutionBackward(final PlaneTensor src, final PlaneTensor diffDst,
		final PlaneTensor diffSrc) {
		this.src = src;
		this.diffDst = diffDst;
		for (int f = 0; f < 4; f++) {
			final Window window = new Phase(f).window();
			phases[f] = new PlaneTensor(src.n(), diffDst.c(), src.h(), src.w());
			data[f] = new SameCorrelation(phases[f], diffSrc, window.reflected(),
				new Finish(f == 0 ? Fusion.none() : Fusion.accumulate(), diffSrc));
			weights[f] = new WeightGradient(src, phases[f], window);
		}
	}

	/** @param wide [O, I, 4, 4] */
	void set(final float[] wide) {
		for (int f = 0; f < 4; f++) {
			final Phase phase = new Phase(f);
			data[f].set((i, o, t) -> wide[(o * src.c() + i) * 16 + phase.wideTap(3 - t)]);
		}
	}

	void run() {
		Tasks.run(diffDst.planes().length, k -> {
			for (int f = 0; f < 4; f++)
				new Phase(f).gather(diffDst, diffDst.planes()[k], phases[f], phases[f].planes()[k]);
		});
		for (int f = 0; f < 4; f++) {
			data[f].run();
			weights[f].run();
		}
	}

	/** @param w [O, I, 3, 3] */
	void gradient(final float[] w) {
		final int pairs = w.length / 9;
		final float[] wide = new float[pairs * 16];
		for (int f = 0; f < 4; f++)
			for (int k = 0; k < pairs * 4; k++)
				wide[k / 4 * 16 + new Phase(f).wideTap(k % 4)] = weights[f].at(k / 4 / src.c(),
					k / 4 % src.c(), k % 4);
		UpKernel.narrow(wide, w, pairs);
	}
}
