package io.github.mcdunet.imagej.file;

import java.nio.ByteBuffer;

/**
 * Looks at the header of ImageJ's own data in a TIFF (labels, overlay and so on), whose counts
 * ImageJ believes and takes memory for: the magic word "IJIJ", then pairs of a type and the number
 * of its parts. The sizes of header and parts are in another field.
 */
final class TiffMetadata {

	/** TIFF tags of the sizes in bytes, and of the data. */
	static final int SIZES_TAG = 50838, DATA_TAG = 50839;

	private static final int WORD = 4;
	private static final int PAIR = 8;
	/** Smallest and largest header that ImageJ takes for one. */
	private static final int SMALLEST = 12, LARGEST = 804;

	private TiffMetadata() {
	}

	/** Whether the sizes are such that ImageJ reads the data at all. */
	static boolean isRead(final ByteBuffer sizes) {
		return sizes.capacity() >= WORD && sizes.getInt(0) >= SMALLEST
			&& sizes.getInt(0) <= LARGEST;
	}

	/**
	 * Whether a part is larger than the file, or there are more parts than sizes.
	 *
	 * @param sizes whole numbers of four bytes: that of the header, then those of the parts
	 * @param header as many bytes as its size says
	 */
	static boolean isAbsurd(final ByteBuffer sizes, final ByteBuffer header, final long length) {
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
}
