package io.github.mcdunet.network;

import io.github.mcdunet.Benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One thread against two: each in a Java of its own, in turn. */
public final class ThreadsBenchmark {

	private static final int TURNS = 5;

	private ThreadsBenchmark() {
	}

	/** Without arguments: the comparison. With "child": prints a step's and T = 20 samples' time in ms. */
	public static void main(final String[] args) throws IOException, InterruptedException {
		if (args.length > 0) System.out.println(new EngineBenchmark().alone());
		else compare();
	}

	private static void compare() throws IOException, InterruptedException {
		final double[][][] ms = new double[2][2][TURNS];
		for (int turn = 0; turn < TURNS; turn++)
			for (int threads = 1; threads <= 2; threads++) {
				final List<String> options = new ArrayList<>(List.of("-Xmx2g"));
				// NB: our own threads too
				options.add("-XX:ActiveProcessorCount=" + threads);
				options.addAll(List.of("--", "child"));
				final List<String> out = Benchmarks.java(ThreadsBenchmark.class.getName(),
					Map.of("OMP_NUM_THREADS", String.valueOf(threads), "OMP_WAIT_POLICY", "passive"),
					options);
				final String[] values = out.get(out.size() - 1).split(" ");
				for (int k = 0; k < 2; k++)
					ms[threads - 1][k][turn] = Double.parseDouble(values[k]);
			}
		System.out.println("| what | one thread, ms | two threads, ms | gain |\n| --- | --- | --- | --- |");
		final String[] names = { "training step, batch 4", "T = 20 samples with all maps" };
		for (int k = 0; k < 2; k++) {
			final double one = Benchmarks.median(ms[0][k]), two = Benchmarks.median(ms[1][k]);
			System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", names[k], one, two, one / two);
		}
	}
}
