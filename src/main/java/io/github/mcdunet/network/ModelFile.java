package io.github.mcdunet.network;

import io.github.mcdunet.McdUnetException;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.zip.ZipException;

/**
 * Reads and writes a model as one self-contained file, by custom named "*.mcdunet.zip". The layout is docs/model-file.md. Files of
 * strangers may be read: they can be refused, but neither run code nor write files nor take much more memory than they are long.
 */
public final class ModelFile {

	private ModelFile() {
	}

	/**
	 * Replaces what is there, at once and only when all is written.
	 *
	 * @throws McdUnetException if the file cannot be written; what was there is still there then, and nothing else
	 */
	public static void write(final UNetModel model, final Path file) {
		final Path target = file.toAbsolutePath();
		final Path folder = target.getParent();
		if (folder == null || Files.isDirectory(target))
			throw new McdUnetException("\"" + file + "\" is a folder. Give the model a file name in it.");
		if (!Files.isDirectory(folder))
			throw new McdUnetException(
				"There is no folder \"" + folder
					+ "\" to save the model in. Create it or choose another one.");
		final Path beside = folder.resolve(".mcdunet-" + UUID.randomUUID() + ".tmp");
		try {
			writeThrough(model, beside);
			Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final ModelFault e) {
			throw new McdUnetException("The model cannot be saved as \"" + file + "\": " + e.getMessage()
				+ ". Mend that or train again.", e);
		}
		catch (final IOException e) {
			throw new McdUnetException("The model cannot be saved as \"" + file + "\" (" + reason(e)
				+ "). Check that you may write in the folder \"" + folder
				+ "\" and that its disk is not full, or choose another one.", e);
		}
		finally {
			remove(beside);
		}
	}

	/** Writes until the disk has it. */
	private static void writeThrough(final UNetModel model, final Path file) throws IOException, ModelFault {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE)) {
			final OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
			new ModelWriter(model).write(out);
			out.flush();
			channel.force(true);
		}
	}

	private static void remove(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw new McdUnetException(
				"The unfinished file \"" + file + "\" cannot be removed. Please delete it.", e);
		}
	}

	/** @throws McdUnetException if the file is missing, empty, damaged, too new or no model */
	public static UNetModel read(final Path file) {
		try {
			checkThere(file);
			try (ModelArchive archive = new ModelArchive(file)) {
				return new ModelReader(archive).read();
			}
		}
		catch (final ModelForeign e) {
			throw new McdUnetException("\"" + file + "\" is not a model of MC Dropout U-Net. "
				+ "Choose a file that a training saved, usually named *.mcdunet.zip.", e);
		}
		catch (final ModelVersion e) {
			throw new McdUnetException("The model \"" + file + "\" was saved by a newer MC Dropout U-Net: "
				+ e.getMessage() + ". Update the plugin (Help > Update...) and open it again.", e);
		}
		catch (final ModelFault e) {
			throw damaged(file, e.getMessage(), e);
		}
		// NB: ZipFile throws IllegalArgumentException for names that are no text
		catch (final ZipException | EOFException | IllegalArgumentException | IndexOutOfBoundsException e) {
			throw damaged(file, "its structure is broken (" + reason(e) + ")", e);
		}
		catch (final IOException e) {
			throw new McdUnetException("The model file \"" + file + "\" cannot be read (" + reason(e)
				+ "). Check that its drive is connected and that you may read it.", e);
		}
		catch (final OutOfMemoryError e) {
			throw new McdUnetException("There is too little memory for the model \"" + file
				+ "\". Close images or raise the limit in Edit > Options > Memory & Threads.", e);
		}
	}

	/**
	 * Tells a model from all others, also from one of the same name.
	 *
	 * @return SHA-256 of the file, 64 lower-case hexadecimal digits
	 * @throws McdUnetException if the file cannot be read
	 */
	public static String sha256(final Path file) {
		final MessageDigest digest = ModelDigest.start();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
			return ModelDigest.end(digest);
		}
		catch (final IOException e) {
			throw new McdUnetException("The model file \"" + file + "\" cannot be read (" + reason(e)
				+ "). Check that its drive is connected and that you may read it.", e);
		}
	}

	private static void checkThere(final Path file) throws IOException, ModelFault {
		if (Files.isDirectory(file))
			throw new McdUnetException(
				"\"" + file
					+ "\" is a folder, not a model. Choose a file in it, usually named *.mcdunet.zip.");
		if (!Files.exists(file))
			throw new McdUnetException("There is no model file \"" + file
				+ "\". Check its name and folder, and that the drive is connected.");
		if (!Files.isReadable(file))
			throw new McdUnetException(
				"You may not read the model file \"" + file + "\". Ask its owner for access or for a copy.");
		// NB: opening a pipe would wait for ever
		if (!Files.isRegularFile(file)) throw new ModelForeign();
		if (Files.size(file) == 0)
			throw new McdUnetException("The model file \"" + file
				+ "\" is empty. Copy it again from where it was made, or train again.");
	}

	private static McdUnetException damaged(final Path file, final String clause, final Throwable cause) {
		return new McdUnetException("The model file \"" + file + "\" is damaged or was changed: " + clause
			+ ". Copy it again from where it was made, or train again.", cause);
	}

	private static String reason(final Exception e) {
		return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
	}
}
