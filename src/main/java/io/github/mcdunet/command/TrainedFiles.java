package io.github.mcdunet.command;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingResult;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a training leaves: the model, its tables beside it, and the checkpoint only as long as there
 * is something to resume from.
 */
final class TrainedFiles {

	private final OutputFile file;

	/** @param file the model's */
	TrainedFiles(final OutputFile file) {
		this.file = file;
	}

	/** @param data the dataset that was split */
	void write(final TrainingResult result, final Dataset data, final Progress progress) {
		save(result.model());
		file.sibling("-history.csv").write(String.join("\n", result.model().history()) + "\n");
		file.sibling("-split.csv").write(result.split().table(data).toCsv());
		progress.message("Model written to " + file.path());
		final Path checkpoint = CheckpointFile.beside(file.path());
		if (result.end() == TrainingResult.End.CANCELED)
			progress.message("To go on later: Resume Training with " + checkpoint);
		else
			delete(checkpoint, progress);
	}

	private void save(final UNetModel model) {
		try {
			ModelFile.write(model, file.path());
		}
		catch (final McdUnetException e) {
			final Path checkpoint = CheckpointFile.beside(file.path());
			if (!Files.exists(checkpoint)) throw e;
			throw new McdUnetException(
				e.getMessage() + " The training is not lost: once that is mended, "
					+ "Resume Training makes the model from \"" + checkpoint + "\".",
				e);
		}
	}

	private static void delete(final Path checkpoint, final Progress progress) {
		try {
			CheckpointFile.delete(checkpoint);
		}
		catch (final McdUnetException e) {
			progress.message(e.getMessage());
		}
	}
}
