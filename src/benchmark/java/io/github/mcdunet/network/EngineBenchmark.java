package io.github.mcdunet.network;

import io.github.mcdunet.Benchmarks;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MonteCarlo;
import io.github.mcdunet.inference.TileSampler;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.Engines;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Our engines and libtorch in turn, in one process, on the reference network at 400 x 400 x 2: a training step of four images, one
 * deterministic forward pass, T = 20 Monte Carlo samples with all maps. Prints medians and ratios.
 */
public final class EngineBenchmark {

	private static final int SIZE = 400;
	private static final int BATCH = 4;
	private static final int SAMPLES = 20;
	private static final int RUNS = 15;
	private static final int WARM_UP = 3;

	final Architecture architecture = Architecture.reference(2);
	private final Parameters parameters = Parameters.initial(architecture, 1);
	private final Parameters gradients = new Parameters(architecture);
	private final Adam adam = new Adam(parameters);
	private final float[] pixels = new float[2 * SIZE * SIZE];
	private final byte[] mask = new byte[SIZE * SIZE];

	EngineBenchmark() {
		final SplittableRandom r = new SplittableRandom(1);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) r.nextDouble();
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (i / SIZE / 50 % 2);
	}

	public static void main(final String[] args) {
		System.out.print(new EngineBenchmark().run());
	}

	private String run() {
		final TorchUNet torch = new TorchUNet(architecture);
		final double[] torchStep = new double[RUNS], torchPass = new double[RUNS];
		final List<Candidate> candidates = Engines.all().stream().map(Candidate::new).toList();
		for (int i = -WARM_UP; i < RUNS; i++) {
			final int k = Math.max(0, i);
			torchStep[k] = time(() -> torch.step(BATCH, SIZE));
			torchPass[k] = time(() -> torch.pass(SIZE));
			for (final Candidate c : candidates)
				c.run(i + WARM_UP, k);
		}
		final StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
			"%s, %d processors, Java %s, OMP_NUM_THREADS=%s%n%nMedians of %d runs in turn.%n%n" +
				"| what | engine | ours, ms | libtorch 2.5.1, ms | ratio |%n| --- | --- | --- | --- | --- |%n", System.getProperty(
					"os.arch"), Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), System.getenv(
						"OMP_NUM_THREADS"), RUNS));
		for (final Candidate c : candidates) {
			row(table, "training step, batch " + BATCH, c.name, c.steps, torchStep);
			row(table, "one deterministic forward pass", c.name, c.passes, torchPass);
			row(table, "T = " + SAMPLES + " samples, all maps, against libtorch's one pass", c.name, c.samples, torchPass);
			c.close();
		}
		return table.toString();
	}

	private static void row(final StringBuilder table, final String what, final String engine, final double[] ours,
		final double[] torch) {
		final double a = Benchmarks.median(ours), b = Benchmarks.median(torch);
		table.append(String.format(Locale.ROOT, "| %s | %s | %.1f | %.1f | %.2f |%n", what, engine, a, b, a / b));
	}

	/** One of our engines and its times, ms. */
	private final class Candidate {

		private final String name;
		private final TrainingGraph training;
		private final InferenceGraph inference;
		private final double[] steps = new double[RUNS];
		private final double[] passes = new double[RUNS];
		private final double[] samples = new double[RUNS];

		Candidate(final EngineProvider engine) {
			name = engine.name();
			training = new TrainingGraph(engine.create(), architecture, BATCH, SIZE, SIZE);
			inference = new InferenceGraph(engine.create(), architecture, SIZE, SIZE);
		}

		void run(final long number, final int k) {
			steps[k] = time(() -> step(training, number));
			inference.setParameters(parameters);
			passes[k] = time(() -> {
				inference.setImage(pixels);
				inference.predict();
			});
			samples[k] = time(() -> sample(inference));
		}

		void close() {
			training.close();
			inference.close();
		}
	}

	void step(final TrainingGraph graph, final long number) {
		for (int k = 0; k < BATCH; k++)
			graph.setImage(k, pixels, mask);
		graph.setParameters(parameters);
		graph.forward(1, number * BATCH);
		graph.backward(gradients);
		adam.step(parameters, gradients, 1e-3);
		graph.updateStatistics(parameters, 0.9);
	}

	/** Sets parameters and image. */
	void prepare(final InferenceGraph graph) {
		graph.setParameters(parameters);
		graph.setImage(pixels);
	}

	/** From the raw image to the maps of mean, entropy, mutual information and variance. */
	void sample(final InferenceGraph graph) {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(pixels, SIZE, SIZE, 2);
		new MonteCarlo(SAMPLES, architecture.alignment(), SIZE, SIZE, EnumSet.allOf(MapKind.class)).run(image,
			Normalization.maximum().scale(image), new TileSampler() {

				@Override
				public void tile(final float[] tile, final int height, final int width, final long x0, final long y0) {
					graph.setImage(tile);
				}

				@Override
				public float[] sample(final int t) {
					return graph.sample(1, t, 0, 0);
				}

				@Override
				public void release() {
					// the graph is used again
				}
			}, Progress.NONE);
	}

	/** "step T=20": medians in ms, without libtorch. */
	String alone() {
		final double[][] ms = new double[2][RUNS];
		try (TrainingGraph training = new TrainingGraph(architecture, BATCH, SIZE, SIZE); InferenceGraph inference =
			new InferenceGraph(architecture, SIZE, SIZE)) {
			inference.setParameters(parameters);
			for (int i = -WARM_UP; i < RUNS; i++) {
				final long number = i + WARM_UP;
				ms[0][Math.max(0, i)] = time(() -> step(training, number));
				ms[1][Math.max(0, i)] = time(() -> sample(inference));
			}
		}
		return String.format(Locale.ROOT, "%.2f %.2f", Benchmarks.median(ms[0]), Benchmarks.median(ms[1]));
	}

	static double time(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}
}
