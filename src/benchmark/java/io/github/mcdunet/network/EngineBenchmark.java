package io.github.mcdunet.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Our engine and libtorch in turn, in one process, on the reference network at 400 x 400 x 2: a training step of four images, one
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
		final double[][] ms = new double[5][RUNS];
		try (TrainingGraph training = new TrainingGraph(architecture, BATCH, SIZE, SIZE); InferenceGraph inference =
			new InferenceGraph(architecture, SIZE, SIZE)) {
			for (int i = -WARM_UP; i < RUNS; i++) {
				final int k = Math.max(0, i);
				final long step = i + WARM_UP;
				ms[0][k] = time(() -> step(training, step));
				ms[1][k] = time(() -> torch.step(BATCH, SIZE));
				inference.setParameters(parameters);
				ms[2][k] = time(() -> {
					inference.setImage(pixels);
					inference.predict();
				});
				ms[3][k] = time(() -> torch.pass(SIZE));
				ms[4][k] = time(() -> sample(inference));
			}
		}
		for (final double[] m : ms)
			Arrays.sort(m);
		final int middle = RUNS / 2;
		final double pass = ms[3][middle];
		return String.format(Locale.ROOT, "%s, %d processors, Java %s, %s, OMP_NUM_THREADS=%s%n%nMedians of %d runs in turn.%n%n" +
			"| what | ours, ms | libtorch 2.5.1, ms | ratio |%n| --- | --- | --- | --- |%n" +
			"| training step, batch %d | %.0f | %.0f | %.2f |%n| one deterministic forward pass | %.1f | %.1f | %.2f |%n" +
			"| T = %d samples against libtorch's one pass | %.0f | %.1f | %.2f |%n", System.getProperty("os.arch"), Runtime
				.getRuntime().availableProcessors(), System.getProperty("java.version"), "oneDNN", System.getenv(
					"OMP_NUM_THREADS"), RUNS, BATCH, ms[0][middle], ms[1][middle], ms[0][middle] / ms[1][middle], ms[2][middle], pass,
			ms[2][middle] / pass, SAMPLES, ms[4][middle], pass, ms[4][middle] / pass);
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
