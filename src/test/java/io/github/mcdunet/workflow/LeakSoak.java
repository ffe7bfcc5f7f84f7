package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains and predicts many times in one Java (Linux), and prints the resident memory in kB after
 * each tenth of it.
 */
public final class LeakSoak {

	private static final int PARTS = 10;

	private LeakSoak() {
	}

	/** @param args number of trainings; there are ten predictions for each */
	public static void main(final String[] args) throws IOException, InterruptedException {
		final Dataset worms = new SyntheticWorms(64).generate(6, 1);
		for (int part = 0; part < PARTS; part++) {
			for (int i = 0; i < Integer.parseInt(args[0]) / PARTS; i++) {
				final UNetModel model = new Training(TrainingSettings.defaults().epochs(2).seed(i))
					.run(worms, Progress.NONE).model();
				for (int k = 0; k < 10; k++)
					new Predictor(model).samples(4).run(worms.get(k % worms.size()).image(),
						Progress.NONE);
			}
			System.gc();
			System.out.println(settled());
		}
	}

	/** Native memory is given back by a thread of its own: waits until no more comes back. */
	private static long settled() throws IOException, InterruptedException {
		long before, now = resident();
		do {
			before = now;
			Thread.sleep(100);
			now = resident();
		} while (now < before);
		return now;
	}

	private static long resident() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status")).stream()
			.filter(line -> line.startsWith("VmRSS"))
			.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().getAsLong();
	}
}
