package io.github.mcdunet.imagej.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a TIFF's directories (TIFF 6.0, section 2) before ImageJ does: it believes every count
 * and works on it for minutes, and follows directories in a ring for ever.
 */
final class TiffDirectory {

	private static final int ENTRY = 12;
	private static final int MOST_ENTRIES = 1000;
	private static final int MAGIC = 42;
	private static final int SHORT = 3;
	/**
	 * Bytes per value by the field type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED,
	 * SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE.
	 */
	private static final int[] BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	private final RandomAccessFile in;
	private final ByteOrder order;

	private TiffDirectory(final RandomAccessFile in, final ByteOrder order) {
		this.in = in;
		this.order = order;
	}

	/**
	 * Whether this is a TIFF with a field or a part of ImageJ's data larger than the whole file, or
	 * with a directory that is cut off or comes twice. Other files and lesser faults are left to
	 * ImageJ.
	 */
	static boolean isAbsurd(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			final Optional<ByteBuffer> head = head(in);
			return head.isPresent() && new TiffDirectory(in, head.get().order())
				.isAbsurdFrom(head.get().getInt(4) & 0xffffffffL);
		}
	}

	/**
	 * Whether the file begins as a TIFF does; ImageJ's decoder takes others too, but ImageJ's
	 * opener does not.
	 */
	static boolean isTiff(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			return head(in).isPresent();
		}
	}

	private static Optional<ByteBuffer> head(final RandomAccessFile in) throws IOException {
		if (in.length() < 8) return Optional.empty();
		final byte[] head = new byte[8];
		in.readFully(head);
		final ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		final ByteBuffer header = ByteBuffer.wrap(head).order(order);
		return head[0] == head[1] && (head[0] == 'I' || head[0] == 'M')
			&& header.getShort(2) == MAGIC ? Optional.of(header) : Optional.empty();
	}

	private boolean isAbsurdFrom(final long first) throws IOException {
		final Set<Long> seen = new HashSet<>();
		long at = first;
		while (at > 0 && at + 2 <= in.length()) {
			if (!seen.add(at)) return true;
			final int entries = read(at, 2).getShort() & 0xffff;
			if (entries > MOST_ENTRIES) return false; // ImageJ stops here
			final long end = at + 2 + (long) entries * ENTRY;
			// NB: ImageJ takes what lies beyond the end for counts too
			if (end > in.length()) return true;
			final ByteBuffer directory = read(at + 2, entries * ENTRY);
			for (int i = 0; i < entries; i++)
				if (bytes(directory, i * ENTRY) > in.length()) return true;
			if (hasAbsurdMetadata(directory, entries)) return true;
			if (end + 4 > in.length()) return false;
			at = read(end, 4).getInt() & 0xffffffffL;
		}
		return false;
	}

	private boolean hasAbsurdMetadata(final ByteBuffer directory, final int entries)
		throws IOException {
		ByteBuffer sizes = ByteBuffer.allocate(0);
		for (int i = 0; i < entries * ENTRY; i += ENTRY) {
			final int tag = directory.getShort(i) & 0xffff;
			if (tag == TiffMetadata.SIZES_TAG) {
				// NB: ImageJ takes them as four bytes each, whatever their field's type, and never in place of their address
				final long bytes = (directory.getInt(i + 4) & 0xffffffffL) * Integer.BYTES;
				if (address(directory, i) + bytes > in.length()) return true;
				sizes = read(address(directory, i), (int) bytes);
			}
			if (tag == TiffMetadata.DATA_TAG && TiffMetadata.isRead(sizes)) {
				if (address(directory, i) + sizes.getInt(0) > in.length()) return true;
				final ByteBuffer header = read(address(directory, i), sizes.getInt(0));
				if (TiffMetadata.isAbsurd(sizes, header, in.length())) return true;
			}
		}
		return false;
	}

	private static long address(final ByteBuffer directory, final int entry) {
		return directory.getShort(entry + 2) == SHORT && directory.getInt(entry + 4) == 1
			? directory.getShort(entry + 8) & 0xffff : directory.getInt(entry + 8) & 0xffffffffL;
	}

	private static long bytes(final ByteBuffer directory, final int entry) {
		final int type = directory.getShort(entry + 2) & 0xffff;
		return (directory.getInt(entry + 4) & 0xffffffffL)
			* (type < BYTES.length ? BYTES[type] : 1);
	}

	private ByteBuffer read(final long at, final int n) throws IOException {
		final byte[] bytes = new byte[n];
		in.seek(at);
		in.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}
}
