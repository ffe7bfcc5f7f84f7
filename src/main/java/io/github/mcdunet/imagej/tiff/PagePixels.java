package io.github.mcdunet.imagej.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The numbers of one page: undoes strips or tiles, compression and predictor. Not thread-safe.
 */
final class PagePixels {

	private static final int MOST_BITS = 16;
	/** No compression packs more bytes into one; LZW comes near. */
	private static final int MOST_COMPRESSION = 2000;
	/** What is added to 16-bit signed numbers, as ImageJ stores them. */
	private static final int SIGN = 32768;

	private final TiffSource source;
	private final TiffPage page;
	private final int bits;
	private final int inChunk;
	private final Object[] planes;

	private PagePixels(final TiffSource source, final TiffPage page) {
		this.source = source;
		this.page = page;
		bits = page.bits();
		inChunk = page.isPlanar() ? 1 : page.samples();
		planes = new Object[page.samples()];
	}

	/**
	 * One array per sample, [H, W] row-major: bytes of unsigned numbers of up to 8 bits, shorts of
	 * up to 16 (signed ones with 32,768 added), else floats.
	 *
	 * @throws IOException if the data are damaged or cut off
	 */
	static Object[] read(final TiffSource source, final TiffPage page) throws IOException {
		return new PagePixels(source, page).read();
	}

	/** Bits per pixel in ImageJ: 8, 16 or 32. */
	static int depth(final TiffPage page) {
		if (page.format() == TiffPage.UNSIGNED && page.bits() <= MOST_BITS)
			return page.bits() <= 8 ? 8 : 16;
		return page.format() == TiffPage.SIGNED && page.bits() == MOST_BITS ? 16 : 32;
	}

	private Object[] read() throws IOException {
		final int area = Math.multiplyExact(page.width(), page.height()), depth = depth(page);
		for (int s = 0; s < planes.length; s++)
			planes[s] = depth == 8 ? new byte[area]
				: depth == 16 ? new short[area] : new float[area];
		final int w = page.chunkWidth(), h = page.chunkHeight();
		if (w < 1 || h < 1) throw new EOFException("no strips");
		final int across = (page.width() + w - 1) / w, down = (page.height() + h - 1) / h;
		final int groups = page.isPlanar() ? page.samples() : 1;
		final long[] offsets = page.offsets();
		if (offsets.length < (long) across * down * groups)
			throw new EOFException(offsets.length + " strips");
		for (int k = 0; k < across * down * groups; k++) {
			final int inGroup = k % (across * down), y = inGroup / across * h;
			final int rows = page.isTiled() ? h : Math.min(h, page.height() - y);
			copy(chunk(k, w, rows), w, inGroup % across * w, y, k / (across * down),
				Math.min(rows, page.height() - y));
		}
		return planes;
	}

	/** The bytes of a strip or tile; its rows begin at whole bytes. */
	private ByteBuffer chunk(final int k, final int width, final int rows) throws IOException {
		final long row = ((long) width * inChunk * bits + 7) / 8;
		final long size = row * rows;
		if (size > Integer.MAX_VALUE - 8) throw new EOFException(size + " bytes");
		final long[] counts = page.counts();
		final boolean plain = page.compression() == TiffPage.UNCOMPRESSED;
		// NB: some writers of uncompressed files leave the length out, or give a wrong one
		final long stored = plain ? size
			: k < counts.length ? counts[k] : source.length() - page.offsets()[k];
		if (stored < size / MOST_COMPRESSION) throw new EOFException(stored + " bytes");
		final ByteBuffer read = source.read(page.offsets()[k], stored);
		final byte[] bytes = read.array();
		if (page.hasReversedBits()) for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
		final byte[] out = Decompression.undo(page.compression(), bytes, (int) size);
		ByteOrder order = source.order();
		if (page.predictor() == TiffPage.DIFFERENCES) addUp(ByteBuffer.wrap(out).order(order), row);
		else if (page.predictor() == TiffPage.FLOAT_DIFFERENCES) {
			joinFloats(out, (int) row);
			order = ByteOrder.BIG_ENDIAN;
		}
		return ByteBuffer.wrap(out).order(order);
	}

