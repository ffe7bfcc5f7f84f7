package io.github.mcdunet.io;

import io.github.mcdunet.McdUnetException;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and renames it, so that nobody ever finds half a file. */
public final class SafeFile {

	/** Writes the contents of a file. */
	@FunctionalInterface
	public interface Contents {

		/** @param out is closed by the caller */
		void writeTo(OutputStream out) throws IOException;
	}

	private SafeFile() {
	}

	/**
	 * Writes or replaces the file.
	 *
	 * @param what the contents in a word or two, for the message
	 * @throws McdUnetException if the folder is missing or may not be written to
	 */
	public static void write(final Path file, final String what, final byte[] contents) {
		write(file, what, out -> out.write(contents));
	}

	/** As {@link #write(Path, String, byte[])} for contents that need not be in memory at once. */
	public static void write(final Path file, final String what, final Contents contents) {
		final Path target = file.toAbsolutePath();
		final Path folder = target.getParent();
		if (folder == null || !Files.isDirectory(folder))
			throw new McdUnetException(
				"The folder of '" + file + "' does not exist. Create it, or choose "
					+ "another folder to save the " + what + " in.");
		if (Files.isDirectory(target))
			throw new McdUnetException("'" + file
				+ "' is a folder, not a file. Give the file for the " + what + " another name.");
		final Path part = target.resolveSibling(target.getFileName() + ".part");
		try {
			try {
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
					contents.writeTo(out);
				}
				rename(part, target);
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (final IOException e) {
			throw new McdUnetException("The " + what + " could not be saved as '" + file + "' ("
				+ e.getClass().getSimpleName() + ": " + e.getMessage()
				+ "). Check that the disk is not full "
				+ "and that you may write to this folder, or choose another one.", e);
		}
	}

	private static void rename(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			// Some network drives cannot; replacing is the best they offer
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
