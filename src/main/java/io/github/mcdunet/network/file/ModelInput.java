package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Opens a file that may be anything, and says in a sentence what is wrong with it. */
final class ModelInput {

	/** Makes something of an archive. */
	interface Contents<T> {

		T read(ModelArchive archive) throws IOException, ModelFault;
	}

	private final ModelKind kind;
	private final Path file;

	ModelInput(final ModelKind kind, final Path file) {
		this.kind = kind;
		this.file = file;
	}

	/**
	 * @throws McdUnetException if the file is missing, empty, damaged, too new or something else
	 */
	<T> T read(final Contents<T> contents) {
		try {
			checkThere();
			try (ModelArchive archive = new ModelArchive(file)) {
				return contents.read(archive);
			}
		}
		catch (final ModelForeign e) {
			throw new McdUnetException("\"" + file + "\" is not a " + kind.noun()
				+ " of MC Dropout U-Net. Choose a file " + kind.origin() + ".", e);
		}
		catch (final ModelVersion e) {
			throw new McdUnetException(
				"The " + kind.noun() + " \"" + file + "\" was saved by a newer MC Dropout U-Net: "
					+ e.getMessage() + ". Update the plugin (Help > Update...) and open it again.",
				e);
		}
		catch (final ModelFault e) {
			throw damaged(e.getMessage(), e);
		}
		// NB: ZipFile throws IllegalArgumentException for names that are no text
		catch (final ZipException | EOFException | IllegalArgumentException
			| IndexOutOfBoundsException e) {
			throw damaged("its structure is broken (" + reason(e) + ")", e);
		}
		catch (final IOException e) {
			throw new McdUnetException(
				"The " + kind.noun() + " file \"" + file + "\" cannot be read (" + reason(e)
					+ "). Check that its drive is connected and that you may read it.",
				e);
		}
		catch (final OutOfMemoryError e) {
			throw new McdUnetException(
				"There is too little memory for the " + kind.noun() + " \"" + file
					+ "\". Close images or raise the limit in Edit > Options > Memory & Threads.",
				e);
		}
	}

	private void checkThere() throws IOException, ModelFault {
		if (Files.isDirectory(file))
			throw new McdUnetException("\"" + file + "\" is a folder, not a " + kind.noun()
				+ ". Choose a file in it " + kind.origin() + ".");
		if (!Files.exists(file))
			throw new McdUnetException("There is no " + kind.noun() + " file \"" + file
				+ "\". Check its name and folder, and that the drive is connected.");
		if (!Files.isReadable(file))
			throw new McdUnetException("You may not read the " + kind.noun() + " file \"" + file
				+ "\". Ask its owner for access or for a copy.");
		// NB: opening a pipe would wait for ever
		if (!Files.isRegularFile(file)) throw new ModelForeign();
		if (Files.size(file) == 0)
			throw new McdUnetException(
				"The " + kind.noun() + " file \"" + file + "\" is empty. " + kind.remedy());
	}

	private McdUnetException damaged(final String clause, final Throwable cause) {
		return new McdUnetException("The " + kind.noun() + " file \"" + file
			+ "\" is damaged or was changed: " + clause + ". " + kind.remedy(), cause);
	}

	static String reason(final Exception e) {
		return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
	}
}