	/** Predictor 2: each value is stored as its difference to the same sample one pixel before. */
	private void addUp(final ByteBuffer b, final long row) {
		final int size = bits / 8, step = inChunk * size;
		for (long start = 0; start < b.capacity(); start += row)
			for (int i = (int) start + step; i + size <= start + row; i += size)
				switch (size) {
					case 1 -> b.put(i, (byte) (b.get(i) + b.get(i - step)));
					case 2 -> b.putShort(i, (short) (b.getShort(i) + b.getShort(i - step)));
					case 4 -> b.putInt(i, b.getInt(i) + b.getInt(i - step));
					default -> b.putLong(i, b.getLong(i) + b.getLong(i - step));
				}
	}

	/**
	 * Predictor 3 (TIFF Technical Note 3): a row's first bytes, then its second ones and so on,
	 * highest first; each as its difference to the one a pixel before.
	 */
	private void joinFloats(final byte[] bytes, final int row) {
		final int size = bits / 8, n = row / size;
		final byte[] parts = new byte[row];
		for (int start = 0; start < bytes.length; start += row) {
			for (int i = inChunk; i < row; i++)
				bytes[start + i] += bytes[start + i - inChunk];
			System.arraycopy(bytes, start, parts, 0, row);
			for (int i = 0; i < n; i++)
				for (int k = 0; k < size; k++)
					bytes[start + i * size + k] = parts[k * n + i];
		}
	}

	private void copy(final ByteBuffer chunk, final int chunkWidth, final int x, final int y,
		final int group, final int rows) {
		final int width = Math.min(chunkWidth, page.width() - x);
		final long row = ((long) chunkWidth * inChunk * bits + 7) / 8 * 8;
		for (int s = 0; s < inChunk; s++) {
			final Object plane = planes[page.isPlanar() ? group : s];
			for (int r = 0; r < rows; r++)
				for (int c = 0; c < width; c++)
					put(plane, (y + r) * page.width() + x + c, chunk,
						r * row + ((long) c * inChunk + s) * bits);
		}
	}

	private void put(final Object plane, final int p, final ByteBuffer chunk, final long bit) {
		if (plane instanceof byte[] bytes) bytes[p] = (byte) unsigned(chunk, bit);
		else if (plane instanceof short[] shorts)
			shorts[p] = (short) (page.format() == TiffPage.SIGNED ? unsigned(chunk, bit) + SIGN
				: unsigned(chunk, bit));
		else
			((float[]) plane)[p] = real(chunk, bit);
	}

	private float real(final ByteBuffer chunk, final long bit) {
		final int at = (int) (bit / 8);
		if (page.format() == TiffPage.FLOAT) return switch (bits) {
			case 16 -> HalfFloat.value(chunk.getShort(at));
			case 32 -> chunk.getFloat(at);
			default -> (float) chunk.getDouble(at);
		};
		final long value = bits == 64 ? chunk.getLong(at) : unsigned(chunk, bit);
		if (page.format() == TiffPage.SIGNED) return value << 64 - bits >> 64 - bits;
		return value >= 0 ? value : (value >>> 1) * 2f;
	}

	/** A number of up to 32 bits; those that are no whole bytes come highest bit first. */
	private long unsigned(final ByteBuffer chunk, final long bit) {
		final int at = (int) (bit / 8);
		switch (bits) {
			case 8 :
				return chunk.get(at) & 0xff;
			case 16 :
				return chunk.getShort(at) & 0xffff;
			case 32 :
				return chunk.getInt(at) & 0xffffffffL;
			default :
				long value = 0;
				for (long k = bit; k < bit + bits; k++)
					value = value << 1 | chunk.get((int) (k / 8)) >> 7 - (int) (k % 8) & 1;
				return value;
		}
	}

	/** Whether such numbers can be read: all that have up to 32 bits, and floats. */
	static boolean knows(final TiffPage page) {
		final int bits = page.bits();
		if (page.format() == TiffPage.FLOAT) return bits == 16 || bits == 32 || bits == 64;
		if (page.format() != TiffPage.SIGNED && page.format() != TiffPage.UNSIGNED) return false;
		return bits >= 1 && bits <= 32 || bits == 64;
	}

	/** Whether the predictor goes with such numbers. */
	static boolean knowsPredictor(final TiffPage page) {
		final boolean whole = Arrays.asList(8, 16, 32, 64).contains(page.bits());
		return page.predictor() == 1 || page.predictor() == TiffPage.DIFFERENCES && whole
			|| page.predictor() == TiffPage.FLOAT_DIFFERENCES && page.format() == TiffPage.FLOAT;
	}
}
