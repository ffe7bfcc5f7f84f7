package io.github.mcdunet.workflow;

import io.github.mcdunet.Benchmarks;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Peak resident memory of a training and a prediction beyond what the process has with its dataset loaded, per configuration. */
public final class MemoryBenchmark {

	private MemoryBenchmark() {
	}

	/** Without arguments: the table. With "size batch": one configuration's row. */
	public static void main(final String[] args) throws IOException, InterruptedException {
		if (args.length > 0) {
			row(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
			return;
		}
		System.out.println("| pixels | batch | training, MB | then prediction with T = 20, MB |\n| --- | --- | --- | --- |");
		for (final String[] c : new String[][]{ { "256", "2" }, { "400", "2" }, { "400", "4" }, { "400", "8" }, { "800", "2" } })
			Benchmarks.java(MemoryBenchmark.class.getName(), Map.of(), List.of("-Xmx1g", "--", c[0], c[1]))
				.forEach(System.out::println);
	}

	private static void row(final int size, final int batch) throws IOException {
		final Dataset data = new SyntheticWorms(size).generate(16, 1);
		System.gc();
		final double before = Benchmarks.memory("VmRSS");
		final UNetModel model = new Training(TrainingSettings.defaults().epochs(3).batchSize(batch)).run(data,
			Progress.NONE).model();
		final double trained = Benchmarks.memory("VmHWM");
		final LabeledImage s = data.get(0);
		new Predictor(model).run(s.image(), Progress.NONE);
		System.out.printf(Locale.ROOT, "| %d x %d x 2 | %d | %.0f | %.0f |%n", size, size, batch, trained - before,
			Benchmarks.memory("VmHWM") - before);
	}
}
