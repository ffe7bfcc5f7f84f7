package io.github.mcdunet.imagej;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks at a TIFF's directories (TIFF 6.0, section 2) before ImageJ does: it believes every count and works on it for minutes, and
 * follows directories in a ring for ever.
 */
final class TiffDirectory {

	private static final int ENTRY = 12;
	private static final int MAGIC = 42;
	/** Bytes per value by the field type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE. */
	private static final int[] BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	private final RandomAccessFile in;
	private final ByteOrder order;

	private TiffDirectory(final RandomAccessFile in, final ByteOrder order) {
		this.in = in;
		this.order = order;
	}

	/**
	 * Whether this is a TIFF with a field larger than the whole file, or with a directory that comes twice. Other files and lesser
	 * faults are left to ImageJ.
	 */
	static boolean isAbsurd(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (in.length() < 8) return false;
			final byte[] head = new byte[8];
			in.readFully(head);
			final ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final ByteBuffer header = ByteBuffer.wrap(head).order(order);
			if (head[0] != head[1] || head[0] != 'I' && head[0] != 'M' || header.getShort(2) != MAGIC)
				return false;
			return new TiffDirectory(in, order).isAbsurdFrom(header.getInt(4) & 0xffffffffL);
		}
	}

	private boolean isAbsurdFrom(final long first) throws IOException {
		final Set<Long> seen = new HashSet<>();
		long at = first;
		while (at > 0 && at + 2 <= in.length()) {
			if (!seen.add(at)) return true;
			final int entries = read(at, 2).getShort() & 0xffff;
			final long end = at + 2 + (long) entries * ENTRY;
			if (end + 4 > in.length()) return false;
			final ByteBuffer directory = read(at + 2, entries * ENTRY + 4);
			for (int i = 0; i < entries; i++)
				if (bytes(directory, i * ENTRY) > in.length()) return true;
			at = directory.getInt(entries * ENTRY) & 0xffffffffL;
		}
		return false;
	}

	private static long bytes(final ByteBuffer directory, final int entry) {
		final int type = directory.getShort(entry + 2) & 0xffff;
		return (directory.getInt(entry + 4) & 0xffffffffL) * (type < BYTES.length ? BYTES[type] : 1);
	}

	private ByteBuffer read(final long at, final int n) throws IOException {
		final byte[] bytes = new byte[n];
		in.seek(at);
		in.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}
}
