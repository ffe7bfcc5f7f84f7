package io.github.mcdunet.imagej.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One directory of a TIFF file: how the pixels of one page are stored. Immutable. */
final class TiffPage {

	static final int UNCOMPRESSED = 1, LZW = 5, DEFLATE = 8, PACK_BITS = 32773, OLD_DEFLATE = 32946;
	static final int WHITE_IS_ZERO = 0, BLACK_IS_ZERO = 1, RGB = 2, PALETTE = 3;
	static final int UNSIGNED = 1, SIGNED = 2, FLOAT = 3;
	static final int DIFFERENCES = 2, FLOAT_DIFFERENCES = 3;

	private static final int WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259,
		PHOTOMETRIC = 262, FILL_ORDER = 266, DESCRIPTION = 270, OFFSETS = 273, SAMPLES = 277,
		ROWS = 278, COUNTS = 279, X_RESOLUTION = 282, Y_RESOLUTION = 283, PLANAR = 284, UNIT = 296,
		PREDICTOR = 317, COLORS = 320, TILE_WIDTH = 322, TILE_HEIGHT = 323, TILE_OFFSETS = 324,
		TILE_COUNTS = 325, EXTRA = 338, FORMAT = 339;
	private static final Set<Integer> USED = Set.of(WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC,
		FILL_ORDER, OFFSETS, SAMPLES, ROWS, COUNTS, X_RESOLUTION, Y_RESOLUTION, PLANAR, UNIT,
		PREDICTOR, COLORS, TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_COUNTS, EXTRA, FORMAT);

