package io.github.mcdunet.network;

import io.github.mcdunet.Benchmarks;
import io.github.mcdunet.network.engine.Engines;

import java.util.Locale;

/**
 * The engines onednn and nd4j in turn, in one process, on the reference network at 400 x 400 x 2: a training step of four images, and
 * T = 20 Monte Carlo samples with all maps. Prints medians, the ratio of the medians, and the largest difference of a sample's logits.
 */
public final class Nd4jBenchmark {

	private static final int SIZE = 400;
	private static final int BATCH = 4;
	private static final int WARM_UP = 2;

	private Nd4jBenchmark() {
	}

	/** @param args number of runs */
	public static void main(final String[] args) {
		final int runs = Integer.parseInt(args[0]);
		final String[] ids = { "onednn", "nd4j" };
		final EngineBenchmark work = new EngineBenchmark();
		final double[][] steps = new double[2][runs], samples = new double[2][runs];
		final float[][] logits = new float[2][];
		for (int e = 0; e < 2; e++)
			try (InferenceGraph inference = new InferenceGraph(Engines.choose(ids[e], "any").create(), work.architecture, SIZE, SIZE)) {
				work.prepare(inference);
				logits[e] = inference.sample(1, 3, 0, 0);
			}
		final TrainingGraph[] training = new TrainingGraph[2];
		final InferenceGraph[] inference = new InferenceGraph[2];
		for (int e = 0; e < 2; e++) {
			training[e] = new TrainingGraph(Engines.choose(ids[e], "any").create(), work.architecture, BATCH, SIZE, SIZE);
			inference[e] = new InferenceGraph(Engines.choose(ids[e], "any").create(), work.architecture, SIZE, SIZE);
			work.prepare(inference[e]);
		}
		for (int i = -WARM_UP; i < runs; i++)
			for (int e = 0; e < 2; e++) {
				final int k = e, number = i + WARM_UP;
				steps[e][Math.max(0, i)] = EngineBenchmark.time(() -> work.step(training[k], number));
				samples[e][Math.max(0, i)] = EngineBenchmark.time(() -> work.sample(inference[k]));
			}
		double largest = 0;
		for (int i = 0; i < logits[0].length; i++)
			largest = Math.max(largest, Math.abs(logits[0][i] - logits[1][i]));
		row("training step, batch " + BATCH, steps);
		row("T = 20 samples, all maps", samples);
		System.out.println("largest difference of a sample's logits: " + largest);
		for (int e = 0; e < 2; e++) {
			training[e].close();
			inference[e].close();
		}
	}

	private static void row(final String what, final double[][] ms) {
		final double a = Benchmarks.median(ms[0]), b = Benchmarks.median(ms[1]);
		System.out.printf(Locale.ROOT, "| %s | onednn %.1f ms | nd4j %.1f ms | %.3f |%n", what, a, b, b / a);
	}
}
