package io.github.mcdunet.command;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainedNetwork;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a training leaves: the model, its tables beside it, and the checkpoint only as long as there
 * is something to go on with.
 */
final class TrainedFiles {

	private final OutputFile file;

	/** @param file the model's */
	TrainedFiles(final OutputFile file) {
		this.file = file;
	}

	/** @param split the table of who went where */
	void write(final UNetModel model, final String split, final Progress progress) {
		save(model);
		file.sibling("-history.csv").write(String.join("\n", model.history()) + "\n");
		file.sibling("-split.csv").write(split);
		progress.message("Model written to " + file.path());
		final Path checkpoint = CheckpointFile.beside(file.path());
		if (TrainedNetwork.End.CANCELED.text().equals(model.manifest().get("result.end")))
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
