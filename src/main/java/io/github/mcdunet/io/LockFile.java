package io.github.mcdunet.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A file by which one program at a time, and one thread in it, has something for itself. The file
 * is gone afterwards; one that a killed program left is no lock.
 * <p>
 * The holder deletes the file while it still holds it, so another may just have opened the deleted
 * one and lock that. Whoever has locked a file therefore looks whether it is still the one in the
 * folder: the holder writes a text that nobody else writes, and reads it through the folder. Only
 * who finds it there holds the lock, and only the holder deletes.
 */
public final class LockFile implements AutoCloseable {

	/**
	 * NB: an operating system lets a program lock a file against itself, and gives up all its locks
	 * of a file once the program closes any channel to it, so a second thread must not even open
	 * it. System properties are the only thing that all class loaders share: ImageJ may load a
	 * plugin twice.
	 */
	private static final String IN_USE = "io.github.mcdunet.lock.";

	/** NB: behind the text, which Windows would not let anybody read in a locked place. */
	private static final long PLACE = 1 << 20;

	/** Windows refuses a file that is deleted but not closed yet; that takes an instant. */
	private static final int PATIENCE = 50;

	private final Path file;
	private final String key;
	private final FileChannel channel;
	private final FileChannel seen;

	private LockFile(final Path file, final String key, final FileChannel channel,
		final FileChannel seen) {
		this.file = file;
		this.key = key;
		this.channel = channel;
		this.seen = seen;
	}

	/**
	 * Takes the lock without waiting.
	 *
	 * @param file in a folder that exists
	 * @return empty if somebody else has it
	 * @throws IOException if nothing can be written there
	 */
	public static Optional<LockFile> take(final Path file) throws IOException {
		final Path place = file.toAbsolutePath().getParent().toRealPath()
			.resolve(file.getFileName());
		final String key = IN_USE + place;
		if (System.getProperties().putIfAbsent(key, "held") != null) return Optional.empty();
		Optional<LockFile> lock = Optional.empty();
		try {
			lock = take(place, key);
			return lock;
		}
		finally {
			if (lock.isEmpty()) System.getProperties().remove(key);
		}
	}

	private static Optional<LockFile> take(final Path file, final String key) throws IOException {
		for (int attempt = 1;; attempt++) {
			FileChannel channel = null, seen = null;
			try {
				channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
				if (!isLocked(channel)) return Optional.empty();
				seen = inFolder(channel, file);
				if (seen != null) return Optional.of(new LockFile(file, key, channel, seen));
			}
			catch (final AccessDeniedException e) {
				if (attempt == PATIENCE) throw e;
				Thread.onSpinWait();
			}
			finally {
				if (seen == null && channel != null) channel.close();
			}
		}
	}

	private static boolean isLocked(final FileChannel channel) {
		try {
			return channel.tryLock(PLACE, 1, false) != null;
		}
		catch (final OverlappingFileLockException e) {
			return false; // by this very program, under another name
		}
		catch (final IOException e) {
			return true; // some network drives know no locks: better none than no work there
		}
	}

	/**
	 * Looks whether the locked file is still the one in the folder.
	 *
	 * @return null if not; otherwise another channel to it, to be closed with the first, lest the
	 * lock be given up
	 */
	private static FileChannel inFolder(final FileChannel locked, final Path file)
		throws IOException {
		final ByteBuffer text = ByteBuffer
			.wrap(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
		locked.truncate(0).write(text.duplicate(), 0);
		final FileChannel seen;
		try {
			seen = FileChannel.open(file, StandardOpenOption.READ);
		}
		catch (final NoSuchFileException e) {
			return null;
		}
		final ByteBuffer there = ByteBuffer.allocate(text.capacity());
		seen.read(there, 0);
		if (there.flip().equals(text)) return seen;
		seen.close();
		return null;
	}

	/** Gives the lock back and removes the file. */
	@Override
	public void close() throws IOException {
		try {
			Files.deleteIfExists(file);
		}
		finally {
			seen.close();
			channel.close();
			System.getProperties().remove(key);
		}
	}
}
