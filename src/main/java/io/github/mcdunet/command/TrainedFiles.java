package io.github.mcdunet.command;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.OtherPlace;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.workflow.Training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training leaves: the model, its tables beside it, and the checkpoint only as long as there
 * is something to resume from. A model that cannot be written to its place (the disk is full, the
 * folder is gone) is written to another.
 */
final class TrainedFiles {

	private final OutputFile file;
	private final OtherPlace others;

	/** @param file the model's */
	TrainedFiles(final OutputFile file) {
		this(file, OtherPlace.ofScreen());
	}

	/** @param others asked where to write a model for which there is no room */
	TrainedFiles(final OutputFile file, final OtherPlace others) {
		this.file = file;
		this.others = others;
	}

	/** Says that the first checkpoint of a new training will replace that of a broken-off one. */
	static void tellOlder(final Path model, final Progress progress) {
		final Path checkpoint = CheckpointFile.beside(model);
		if (!Files.exists(checkpoint)) return;
		try {
			progress.message("An earlier training with this model file was broken off. "
				+ Training.resume(checkpoint).description()
				+ " The new training replaces that checkpoint when its first epoch ends; until then, "
				+ "Resume Training would resume the earlier one.");
		}
		catch (final McdUnetException e) {
			progress.message(e.getMessage() + " The new training replaces it.");
		}
	}

	/**
	 * @param data the dataset that was split
	 * @return the model's file
	 * @throws McdUnetException if it could not be written there; says where the model is
	 */
	Path write(final TrainingResult result, final Dataset data, final Progress progress) {
		final OutputFile place = new OutputFile(save(result.model()).toFile());
		progress.message("Model written to " + place.path());
		place.sibling("-history.csv").write(String.join("\n", result.model().history()) + "\n");
		place.sibling("-split.csv").write(result.split().table(data).toCsv());
		final Path checkpoint = CheckpointFile.beside(file.path());
		if (result.end() == TrainingResult.End.CANCELED)
			progress.message("To go on later: Resume Training with " + checkpoint);
		else
			delete(checkpoint, progress);
		return place.path();
	}

	/** @return where the model is, in the place that was wanted or that the person chose */
	private Path save(final UNetModel model) {
		Path place = file.path();
		while (true)
			try {
				ModelFile.write(model, place);
				return place;
			}
			catch (final McdUnetException e) {
				final Optional<Path> other = others.choose(e.getMessage(), place);
				if (other.isEmpty()) throw rescued(model, e);
				place = other.get();
			}
	}

	/** Writes the model to the computer's temporary folder, and says so. */
	private McdUnetException rescued(final UNetModel model, final McdUnetException cause) {
		final StringBuilder text = new StringBuilder(cause.getMessage());
		try {
			final Path copy = Files.createTempDirectory("mcdunet-")
				.resolve(file.path().getFileName());
			ModelFile.write(model, copy);
			text.append(" The model is not lost: it was written to \"").append(copy)
				.append("\". Move it from there soon, as the computer may clear that folder.");
		}
		catch (final IOException | McdUnetException e) {
			text.append(" Nor can it be written to the temporary folder (").append(e.getMessage())
				.append(").");
		}
		final Path checkpoint = CheckpointFile.beside(file.path());
		if (Files.exists(checkpoint))
			text.append(" Once that is mended, Resume Training makes it anew from \"")
				.append(checkpoint).append("\".");
		return new McdUnetException(text.toString(), cause);
	}

	private static void delete(final Path checkpoint, final Progress progress) {
		if (!Files.isDirectory(checkpoint.getParent())) return;
		try {
			CheckpointFile.delete(checkpoint);
		}
		catch (final McdUnetException e) {
			progress.message(e.getMessage());
		}
	}
}
