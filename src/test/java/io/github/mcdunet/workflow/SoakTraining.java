package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingSettings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;

/**
 * A small training as a program of its own, to be killed: begins or, if there is a checkpoint, goes
 * on, with a checkpoint after each epoch, and prints what the training says.
 */
public final class SoakTraining {

	private SoakTraining() {
	}

	static Path model(final Path folder) {
		return folder.resolve("soak.mcdunet.zip");
	}

	/** @param args the folder and the number of epochs */
	public static void main(final String[] args) {
		final Path model = model(Paths.get(args[0])), checkpoint = CheckpointFile.beside(model);
		try {
			ModelFile.write(train(checkpoint, Integer.parseInt(args[1])), model);
			CheckpointFile.delete(checkpoint);
			System.out.println("Done");
		}
		catch (final McdUnetException e) {
			System.out.println("Sentence: " + e.getMessage());
		}
	}

	private static UNetModel train(final Path checkpoint, final int epochs) {
		final Dataset worms = new SyntheticWorms(32).generate(4, 1);
		if (Files.exists(checkpoint))
			return Training.resume(checkpoint, Duration.ZERO).run(worms, new Lines()).model();
		return new Training(
			TrainingSettings.defaults().epochs(epochs).patience(0).baseFilters(8).depth(3).seed(3))
			.checkpoints(checkpoint, Duration.ZERO).run(worms, new Lines()).model();
	}

	private static final class Lines implements Progress {

		@Override
		public void report(final String stage, final long done, final long total) {
			// the lines per epoch are enough
		}

		@Override
		public void message(final String line) {
			System.out.println(line);
		}
	}
}
