package io.github.mcdunet.imagej.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * Writes TIFF files of any kind, from the text of the specification and without a line of the
 * reader's code.
 */
public final class WrittenTiff {

	/** Number stored for a sample of a pixel. */
	@FunctionalInterface
	public interface Values {

		double at(int page, int sample, int x, int y);
	}

	/** Type of a field, its values or text. */
	private record Field(int type, long[] values) {
	}

	public int width = 21;
	public int height = 17;
	public int pages = 1;
	public int samples = 1;
	public int bits = 8;
	/** 1 unsigned, 2 signed, 3 floating point. */
	public int format = 1;
	public int compression = 1;
	public int predictor = 1;
	public int photometric = 1;
	public boolean planar;
	public boolean tiled;
	public boolean big;
	public ByteOrder order = ByteOrder.LITTLE_ENDIAN;
	public int rows = 5;
	public String description = "";
	public long[] extraSamples = {};
	public long[] palette = {};

	/** Writes the file and returns it. */
	public Path write(final Path file, final Values values) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final int offset = big ? 8 : 4;
		final ByteBuffer head = buffer(big ? 16 : 8);
		final byte letter = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
		head.put(letter).put(letter).putShort((short) (big ? 43 : 42));
		if (big) head.putShort((short) 8).putShort((short) 0);
		out.write(head.array());
		final List<Integer> links = new ArrayList<>(List.of(big ? 8 : 4));
		final Map<Integer, Long> patches = new HashMap<>();
		for (int page = 0; page < pages; page++) {
			final List<Long> offsets = new ArrayList<>(), counts = new ArrayList<>();
			for (final byte[] chunk : chunks(page, values)) {
				offsets.add((long) out.size());
				counts.add((long) chunk.length);
				out.write(chunk);
			}
			final Map<Integer, Field> fields = fields(page, offsets, counts);
			final Map<Integer, Integer> places = new HashMap<>();
			for (final Map.Entry<Integer, Field> e : fields.entrySet()) {
				final byte[] bytes = bytes(e.getValue());
				if (bytes.length <= offset) continue;
				if (out.size() % 2 > 0) out.write(0);
				places.put(e.getKey(), out.size());
				out.write(bytes);
			}
			if (out.size() % 2 > 0) out.write(0);
			patches.put(links.get(page), (long) out.size());
			final ByteBuffer directory = buffer(
				(big ? 8 : 2) + fields.size() * (big ? 20 : 12) + offset);
			if (big) directory.putLong(fields.size());
			else
				directory.putShort((short) fields.size());
			for (final Map.Entry<Integer, Field> e : fields.entrySet()) {
				final Field field = e.getValue();
				directory.putShort((short) (int) e.getKey()).putShort((short) field.type);
				if (big) directory.putLong(field.values.length);
				else
					directory.putInt(field.values.length);
				final int at = directory.position();
				if (!places.containsKey(e.getKey())) directory.put(bytes(field));
				else if (big) directory.putLong(places.get(e.getKey()));
				else
					directory.putInt(places.get(e.getKey()));
				directory.position(at + offset);
			}
			links.add(out.size() + directory.position());
			out.write(directory.array());
		}
		final ByteBuffer all = ByteBuffer.wrap(out.toByteArray()).order(order);
		patches.forEach((at, value) -> {
			if (big) all.putLong(at, value);
			else
				all.putInt(at, (int) (long) value);
		});
		return Files.write(file, all.array());
	}

	private ByteBuffer buffer(final int n) {
		return ByteBuffer.allocate(n).order(order);
	}

	private Map<Integer, Field> fields(final int page, final List<Long> offsets,
		final List<Long> counts) {
		final Map<Integer, Field> fields = new TreeMap<>();
		fields.put(256, new Field(4, new long[]{ width }));
		fields.put(257, new Field(4, new long[]{ height }));
		fields.put(258, new Field(3, same(bits)));
		fields.put(259, new Field(3, new long[]{ compression }));
		fields.put(262, new Field(3, new long[]{ photometric }));
		if (page == 0 && !description.isEmpty()) {
			final byte[] letters = (description + "\0").getBytes(StandardCharsets.UTF_8);
			final long[] text = new long[letters.length];
			for (int i = 0; i < text.length; i++)
				text[i] = letters[i];
			fields.put(270, new Field(2, text));
		}
		fields.put(277, new Field(3, new long[]{ samples }));
		fields.put(284, new Field(3, new long[]{ planar ? 2 : 1 }));
		fields.put(339, new Field(3, same(format)));
		if (predictor > 1) fields.put(317, new Field(3, new long[]{ predictor }));
		if (palette.length > 0) fields.put(320, new Field(3, palette));
		if (extraSamples.length > 0) fields.put(338, new Field(3, extraSamples));
		if (tiled) {
			fields.put(322, new Field(3, new long[]{ 16 }));
			fields.put(323, new Field(3, new long[]{ 16 }));
		}
		else
			fields.put(278, new Field(3, new long[]{ rows }));
		final int type = big ? 16 : 4;
		fields.put(tiled ? 324 : 273, new Field(type, longs(offsets)));
		fields.put(tiled ? 325 : 279, new Field(type, longs(counts)));
		return fields;
	}

	private long[] same(final int value) {
		final long[] values = new long[samples];
		java.util.Arrays.fill(values, value);
		return values;
	}

	private static long[] longs(final List<Long> list) {
		return list.stream().mapToLong(Long::longValue).toArray();
	}

	private byte[] bytes(final Field field) {
		final int size = field.type == 2 ? 1 : field.type == 3 ? 2 : field.type == 4 ? 4 : 8;
		final ByteBuffer bytes = buffer(size * field.values.length);
		for (final long v : field.values)
			switch (size) {
				case 1 -> bytes.put((byte) v);
				case 2 -> bytes.putShort((short) v);
				case 4 -> bytes.putInt((int) v);
				default -> bytes.putLong(v);
			}
		return bytes.array();
	}

	private List<byte[]> chunks(final int page, final Values values) {
		final List<byte[]> chunks = new ArrayList<>();
		final int w = tiled ? 16 : width, h = tiled ? 16 : rows;
		for (int group = 0; group < (planar ? samples : 1); group++)
			for (int y = 0; y < height; y += h)
				for (int x = 0; x < width; x += w) {
					final int n = tiled ? h : Math.min(h, height - y);
					final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
					for (int r = 0; r < n; r++)
						chunk.writeBytes(row(page, group, x, y + r, w, values));
					chunks.add(compressed(chunk.toByteArray()));
				}
		return chunks;
	}

	private byte[] row(final int page, final int group, final int x, final int y, final int w,
		final Values values) {
		final int step = planar ? 1 : samples;
		final long[] numbers = new long[w * step];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = x + i / step < width && y < height
				? stored(values.at(page, planar ? group : i % step, x + i / step, y)) : 0;
		if (predictor == 2) for (int i = numbers.length - 1; i >= step; i--)
			numbers[i] -= numbers[i - step];
		if (predictor == 3) return floatDifferences(numbers, step);
		final ByteBuffer row = buffer((numbers.length * bits + 7) / 8);
		for (int i = 0; i < numbers.length; i++)
			switch (bits) {
				case 8 -> row.put((byte) numbers[i]);
				case 16 -> row.putShort((short) numbers[i]);
				case 32 -> row.putInt((int) numbers[i]);
				case 64 -> row.putLong(numbers[i]);
				default -> {
					for (int b = 0; b < bits; b++) {
						final int bit = i * bits + b;
						if ((numbers[i] >> bits - 1 - b & 1) > 0)
							row.put(bit / 8, (byte) (row.get(bit / 8) | 128 >> bit % 8));
					}
				}
			}
		return row.array();
	}

	private byte[] floatDifferences(final long[] numbers, final int step) {
		final int size = bits / 8, n = numbers.length;
		final byte[] bytes = new byte[n * size];
		for (int i = 0; i < n; i++)
			for (int k = 0; k < size; k++)
				bytes[k * n + i] = (byte) (numbers[i] >> 8 * (size - 1 - k));
		for (int i = bytes.length - 1; i >= step; i--)
			bytes[i] -= bytes[i - step];
		return bytes;
	}

	private long stored(final double value) {
		if (format != 3) return (long) value;
		return bits == 64 ? Double.doubleToLongBits(value)
			: bits == 32 ? Float.floatToIntBits((float) value) & 0xffffffffL : half(value);
	}

	/** Of numbers that 16 bits hold exactly. */
	private static long half(final double value) {
		if (value == 0) return 0;
		final int exponent = Math.getExponent(value);
		final long fraction = (long) Math.scalb(Math.abs(value), 10 - exponent) - 1024;
		return (value < 0 ? 0x8000 : 0) | exponent + 15 << 10 | fraction;
	}

	private byte[] compressed(final byte[] bytes) {
		if (compression == 5) return lzw(bytes);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (compression == 32773) for (int i = 0; i < bytes.length;) {
			int run = 1;
			while (i + run < bytes.length && run < 128 && bytes[i + run] == bytes[i])
				run++;
			out.write(run > 1 ? 1 - run : 0);
			out.write(bytes[i]);
			i += run;
		}
		else if (compression == 8) {
			final Deflater deflater = new Deflater();
			deflater.setInput(bytes);
			deflater.finish();
			final byte[] part = new byte[1024];
			while (!deflater.finished())
				out.write(part, 0, deflater.deflate(part));
			deflater.end();
		}
		else
			return bytes;
		return out.toByteArray();
	}

	/** TIFF 6.0, page 59. */
	private static byte[] lzw(final byte[] bytes) {
		final StringBuilder bits = new StringBuilder();
		Map<String, Integer> table = new HashMap<>();
		int width = 9;
		String prefix = "";
		put(bits, 256, width);
		for (final byte b : bytes) {
			final String longer = prefix + (char) (b & 0xff);
			if (longer.length() == 1 || table.containsKey(longer)) {
				prefix = longer;
				continue;
			}
			put(bits, code(table, prefix), width);
			table.put(longer, 258 + table.size());
			final int next = 258 + table.size();
			if (next == 512 || next == 1024 || next == 2048) width++;
			if (next == 4095) {
				put(bits, 256, width);
				table = new HashMap<>();
				width = 9;
			}
			prefix = longer.substring(longer.length() - 1);
		}
		put(bits, code(table, prefix), width);
		put(bits, 257, width);
		final byte[] out = new byte[(bits.length() + 7) / 8];
		for (int i = 0; i < bits.length(); i++)
			if (bits.charAt(i) == '1') out[i / 8] |= (byte) (128 >> i % 8);
		return out;
	}

	private static int code(final Map<String, Integer> table, final String text) {
		return text.length() == 1 ? text.charAt(0) : table.get(text);
	}

	private static void put(final StringBuilder bits, final int code, final int width) {
		for (int k = width - 1; k >= 0; k--)
			bits.append(code >> k & 1);
	}
}
