package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.io.SafeFile;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file that a command writes. */
public final class OutputFile {

	/** NB: "scores.day2" has none of these. */
	private static final String ENDINGS = "(?i)(\\.mcdunet\\.zip|\\.(csv|zip|png|txt|tiff?|roi|xls))$";
	private static final String MODEL_ENDING = ".mcdunet.zip";
	/** As long as that of any file beside a file, such as a checkpoint. */
	private static final String LONGEST_ENDING = ".mcdunet.checkpoint";

	private final Path path;

	public OutputFile(final File file) {
		this.path = file.toPath().toAbsolutePath();
	}

	/** A model's file, whose name gets the ending .mcdunet.zip if it does not end in .zip. */
	public static OutputFile model(final File file) {
		return new OutputFile(file.getName().toLowerCase(Locale.ROOT).endsWith(".zip") ? file
			: new File(file.getParentFile(), file.getName() + MODEL_ENDING));
	}

	/** A model's file that is there, also if it was named without its ending. */
	public static Path existingModel(final File file) {
		final Path full = model(file).path();
		return !file.exists() && Files.exists(full) ? full : file.toPath();
	}

	/**
	 * To be called before long work.
	 *
	 * @throws McdUnetException if the file cannot be written later, because of its folder or
	 * because it is a folder itself
	 */
	public OutputFile checkWritable() {
		final Path folder = path.getParent();
		if (Files.isDirectory(path))
			throw new McdUnetException(
				"'" + path + "' is a folder. Give the name of a file in it.");
		if (folder == null || !Files.isDirectory(folder))
			throw new McdUnetException(
				"The folder '" + folder + "' does not exist. Make it first, or choose another.");
		if (!Files.isWritable(folder))
			throw new McdUnetException(
				"Nothing may be written into '" + folder + "'. Choose another folder.");
		SafeFile.nameFault(path.resolveSibling(path.getFileName() + LONGEST_ENDING))
			.ifPresent(fault -> {
				throw new McdUnetException(fault.replace(LONGEST_ENDING, "...")
					+ " Choose a shorter one: other files of that name are written beside it.");
			});
		return this;
	}

	/**
	 * To be called before long work.
	 *
	 * @param bytes that will be written there
	 * @param noun what they are, for the message
	 * @throws McdUnetException if the disk has less room, with the figures
	 */
	public OutputFile checkRoom(final long bytes, final String noun) {
		final long free;
		try {
			free = Files.getFileStore(path.getParent()).getUsableSpace();
		}
		catch (final IOException e) {
			throw new McdUnetException("The folder '" + path.getParent() + "' cannot be reached ("
				+ e.getMessage() + "). Choose another.", e);
		}
		if (bytes > free)
			throw new McdUnetException("The " + noun + " need " + NumberText.bytes(bytes)
				+ " on disk, but only " + NumberText.bytes(free) + " are free in '"
				+ path.getParent() + "'. Make room, or choose another folder.");
		return this;
	}

	/** The checked file, or empty if the person wants none. */
	public static Optional<OutputFile> checked(final File file) {
		return InputChecks.isGiven(file) ? Optional.of(new OutputFile(file).checkWritable())
			: Optional.empty();
	}

	public Path path() {
		return path;
	}

	/**
	 * The file of the same name with another ending: worms.mcdunet.zip and "-history.csv" give
	 * worms-history.csv.
	 */
	public OutputFile sibling(final String ending) {
		final String name = path.getFileName().toString();
		final String bare = name.replaceFirst(ENDINGS, "");
		return new OutputFile(
			path.resolveSibling((bare.isEmpty() ? name : bare) + ending).toFile());
	}

	/** Writes text whole or not at all. */
	public void write(final String text) {
		SafeFile.write(path, "table", text.getBytes(StandardCharsets.UTF_8));
	}
}
