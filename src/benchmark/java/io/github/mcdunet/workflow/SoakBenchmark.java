package io.github.mcdunet.workflow;

import io.github.mcdunet.Benchmarks;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.io.IOException;
import java.util.Locale;

/**
 * Two hundred trainings and two thousand predictions in one Java: resident memory after each tenth of them must not grow. Java's heap is
 * small, as it would grow to its limit at leisure and hide what native memory does.
 */
public final class SoakBenchmark {

	private static final int TENTHS = 10;

	private SoakBenchmark() {
	}

	public static void main(final String[] args) throws IOException {
		final Dataset data = new SyntheticWorms(128).generate(8, 1);
		System.out.println("| trainings | predictions | resident, MB |\n| --- | --- | --- |");
		for (int tenth = 1; tenth <= TENTHS; tenth++) {
			for (int i = 0; i < 20; i++) {
				final UNetModel model = new Training(TrainingSettings.defaults().epochs(2).seed(i)).run(data, Progress.NONE).model();
				for (int k = 0; k < 10; k++)
					new Predictor(model).samples(5).run(data.get(k % data.size()).image(), Progress.NONE);
			}
			System.gc();
			System.out.printf(Locale.ROOT, "| %d | %d | %.0f |%n", tenth * 20, tenth * 200, Benchmarks.memory("VmRSS"));
		}
	}
}
