package io.github.mcdunet.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Times a training step, a forward pass and T = 20 samples at 400 x 400 x 2; a main, not a test. */
public final class EngineTiming {

	private EngineTiming() {
	}

	public static void main(final String[] args) {
		final int size = args.length > 0 ? Integer.parseInt(args[0]) : 400;
		final Architecture a = Architecture.reference(2);
		final Parameters p = Parameters.initial(a, 1), g = new Parameters(a);
		final Adam adam = new Adam(p, 1e-3);
		final SplittableRandom r = new SplittableRandom(1);
		final float[] pixels = new float[2 * size * size];
		final byte[] mask = new byte[size * size];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) r.nextDouble();
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (i / size / 50 % 2);
		try (TrainingGraph t = new TrainingGraph(a, 4, size, size);
			InferenceGraph f = new InferenceGraph(a, size, size)) {
			final double[] steps = new double[15], passes = new double[15], samples = new double[15];
			for (int i = 0; i < steps.length; i++) {
				long t0 = System.nanoTime();
				for (int k = 0; k < 4; k++)
					t.setSample(k, pixels, mask);
				t.setParameters(p);
				final PixelScore s = t.forward(1, i * 4);
				final long t1 = System.nanoTime();
				t.backward(g);
				adam.step(p, g);
				t.updateStatistics(p, 0.9);
				steps[i] = (System.nanoTime() - t0) / 1e6;
				System.out.printf("step %d loss %.4f dice %.3f  %.0f ms (forward %.0f)%n", i, s.loss(),
					s.dice(), steps[i], (t1 -
						t0) / 1e6);
				f.setParameters(p);
				t0 = System.nanoTime();
				f.setImage(pixels);
				f.predict();
				passes[i] = (System.nanoTime() - t0) / 1e6;
				t0 = System.nanoTime();
				f.setImage(pixels);
				for (int k = 0; k < 20; k++)
					f.sample(1, k, 0, 0);
				samples[i] = (System.nanoTime() - t0) / 1e6;
			}
			Arrays.sort(steps);
			Arrays.sort(passes);
			Arrays.sort(samples);
			System.out.printf("median step %.0f ms, forward pass %.1f ms, T = 20 %.0f ms%n", steps[7],
				passes[7], samples[7]);
		}
	}
}
