package io.github.mcdunet.io;

import io.github.mcdunet.McdUnetException;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that is written beside its place, kept by the disk, and renamed: whoever looks, and
 * whenever the process is killed, finds the old file or the new one. Each write has an unfinished
 * file of its own, so that two processes never write into the same.
 */
public final class SafeFile {

	/** Writes the contents of a file. */
	@FunctionalInterface
	public interface Contents {

		/** @param out is buffered, and closed by the caller */
		void writeTo(OutputStream out) throws IOException;
	}

	private static final int BUFFER = 1 << 16;

	private SafeFile() {
	}

	/**
	 * Writes or replaces the file.
	 *
	 * @param noun the contents in a word or two, for the message
	 * @throws McdUnetException if the file cannot be written; what was there is still there then,
	 * and nothing else
	 */
	public static void write(final Path file, final String noun, final byte[] contents) {
		write(file, noun, out -> out.write(contents));
	}

	/** As {@link #write(Path, String, byte[])} for contents that need not be in memory at once. */
	public static void write(final Path file, final String noun, final Contents contents) {
		final Path target = file.toAbsolutePath();
		final Path folder = target.getParent();
		if (folder == null || Files.isDirectory(target))
			throw new McdUnetException(
				"\"" + file + "\" is a folder. Give the " + noun + " a file name in it.");
		if (!Files.isDirectory(folder))
			throw new McdUnetException("There is no folder to save the " + noun + " \"" + file
				+ "\" in. Create it or choose another one.");
		final Path unfinished = folder.resolve(prefix(target) + UUID.randomUUID() + ".tmp");
		try {
			writeThrough(contents, unfinished);
			rename(unfinished, target);
		}
		catch (final IOException e) {
			throw new McdUnetException("The " + noun + " cannot be saved as \"" + file + "\" ("
				+ reason(e) + "). Check that you may write in the folder \"" + folder
				+ "\" and that its disk is not full, or choose another one.", e);
		}
		finally {
			remove(unfinished);
		}
	}

	/**
	 * NB: a FileChannel would give up, and the file with it, when the thread is interrupted, as a
	 * cancel may do.
	 */
	private static void writeThrough(final Contents contents, final Path file) throws IOException {
		try (FileOutputStream stream = new FileOutputStream(file.toFile())) {
			final OutputStream out = new BufferedOutputStream(stream, BUFFER);
			contents.writeTo(out);
			out.flush();
			stream.getFD().sync();
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

	private static void remove(final Path unfinished) {
		try {
			Files.deleteIfExists(unfinished);
		}
		catch (final IOException e) {
			throw new McdUnetException(
				"The unfinished file \"" + unfinished + "\" cannot be removed. Please delete it.",
				e);
		}
	}

	/**
	 * Deletes what processes that were killed while they wrote this very file have left beside it.
	 * Not while another process writes it.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	public static void removeLeftovers(final Path file) {
		final Path target = file.toAbsolutePath(), folder = target.getParent();
		try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder,
			prefix(target) + "*.tmp")) {
			leftovers.forEach(SafeFile::remove);
		}
		catch (final IOException e) {
			throw new McdUnetException("The folder \"" + folder + "\" cannot be read (" + reason(e)
				+ "). Check that it is there and that you may use it.", e);
		}
	}

	/**
	 * Of the names of a file's unfinished versions; short, since a long name may have no room for
	 * more.
	 */
	/** Why no file here can have this name, such as that it is too long; empty if one can. */
	public static Optional<String> nameFault(final Path file) {
		try {
			Files.readAttributes(file, BasicFileAttributes.class);
			return Optional.empty();
		}
		catch (final NoSuchFileException e) {
			return Optional.empty();
		}
		catch (final FileSystemException e) {
			return Optional.of(
				"The name '" + file.getFileName() + "' (" + file.getFileName().toString().length()
					+ " characters) cannot be given to a file there: "
					+ Objects.requireNonNullElse(e.getReason(), e.getMessage()) + ".");
		}
		catch (final IOException e) {
			return Optional.empty(); // what the name has no part in is said when it is written
		}
	}

	private static String prefix(final Path target) {
		return ".mcdunet-" + Integer.toHexString(target.getFileName().toString().hashCode()) + "-";
	}

	private static String reason(final IOException e) {
		return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
	}
}
