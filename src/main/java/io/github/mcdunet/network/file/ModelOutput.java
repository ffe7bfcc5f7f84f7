package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file beside its place, waits until the disk has it, and renames it: whoever looks, and
 * whenever the process is killed, finds the old file or the new one.
 */
final class ModelOutput {

	/** Writes a file's bytes. */
	interface Contents {

		void write(OutputStream out) throws IOException, ModelFault;
	}

	private final ModelKind kind;
	private final Path file;

	ModelOutput(final ModelKind kind, final Path file) {
		this.kind = kind;
		this.file = file;
	}

	/**
	 * @throws McdUnetException if the file cannot be written; what was there is still there then,
	 * and nothing else
	 */
	void write(final Contents contents) {
		final Path target = file.toAbsolutePath();
		final Path folder = target.getParent();
		if (folder == null || Files.isDirectory(target))
			throw new McdUnetException(
				"\"" + file + "\" is a folder. Give the " + kind.noun() + " a file name in it.");
		if (!Files.isDirectory(folder))
			throw new McdUnetException("There is no folder \"" + folder + "\" to save the "
				+ kind.noun() + " in. Create it or choose another one.");
		final Path beside = folder.resolve(prefix(target) + UUID.randomUUID() + ".tmp");
		try {
			writeThrough(contents, beside);
			Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final ModelFault e) {
			throw new McdUnetException("The " + kind.noun() + " cannot be saved as \"" + file
				+ "\": " + e.getMessage() + ". Mend that or train again.", e);
		}
		catch (final IOException e) {
			throw new McdUnetException("The " + kind.noun() + " cannot be saved as \"" + file
				+ "\" (" + ModelInput.reason(e) + "). Check that you may write in the folder \""
				+ folder + "\" and that its disk is not full, or choose another one.", e);
		}
		finally {
			remove(beside);
		}
	}

	/**
	 * NB: a FileChannel would give up, and the file with it, when the thread is interrupted, as a
	 * cancel may do.
	 */
	private static void writeThrough(final Contents contents, final Path file)
		throws IOException, ModelFault {
		try (FileOutputStream stream = new FileOutputStream(file.toFile())) {
			final OutputStream out = new BufferedOutputStream(stream, 1 << 16);
			contents.write(out);
			out.flush();
			stream.getFD().sync();
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

	/**
	 * Deletes what processes that were killed while they wrote this very file have left beside it.
	 */
	void removeLeftovers() {
		final Path target = file.toAbsolutePath();
		try (DirectoryStream<Path> left = Files.newDirectoryStream(target.getParent(),
			prefix(target) + "*.tmp")) {
			for (final Path p : left)
				remove(p);
		}
		catch (final IOException e) {
			throw new McdUnetException("The folder \"" + target.getParent() + "\" cannot be read ("
				+ ModelInput.reason(e) + "). Check that it is there and that you may use it.", e);
		}
	}

	/**
	 * Of the names of a file's unfinished versions; short, since a long name may have no room for
	 * more.
	 */
	private static String prefix(final Path target) {
		return ".mcdunet-" + Integer.toHexString(target.getFileName().toString().hashCode()) + "-";
	}
}
