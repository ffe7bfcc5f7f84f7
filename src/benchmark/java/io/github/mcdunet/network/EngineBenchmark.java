package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.onednn.OneDnnEngine;
import io.github.mcdunet.network.portable.PortableEngine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Our engines and libtorch in turn, in one process, on the reference network at 400 x 400 x 2: a training step of four images, one
 * deterministic forward pass, T = 20 Monte Carlo samples. Writes a table with medians and ratios to target/benchmarks.md. Run by
 * {@code mvn -Pbenchmark test-compile exec:exec@benchmark}.
 */
public final class EngineBenchmark {

	private static final int SIZE = 400;
	private static final int BATCH = 4;
	private static final int SAMPLES = 20;
	private static final int RUNS = 15;
	private static final int WARM_UP = 3;

	private final Architecture architecture = Architecture.reference(2);
	private final Parameters parameters = Parameters.initial(architecture, 1);
	private final Parameters gradients = new Parameters(architecture);
	private final Adam adam = new Adam(parameters);
	private final float[] pixels = new float[2 * SIZE * SIZE];
	private final byte[] mask = new byte[SIZE * SIZE];

	private EngineBenchmark() {
		final SplittableRandom r = new SplittableRandom(1);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) r.nextDouble();
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (i / SIZE / 50 % 2);
	}

	public static void main(final String[] args) throws IOException {
		final String table = new EngineBenchmark().run();
		System.out.print(table);
		final Path file = Paths.get("target", "benchmarks.md");
		Files.createDirectories(file.getParent());
		Files.write(file, table.getBytes(StandardCharsets.UTF_8));
	}

	private String run() {
		final TorchUNet torch = new TorchUNet(architecture);
		final double[] torchStep = new double[RUNS], torchPass = new double[RUNS];
		final List<Candidate> candidates = List.of(new Candidate(new OneDnnEngine(), new OneDnnEngine()), new Candidate(
			new PortableEngine(), new PortableEngine()));
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
			row(table, "T = " + SAMPLES + " samples against libtorch's one pass", c.name, c.samples, torchPass);
			c.close();
		}
		return table.toString();
	}

	private static void row(final StringBuilder table, final String what, final String engine, final double[] ours,
		final double[] torch) {
		final double a = median(ours), b = median(torch);
		table.append(String.format(Locale.ROOT, "| %s | %s | %.1f | %.1f | %.2f |%n", what, engine, a, b, a / b));
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/** One of our engines and its times, ms. */
	private final class Candidate {

		private final String name;
		private final TrainingGraph training;
		private final InferenceGraph inference;
		private final double[] steps = new double[RUNS];
		private final double[] passes = new double[RUNS];
		private final double[] samples = new double[RUNS];

		Candidate(final Engine forTraining, final Engine forInference) {
			name = forTraining.name();
			training = new TrainingGraph(forTraining, architecture, BATCH, SIZE, SIZE);
			inference = new InferenceGraph(forInference, architecture, SIZE, SIZE);
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

	private void step(final TrainingGraph graph, final long number) {
		for (int k = 0; k < BATCH; k++)
			graph.setSample(k, pixels, mask);
		graph.setParameters(parameters);
		graph.forward(1, number * BATCH);
		graph.backward(gradients);
		adam.step(parameters, gradients, 1e-3);
		graph.updateStatistics(parameters, 0.9);
	}

	private void sample(final InferenceGraph graph) {
		graph.setImage(pixels);
		for (int t = 0; t < SAMPLES; t++)
			graph.sample(1, t, 0, 0);
	}

	private static double time(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}
}