	/** Bytes of a value by its type; 0 where there is no such type. */
	private static final int[] BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };
	private static final int MOST_ENTRIES = 4096;

	private final Map<Integer, long[]> fields = new HashMap<>();
	private final String description;
	private final long next;

	/** @throws EOFException if the directory, or what belongs to it, is cut off */
	TiffPage(final TiffSource source, final long at) throws IOException {
		final boolean big = source.isBig();
		final int head = big ? 8 : 2, entry = big ? 20 : 12;
		final ByteBuffer start = source.read(at, head);
		final long n = big ? start.getLong(0) : start.getShort(0) & 0xffff;
		if (n < 0 || n > MOST_ENTRIES) throw new EOFException(n + " fields");
		final ByteBuffer entries = source.read(at + head, n * entry);
		String text = "";
		for (int i = 0; i < n; i++) {
			final int place = i * entry, tag = entries.getShort(place) & 0xffff;
			if (tag == DESCRIPTION) text = text(source, values(source, entries, place));
			else if (USED.contains(tag))
				fields.put(tag, numbers(type(entries, place), values(source, entries, place)));
		}
		description = text;
		final long end = at + head + n * entry;
		next = end + (big ? 8 : 4) > source.length() ? 0
			: big ? source.read(end, 8).getLong() : source.read(end, 4).getInt() & 0xffffffffL;
	}

	private static int type(final ByteBuffer entries, final int place) {
		return entries.getShort(place + 2) & 0xffff;
	}

	/** The bytes of a field's values, in the directory or elsewhere. */
	private static ByteBuffer values(final TiffSource source, final ByteBuffer entries,
		final int place) throws IOException {
		final boolean big = source.isBig();
		final long count = big ? entries.getLong(place + 4)
			: entries.getInt(place + 4) & 0xffffffffL;
		final int type = type(entries, place), size = type < BYTES.length ? BYTES[type] : 0;
		if (count < 0 || count > source.length()) throw new EOFException(count + " values");
		final int inside = big ? 8 : 4, value = place + (big ? 12 : 8);
		if (count * size <= inside)
			return entries.slice(value, (int) count * size).order(source.order());
		final long address = big ? entries.getLong(value) : entries.getInt(value) & 0xffffffffL;
		return source.read(address, count * size);
	}

	private static String text(final TiffSource source, final ByteBuffer bytes) {
		final byte[] letters = new byte[bytes.remaining()];
		bytes.get(letters);
		return new String(letters, StandardCharsets.UTF_8).replace("\0", "");
	}

	/** Whole numbers; of fractions, numerator and denominator. */
	private static long[] numbers(final int type, final ByteBuffer bytes) {
		final int size = type == 5 || type == 10 ? 4 : type < BYTES.length ? BYTES[type] : 0;
		if (size == 0) return new long[0];
		final long[] numbers = new long[bytes.remaining() / size];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = switch (size) {
				case 1 -> bytes.get(i) & 0xff;
				case 2 -> bytes.getShort(2 * i) & 0xffff;
				case 4 -> bytes.getInt(4 * i) & 0xffffffffL;
				default -> bytes.getLong(8 * i);
			};
		return numbers;
	}

	private long number(final int tag, final long otherwise) {
		final long[] values = fields.get(tag);
		return values == null || values.length == 0 ? otherwise : values[0];
	}

	private int small(final int tag, final int otherwise) {
		return (int) Math.min(Integer.MAX_VALUE, number(tag, otherwise));
	}

	/** Place of the next directory, or 0. */
	long next() {
		return next;
	}

	String description() {
		return description;
	}

	int width() {
		return small(WIDTH, 0);
	}

	int height() {
		return small(HEIGHT, 0);
	}

	/** Values per pixel, alpha among them. */
	int samples() {
		return small(SAMPLES, 1);
	}

	int bits() {
		return small(BITS, 1);
	}

	/** One of {@link #UNSIGNED}, {@link #SIGNED}, {@link #FLOAT}, or another. */
	int format() {
		final int format = small(FORMAT, UNSIGNED);
		return format == 4 ? UNSIGNED : format; // "undefined"
	}

	/** Whether all values of a pixel are stored alike. */
	boolean isUniform() {
		return isUniform(BITS) && isUniform(FORMAT);
	}

	private boolean isUniform(final int tag) {
		return Arrays.stream(fields.getOrDefault(tag, new long[0])).distinct().count() <= 1;
	}

	int compression() {
		final int compression = small(COMPRESSION, UNCOMPRESSED);
		return compression == 0 ? UNCOMPRESSED : compression == OLD_DEFLATE ? DEFLATE : compression;
	}

	/** 1 where the compression knows none. */
	int predictor() {
		return compression() == LZW || compression() == DEFLATE ? small(PREDICTOR, 1) : 1;
	}

	int photometric() {
		return small(PHOTOMETRIC, samples() >= 3 ? RGB : BLACK_IS_ZERO);
	}

	boolean isPlanar() {
		return samples() > 1 && small(PLANAR, 1) == 2;
	}

	boolean hasReversedBits() {
		return small(FILL_ORDER, 1) == 2;
	}

	boolean isTiled() {
		return fields.containsKey(TILE_WIDTH);
	}

	int chunkWidth() {
		return isTiled() ? small(TILE_WIDTH, 0) : width();
	}

	int chunkHeight() {
		return isTiled() ? small(TILE_HEIGHT, 0) : Math.min(height(), small(ROWS, height()));
	}

	long[] offsets() {
		final long[] tiles = fields.get(TILE_OFFSETS);
		return isTiled() && tiles != null ? tiles : fields.getOrDefault(OFFSETS, new long[0]);
	}

	long[] counts() {
		final long[] tiles = fields.get(TILE_COUNTS);
		return isTiled() && tiles != null ? tiles : fields.getOrDefault(COUNTS, new long[0]);
	}

	/**
	 * Number of the sample that holds the transparency. NB: four 8-bit samples of which nobody says
	 * what the last one is are taken for colours and alpha, as by all programs.
	 */
	Optional<Integer> alpha() {
		final long[] extra = fields.getOrDefault(EXTRA, new long[0]);
		final int first = samples() - extra.length;
		for (int i = 0; i < extra.length && first > 0; i++)
			if (extra[i] == 1 || extra[i] == 2) return Optional.of(first + i);
		return samples() == 4 && photometric() == RGB && bits() == 8 ? Optional.of(3)
			: Optional.empty();
	}

	/** Whether the colours were multiplied by the transparency. */
	boolean isPremultiplied() {
		return Arrays.stream(fields.getOrDefault(EXTRA, new long[0])).anyMatch(e -> e == 1);
	}

	/** Red, green and blue of all palette entries, 0 to 65535; empty without a palette. */
	long[] colors() {
		return fields.getOrDefault(COLORS, new long[0]);
	}

	/** Pixels per unit along an axis; 0 if that is not said. */
	double resolution(final boolean vertical) {
		final long[] fraction = fields.getOrDefault(vertical ? Y_RESOLUTION : X_RESOLUTION,
			new long[0]);
		return fraction.length < 2 || fraction[1] == 0 ? 0 : (double) fraction[0] / fraction[1];
	}

	/** "inch", "cm", or nothing. */
	String unit() {
		final int unit = small(UNIT, 2);
		return unit == 2 ? "inch" : unit == 3 ? "cm" : "";
	}

	/** What must be the same for pages to be one stack. */
	String kind() {
		return samples() + " x " + bits() + " bit, "
			+ (format() == FLOAT ? "floating point" : format() == SIGNED ? "signed" : "unsigned")
			+ (photometric() == RGB ? ", RGB" : photometric() == PALETTE ? ", palette"
				: photometric() == WHITE_IS_ZERO ? ", white is zero" : "");
	}
}
