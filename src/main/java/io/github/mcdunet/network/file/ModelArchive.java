package io.github.mcdunet.network.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip without compression, read without trust: since what is stored takes as many bytes in the
 * file as in memory, no small file becomes a large one. Nothing is written to disk, and an entry's
 * name is only ever compared.
 */
final class ModelArchive implements Closeable {

	/**
	 * The end record: signature, four 16-bit numbers, size and start of the directory, length of
	 * the comment.
	 */
	private static final int END = 22;
	private static final int END_SIGNATURE = 0x06054b50;
	private static final int FIRST_SIGNATURE = 0x04034b50;
	private static final int MOST_ENTRIES = 64;
	private static final int LARGEST_DIRECTORY = 1 << 16;

	private final ZipFile zip;
	private final Map<String, ZipEntry> entries = new HashMap<>();

	ModelArchive(final Path file) throws IOException, ModelFault {
		checkEnds(file);
		zip = new ZipFile(file.toFile());
		try {
			for (final ZipEntry e : Collections.list(zip.entries()))
				if (entries.put(e.getName(), e) != null)
					throw new ModelFault("it holds a part twice");
		}
		catch (final ModelFault | RuntimeException e) {
			zip.close();
			throw e;
		}
	}

	/**
	 * NB: ZipFile reads the whole directory, however large, and finds it behind foreign bytes too,
	 * so both ends are looked at first.
	 */
	private static void checkEnds(final Path file) throws IOException, ModelFault {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			final long length = in.length();
			if (length < Integer.BYTES || Integer.reverseBytes(in.readInt()) != FIRST_SIGNATURE)
				throw new ModelForeign();
			final byte[] bytes = new byte[END];
			in.seek(Math.max(0, length - END));
			in.readFully(bytes, 0, (int) Math.min(END, length));
			final ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			final long size = end.getInt(12) & 0xffffffffL, start = end.getInt(16) & 0xffffffffL;
			if (end.getInt(0) != END_SIGNATURE || start + size + END != length)
				throw new ModelFault("its end is missing or changed");
			if (end.getShort(10) < 1 || end.getShort(10) > MOST_ENTRIES || size > LARGEST_DIRECTORY)
				throw new ModelForeign();
		}
	}

	boolean has(final String name) {
		return entries.containsKey(name);
	}

	Set<String> names() {
		return entries.keySet();
	}

	/**
	 * Size of an entry in bytes.
	 *
	 * @throws ModelFault if it is missing or compressed
	 */
	long size(final String name) throws ModelFault {
		final ZipEntry entry = entries.get(name);
		if (entry == null) throw new ModelFault("it lacks " + name);
		if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize())
			throw new ModelFault("its part " + name + " is compressed, which a model's never is");
		return entry.getSize();
	}

	/**
	 * The entry's bytes.
	 *
	 * @throws ModelFault if it is larger than the limit
	 */
	byte[] bytes(final String name, final int limit) throws IOException, ModelFault {
		final long size = size(name);
		if (size > limit) throw new ModelFault("its part " + name + " is too large");
		try (InputStream in = open(name)) {
			final byte[] bytes = in.readNBytes((int) size);
			if (bytes.length != size) throw new ModelFault("its part " + name + " is cut short");
			return bytes;
		}
	}

	/** Reads at most size(name) bytes. */
	InputStream open(final String name) throws IOException, ModelFault {
		size(name);
		return zip.getInputStream(entries.get(name));
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}
}
