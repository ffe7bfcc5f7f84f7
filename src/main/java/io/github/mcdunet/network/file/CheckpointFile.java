package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.SafeFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads and writes a checkpoint as one file: a model file of the best epoch with two more parts, as
 * docs/model-file.md says, and as safe to read as one. Named after the model:
 * worms.mcdunet.checkpoint.zip for worms.mcdunet.zip.
 */
public final class CheckpointFile {

	private static final String ZIP = ".zip";
	private static final String ENDING = ".checkpoint";

	private CheckpointFile() {
	}

	/** The checkpoint's place beside a model file. */
	public static Path beside(final Path model) {
		final String name = model.getFileName().toString();
		return model.resolveSibling(name.endsWith(ZIP)
			? name.substring(0, name.length() - ZIP.length()) + ENDING + ZIP : name + ENDING);
	}

	/**
	 * The model file that a checkpoint is beside.
	 *
	 * @throws McdUnetException if the checkpoint was renamed so that its name does not tell
	 */
	public static Path model(final Path checkpoint) {
		return modelBeside(checkpoint).orElseThrow(() -> new McdUnetException(
			"The name of the checkpoint \"" + checkpoint + "\" does not end in \"" + ENDING + ZIP
				+ "\". Name it as it was, such as worms.mcdunet.checkpoint.zip: the model is "
				+ "written beside it as worms.mcdunet.zip."));
	}

	private static Optional<Path> modelBeside(final Path checkpoint) {
		final String name = checkpoint.getFileName().toString();
		final String end = name.endsWith(ZIP) ? ZIP : "";
		final String bare = name.substring(0, name.length() - end.length());
		return bare.endsWith(ENDING) && bare.length() > ENDING.length()
			? Optional.of(
				checkpoint.resolveSibling(bare.substring(0, bare.length() - ENDING.length()) + end))
			: Optional.empty();
	}

	/**
	 * Replaces what is there, at once and only when all is written.
	 *
	 * @throws McdUnetException if the file cannot be written; what was there is still there then,
	 * and nothing else
	 */
	public static void write(final Checkpoint checkpoint, final Path file) {
		FileKind.CHECKPOINT.write(file, zip -> CheckpointCodec.write(checkpoint, zip));
	}

	/** @throws McdUnetException if the file is missing, empty, damaged, too new or no checkpoint */
	public static Checkpoint read(final Path file) {
		return FileKind.CHECKPOINT.read(file, CheckpointCodec::read);
	}

	/**
	 * Deletes the checkpoint if there is one, and what killed processes have left of it and its
	 * model.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	public static void delete(final Path file) {
		removeLeftovers(file);
		modelBeside(file).ifPresent(SafeFile::removeLeftovers);
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw new McdUnetException("The checkpoint \"" + file
				+ "\" cannot be removed. It is of no use any more; please delete it.", e);
		}
	}

	/**
	 * Deletes half-written versions that a process left beside the file because it was killed. Not
	 * while another process writes it.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	public static void removeLeftovers(final Path file) {
		SafeFile.removeLeftovers(file);
	}
}
