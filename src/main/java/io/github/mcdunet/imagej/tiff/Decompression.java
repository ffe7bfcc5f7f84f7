package io.github.mcdunet.imagej.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The compressions of TIFF files that lose nothing: TIFF 6.0, sections 9 and 13, and Deflate. */
final class Decompression {

	/** What cannot be undone here, in the words of those who make such files. */
	private static final Map<Integer, String> OTHERS = Map.of(2, "CCITT", 3, "CCITT fax", 4,
		"CCITT fax", 6, "JPEG", 7, "JPEG", 34712, "JPEG 2000", 34925, "LZMA", 50000, "Zstandard",
		50001, "WebP", 50002, "JPEG XL");

	private static final int CLEAR = 256, END = 257, MOST_CODES = 4096;

	private Decompression() {
	}

	static boolean knows(final int compression) {
		return compression == TiffPage.UNCOMPRESSED || compression == TiffPage.LZW
			|| compression == TiffPage.DEFLATE || compression == TiffPage.PACK_BITS;
	}

	static String name(final int compression) {
		return OTHERS.getOrDefault(compression, "a compression of the number " + compression);
	}

	/**
	 * @param size bytes of the result
	 * @throws EOFException if there are fewer
	 */
	static byte[] undo(final int compression, final byte[] bytes, final int size)
		throws IOException {
		return switch (compression) {
			case TiffPage.LZW -> lzw(bytes, size);
			case TiffPage.DEFLATE -> inflate(bytes, size);
			case TiffPage.PACK_BITS -> packBits(bytes, size);
			default -> {
				if (bytes.length < size) throw new EOFException(bytes.length + " of " + size);
				yield bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
			}
		};
	}

	private static byte[] inflate(final byte[] bytes, final int size) throws IOException {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(bytes);
			final byte[] out = new byte[size];
			int at = 0;
			while (at < size) {
				final int n = inflater.inflate(out, at, size - at);
				if (n == 0) throw new EOFException(at + " of " + size);
				at += n;
			}
			return out;
		}
		catch (final DataFormatException e) {
			throw new IOException("damaged Deflate data", e);
		}
		finally {
			inflater.end();
		}
	}

	private static byte[] packBits(final byte[] bytes, final int size) throws IOException {
		final byte[] out = new byte[size];
		int at = 0;
		for (int i = 0; i < bytes.length && at < size;) {
			final int n = bytes[i++];
			if (n >= 0) {
				final int copied = Math.min(Math.min(n + 1, size - at), bytes.length - i);
				System.arraycopy(bytes, i, out, at, copied);
				i += n + 1;
				at += copied;
			}
			else if (n != -128 && i < bytes.length) {
				final int end = Math.min(size, at + 1 - n);
				Arrays.fill(out, at, end, bytes[i++]);
				at = end;
			}
		}
		if (at < size) throw new EOFException(at + " of " + size);
		return out;
	}

	/** Codes of 9 to 12 bits, highest bit first, which grow one code early. */
	private static byte[] lzw(final byte[] bytes, final int size) throws IOException {
		final byte[] out = new byte[size];
		// NB: each code stands for bytes that were written already
		final int[] start = new int[MOST_CODES], length = new int[MOST_CODES];
		int at = 0, next = END + 1, width = 9, before = -1, beforeLength = 0;
		long bit = 0;
		while (at < size) {
			final int code = code(bytes, bit, width);
			bit += width;
			if (code == CLEAR) {
				next = END + 1;
				width = 9;
				before = -1;
				continue;
			}
			if (code == END || code < 0) break;
			final int from = at;
			if (code < CLEAR) out[at++] = (byte) code;
			else {
				if (code > next || code == next && before < 0 || code >= MOST_CODES)
					throw new IOException("damaged LZW data");
				final int source = code == next ? before : start[code];
				final int n = code == next ? beforeLength + 1 : length[code];
				for (int k = 0; k < n && at < size; k++)
					out[at++] = out[source + k];
			}
			if (before >= 0 && next < MOST_CODES) {
				start[next] = before;
				length[next++] = beforeLength + 1;
			}
			if (next >= (1 << width) - 1 && width < 12) width++;
			before = from;
			beforeLength = at - from;
		}
		if (at < size) throw new EOFException(at + " of " + size);
		return out;
	}

	private static int code(final byte[] bytes, final long bit, final int width) {
		if (bit + width > 8L * bytes.length) return -1;
		int code = 0;
		for (long k = bit; k < bit + width; k++)
			code = code << 1 | bytes[(int) (k >> 3)] >> 7 - (int) (k & 7) & 1;
		return code;
	}
}
