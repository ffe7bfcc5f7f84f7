package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.io.SafeFile;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * The two kinds of files. Opens one that may be anything, and says in a sentence what is wrong with
 * it.
 */
enum FileKind {
	MODEL("model", "that a training saved, usually named *.mcdunet.zip",
		"Copy it again from where it was made, or train again."),
	CHECKPOINT("checkpoint",
		"that an unfinished training left, usually named *.mcdunet.checkpoint.zip",
		"Copy it again from where it was made, or train anew.");

	/** Makes something of an archive. */
	interface Reading<T> {

		T read(CheckedZip zip) throws IOException, FileFault;
	}

	/** Puts the parts into an archive. */
	interface Writing {

		void write(CheckedZip.Writer zip) throws IOException, FileFault;
	}

	private final String noun;
	/** Completes "a file ...". */
	private final String origin;
	/** A sentence: what to do about a broken file. */
	private final String remedy;

	FileKind(final String noun, final String origin, final String remedy) {
		this.noun = noun;
		this.origin = origin;
		this.remedy = remedy;
	}

	/**
	 * @throws McdUnetException if the file cannot be written; what was there is still there then,
	 * and nothing else
	 */
	void write(final Path file, final Writing contents) {
		SafeFile.write(file, noun, out -> {
			final CheckedZip.Writer zip = new CheckedZip.Writer(out);
			try {
				contents.write(zip);
			}
			catch (final FileFault e) {
				throw new McdUnetException("The " + noun + " cannot be saved as \"" + file + "\": "
					+ e.getMessage() + ". Mend that or train again.", e);
			}
			zip.finish();
		});
	}

	/**
	 * @throws McdUnetException if the file is missing, empty, damaged, too new or something else
	 */
	<T> T read(final Path file, final Reading<T> contents) {
		try {
			checkThere(file);
			try (CheckedZip zip = new CheckedZip(file)) {
				return contents.read(zip);
			}
		}
		catch (final FileFault e) {
			throw new McdUnetException(switch (e.kind()) {
				case FOREIGN -> "\"" + file + "\" is not a " + noun
					+ " of MC Dropout U-Net. Choose a file " + origin + ".";
				case NEWER -> "The " + noun + " \"" + file
					+ "\" was saved by a newer MC Dropout U-Net: " + e.getMessage()
					+ ". Update the plugin (Help > Update...) and open it again.";
				case DAMAGED -> damaged(file, e.getMessage());
			}, e);
		}
		// NB: ZipFile throws IllegalArgumentException for names that are no text
		catch (final ZipException | EOFException | IllegalArgumentException
			| IndexOutOfBoundsException e) {
			throw new McdUnetException(damaged(file, "its structure is broken (" + reason(e) + ")"),
				e);
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
		catch (final OutOfMemoryError e) {
			throw new McdUnetException(
				MemoryBudget.tooLittle("for the " + noun + " \"" + file + "\""), e);
		}
	}

	private void checkThere(final Path file) throws IOException, FileFault {
		if (Files.isDirectory(file))
			throw new McdUnetException("\"" + file + "\" is a folder, not a " + noun
				+ ". Choose a file in it " + origin + ".");
		if (!Files.exists(file))
			throw new McdUnetException("There is no " + noun + " file \"" + file
				+ "\". Check its name and folder, and that the drive is connected.");
		if (!Files.isReadable(file))
			throw new McdUnetException("You may not read the " + noun + " file \"" + file
				+ "\". Ask its owner for access or for a copy.");
		// NB: opening a pipe would wait for ever
		if (!Files.isRegularFile(file)) throw FileFault.foreign();
		if (Files.size(file) == 0)
			throw new McdUnetException(
				"The " + noun + " file \"" + file + "\" is empty. " + remedy);
	}

	private String damaged(final Path file, final String clause) {
		return "The " + noun + " file \"" + file + "\" is damaged or was changed: " + clause + ". "
			+ remedy;
	}

	McdUnetException unreadable(final Path file, final IOException cause) {
		return new McdUnetException("The " + noun + " file \"" + file + "\" cannot be read ("
			+ reason(cause) + "). Check that its drive is connected and that you may read it.",
			cause);
	}

	private static String reason(final Exception e) {
		return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
	}
}
