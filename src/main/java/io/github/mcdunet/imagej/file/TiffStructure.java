package io.github.mcdunet.imagej.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What a file's directories (TIFF 6.0, section 2) look like before ImageJ reads them, which
 * believes every count, takes memory for it or works on it for minutes, and follows directories in
 * a ring for ever. Each directory is read once.
 */
enum TiffStructure {
	/**
	 * The file does not begin as a TIFF does; ImageJ's decoder takes others too, but ImageJ's
	 * opener does not.
	 */
	OTHER,
	/** A TIFF; lesser faults are left to ImageJ. */
	SOUND,
	/**
	 * A TIFF with a field or a part of ImageJ's own data larger than the whole file, or with a
	 * directory that is cut off or comes twice.
	 */
	ABSURD;

	private static final int HEAD = 8, MAGIC = 42;
	private static final int ENTRY = 12, MOST_ENTRIES = 1000;
	private static final int SHORT = 3;
	/**
	 * Bytes per value by the field type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED,
	 * SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE.
	 */
	private static final int[] BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	/** Tags of the sizes in bytes, and of ImageJ's own data: labels, overlay and so on. */
	private static final int SIZES_TAG = 50838, DATA_TAG = 50839;
	/** The magic word "IJIJ", then pairs of a type and the number of its parts. */
	private static final int WORD = 4, PAIR = 8;
	/** Smallest and largest header of the data that ImageJ takes for one. */
	private static final int SMALLEST = 12, LARGEST = 804;

	static TiffStructure of(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (in.length() < HEAD) return OTHER;
			final byte[] bytes = new byte[HEAD];
			in.readFully(bytes);
			final ByteBuffer head = ByteBuffer.wrap(bytes)
				.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			if (bytes[0] != bytes[1] || bytes[0] != 'I' && bytes[0] != 'M'
				|| head.getShort(2) != MAGIC) return OTHER;
			final Reader reader = new Reader(in, head.order());
			return reader.isAbsurd(unsigned(head, WORD)) ? ABSURD : SOUND;
		}
	}

	private static long unsigned(final ByteBuffer bytes, final int place) {
		return bytes.getInt(place) & 0xffffffffL;
	}

	private static final class Reader {

		private final RandomAccessFile in;
		private final ByteOrder order;
		private final long length;

		Reader(final RandomAccessFile in, final ByteOrder order) throws IOException {
			this.in = in;
			this.order = order;
			length = in.length();
		}

		/** @param first place of the first directory */
		boolean isAbsurd(final long first) throws IOException {
			final Set<Long> seen = new HashSet<>();
			long at = first;
			while (at > 0 && at + 2 <= length) {
				if (!seen.add(at)) return true;
				final int entries = read(at, 2).getShort() & 0xffff;
				if (entries > MOST_ENTRIES) return false; // ImageJ stops here
				final long end = at + 2 + (long) entries * ENTRY;
				// NB: ImageJ takes what lies beyond the end for counts too
				if (end > length) return true;
				final ByteBuffer directory = read(at + 2, entries * ENTRY);
				for (int i = 0; i < entries; i++)
					if (bytes(directory, i * ENTRY) > length) return true;
				if (hasAbsurdData(directory)) return true;
				if (end + WORD > length) return false;
				at = unsigned(read(end, WORD), 0);
			}
			return false;
		}

		/** Whether ImageJ's own data claim more than there is. */
		private boolean hasAbsurdData(final ByteBuffer directory) throws IOException {
			ByteBuffer sizes = ByteBuffer.allocate(0);
			for (int i = 0; i < directory.capacity(); i += ENTRY) {
				final int tag = directory.getShort(i) & 0xffff;
				if (tag == SIZES_TAG) {
					// NB: ImageJ takes them as four bytes each, whatever their field's type, and never in place of their address
					final long bytes = unsigned(directory, i + 4) * WORD;
					if (address(directory, i) + bytes > length) return true;
					sizes = read(address(directory, i), (int) bytes);
				}
				final int header = sizes.capacity() < WORD ? 0 : sizes.getInt(0);
				if (tag == DATA_TAG && header >= SMALLEST && header <= LARGEST) {
					if (address(directory, i) + header > length) return true;
					if (isAbsurd(sizes, read(address(directory, i), header))) return true;
				}
			}
			return false;
		}

		/**
		 * Whether a part is larger than the file, or there are more parts than sizes.
		 *
		 * @param sizes whole numbers of four bytes: that of the header, then those of the parts
		 */
		private boolean isAbsurd(final ByteBuffer sizes, final ByteBuffer header) {
			final int parts = sizes.capacity() / WORD - 1;
			for (int i = 1; i <= parts; i++)
				if (sizes.getInt(i * WORD) < 0 || sizes.getInt(i * WORD) > length) return true;
			long claimed = 0;
			for (int at = WORD; at + PAIR <= header.capacity(); at += PAIR) {
				final int count = header.getInt(at + WORD);
				if (count < 0) return true;
				claimed += count;
			}
			return claimed > parts;
		}

		private static long address(final ByteBuffer directory, final int entry) {
			return directory.getShort(entry + 2) == SHORT && directory.getInt(entry + 4) == 1
				? directory.getShort(entry + 8) & 0xffff : unsigned(directory, entry + 8);
		}

		private static long bytes(final ByteBuffer directory, final int entry) {
			final int type = directory.getShort(entry + 2) & 0xffff;
			return unsigned(directory, entry + 4) * (type < BYTES.length ? BYTES[type] : 1);
		}

		private ByteBuffer read(final long at, final int n) throws IOException {
			final byte[] bytes = new byte[n];
			in.seek(at);
			in.readFully(bytes);
			return ByteBuffer.wrap(bytes).order(order);
		}
	}
}
