package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of its own (Linux) that allows itself little more memory than it has, and then predicts
 * and trains with more than that at a time. It says what it is told, and prints "Done" if tiles and
 * batches became smaller and the results are right.
 */
public final class MemoryLimit {

	/**
	 * The image as one tile takes 1.1 GB, tiles of half its side less than half; a batch of 8
	 * images of 368 pixels 900 MB, one of 4 half of it.
	 */
	private static final long BYTES = 800L << 20;

	private static final Progress LINES = new Progress() {

		@Override
		public void report(final String stage, final long done, final long total) {
			// the messages are enough
		}

		@Override
		public void message(final String line) {
			System.out.println(line);
		}
	};

	private MemoryLimit() {
	}

	public static void main(final String[] args) throws IOException, InterruptedException {
		final Dataset worms = new SyntheticWorms(368).generate(9, 1),
			large = new SyntheticWorms(1600).generate(1, 1);
		final TrainingSettings settings = TrainingSettings.defaults().epochs(1).batchSize(1).seed(1)
			.validationFraction(0.1).augment(false);
		final UNetModel model = new Training(settings)
			.run(worms.subset(List.of(0, 1)), Progress.NONE).model();
		final Predictor prediction = new Predictor(model).samples(2);
		final UncertaintyMaps expected = prediction.tileSize(512).run(large.get(0).image(),
			Progress.NONE);
		System.gc();
		limit();
		for (int i = 0; i < 3; i++)
			assertSame(expected, prediction.tileSize(1600).run(large.get(0).image(), LINES));
		final UNetModel trained = new Training(settings.epochs(2).batchSize(8)).run(worms, LINES)
			.model();
		System.out.println(trained.history());
		System.out.println("Done");
	}

	private static void limit() throws IOException, InterruptedException {
		final long now = Files.readAllLines(Path.of("/proc/self/status")).stream()
			.filter(l -> l.startsWith("VmSize"))
			.mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) << 10).findFirst().getAsLong();
		final int status = new ProcessBuilder("prlimit", "--pid",
			String.valueOf(ProcessHandle.current().pid()), "--as=" + (now + BYTES)).inheritIO()
			.start().waitFor();
		if (status != 0) throw new IllegalStateException("prlimit: " + status);
	}

	private static void assertSame(final UncertaintyMaps expected, final UncertaintyMaps maps) {
		for (int i = 0; i < expected.probability().length; i++)
			if (Math.abs(expected.probability()[i] - maps.probability()[i]) > 1e-5)
				throw new AssertionError("pixel " + i);
	}
}
