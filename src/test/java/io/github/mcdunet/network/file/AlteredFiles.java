package io.github.mcdunet.network.file;

import io.github.mcdunet.io.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A model or a checkpoint, altered by chance in one of the ways that files break or that somebody
 * could break them on purpose.
 */
final class AlteredFiles {

	/**
	 * The ways. Of the signed ones all checksums are right, so that what is behind them is reached.
	 */
	enum Kind {
		BITS,
		CUT,
		ZEROS,
		TAIL,
		GLUED,
		ORDER,
		SWAPPED,
		RENAMED,
		DUPLICATE,
		HUGE,
		BOMB,
		NUMBER_SIGNED,
		TEXT_SIGNED,
		FLOATS_SIGNED,
		SIZE_SIGNED,
		SUMS;

		/** Whether what is read may differ from what was written: somebody made another model. */
		boolean signed() {
			return name().endsWith("_SIGNED");
		}
	}

	private static final String[] VALUES = { "-1", "0", "1", "2", "3", "-0", "0.1", "1.0", "1e999",
		"1e-400", "1e308", "1e999999999", "2147483647", "2147483648", "9007199254740993",
		"99999999999999999999999", "NaN", "Infinity", "0x10", "007", "null", "true", "[]", "{}",
		"\"1\"", "\"\"" };
	private static final String[] NAMES = { "../evil", "/tmp/evil", "C:\\evil", "..\\..\\evil",
		"model.json/", "", "model.json\u0000", "MODEL.JSON", "./model.json", "a/../model.json",
		"more.txt" };
	private static final Pattern NUMBER = Pattern
		.compile("(?<=[ \\[])-?\\d[\\d.eE+-]*(?=[,\\s\\]])");

	private final byte[] good;
	private final Map<String, byte[]> parts;
	private final List<String> names;

	AlteredFiles(final Path file) throws IOException {
		good = Files.readAllBytes(file);
		parts = Archive.of(file);
		names = List.copyOf(parts.keySet());
	}

	byte[] altered(final Kind kind, final Random random) throws IOException {
		switch (kind) {
			case BITS :
				return bits(random);
			case CUT :
				return Arrays.copyOf(good, random.nextInt(good.length));
			case ZEROS :
				return zeros(random);
			case TAIL :
				return joined(good, noise(random, 1 + random.nextInt(70_000)));
			case GLUED :
				return random.nextBoolean() ? joined(good, good)
					: joined(noise(random, 1 + random.nextInt(100)), good);
			case HUGE :
				return huge(random);
			case DUPLICATE :
				return duplicate(random);
			default :
				return Archive.zip(alteredParts(kind, random),
					kind == Kind.BOMB ? ZipEntry.DEFLATED : ZipEntry.STORED);
		}
	}

	private Map<String, byte[]> alteredParts(final Kind kind, final Random random) {
		final Map<String, byte[]> changed = new LinkedHashMap<>(parts);
		final String name = any(names, random);
		switch (kind) {
			case ORDER :
				return shuffled(random);
			case SWAPPED :
				final String other = any(names, random);
				changed.put(name, parts.get(other));
				changed.put(other, parts.get(name));
				return changed;
			case RENAMED :
				if (random.nextBoolean()) changed.remove(name);
				changed.put(NAMES[random.nextInt(NAMES.length)], parts.get(name));
				return changed;
			case BOMB :
				changed.put(name, new byte[1 << 10 + random.nextInt(14)]);
				return changed;
			case SUMS :
				changed.put("SHA256SUMS", text(changed.get("SHA256SUMS"), random));
				return changed;
			default :
				return signed(kind, changed, random);
		}
	}

	private Map<String, byte[]> signed(final Kind kind, final Map<String, byte[]> changed,
		final Random random) {
		final String json = changed.containsKey("checkpoint.json") && random.nextBoolean()
			? "checkpoint.json" : "model.json";
		final String binary = changed.containsKey("state.bin") && random.nextBoolean() ? "state.bin"
			: "parameters.bin";
		switch (kind) {
			case NUMBER_SIGNED :
				changed.put(json, number(Archive.text(changed.get(json)), random));
				break;
			case TEXT_SIGNED :
				final String name = random.nextInt(4) == 0 ? "history.csv" : json;
				changed.put(name, text(changed.get(name), random));
				break;
			case FLOATS_SIGNED :
				changed.put(binary, floats(changed.get(binary), random));
				break;
			default :
				changed.put(binary, Arrays.copyOf(changed.get(binary), random.nextInt(20_000)));
		}
		Archive.signed(parts, changed);
		return summed(changed);
	}

	/** SHA256SUMS of all the other parts in their order; Archive knows a model's only. */
	private Map<String, byte[]> summed(final Map<String, byte[]> changed) {
		final Map<String, String> digests = new LinkedHashMap<>();
		for (final String name : names)
			if (!name.equals("SHA256SUMS")) digests.put(name, Sha256.of(changed.get(name)));
		changed.put("SHA256SUMS", CheckedZip.sums(digests).getBytes(StandardCharsets.UTF_8));
		return changed;
	}

	private byte[] bits(final Random random) {
		final byte[] bytes = good.clone();
		final boolean structure = random.nextBoolean(); // the directory at the end
		final int from = structure ? bytes.length - 400 : 0;
		for (int k = random.nextInt(8); k >= 0; k--)
			bytes[from + random.nextInt(bytes.length - from)] ^= 1 << random.nextInt(8);
		return bytes;
	}

	private byte[] zeros(final Random random) {
		final byte[] bytes = good.clone();
		final int from = random.nextInt(bytes.length),
			to = Math.min(bytes.length, from + 1 + random.nextInt(600));
		Arrays.fill(bytes, from, to, (byte) (random.nextBoolean() ? 0 : 0xff));
		return bytes;
	}

	/** Lies about sizes and places, in the directory or in a local header. */
	private byte[] huge(final Random random) {
		final byte[] bytes = good.clone();
		final int[] lies = { -1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 1, good.length,
			random.nextInt() };
		final List<Integer> headers = new ArrayList<>();
		for (int i = 0; i + 46 < bytes.length; i++)
			if (bytes[i] == 'P' && bytes[i + 1] == 'K') headers.add(i);
		for (int k = random.nextInt(3); k >= 0; k--)
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(
				any(headers, random) + 4 + random.nextInt(39), lies[random.nextInt(lies.length)]);
		return bytes;
	}

	/**
	 * Two entries of one name: one of as long a name is added, and then renamed within the bytes.
	 */
	private byte[] duplicate(final Random random) throws IOException {
		final String name = any(names, random), stand = name.substring(0, name.length() - 1) + "~";
		final Map<String, byte[]> more = new LinkedHashMap<>(parts);
		more.put(stand, parts.get(any(names, random)));
		final byte[] bytes = Archive.stored(more), from = stand.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i + from.length <= bytes.length; i++)
			if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length))
				bytes[i + from.length - 1] = (byte) name.charAt(name.length() - 1);
		return bytes;
	}

	private Map<String, byte[]> shuffled(final Random random) {
		final List<String> order = new ArrayList<>(names);
		Collections.shuffle(order, random);
		final Map<String, byte[]> shuffled = new LinkedHashMap<>();
		for (final String name : order)
			shuffled.put(name, parts.get(name));
		return shuffled;
	}

	private static byte[] number(final String json, final Random random) {
		final List<int[]> places = new ArrayList<>();
		for (final Matcher m = NUMBER.matcher(json); m.find();)
			places.add(new int[]{ m.start(), m.end() });
		// NB: the architecture, the normalisation and the pixel size come before the many arrays
		final int[] place = places.get(
			random.nextInt(random.nextBoolean() ? Math.min(11, places.size()) : places.size()));
		return (json.substring(0, place[0]) + VALUES[random.nextInt(VALUES.length)]
			+ json.substring(place[1])).getBytes(StandardCharsets.UTF_8);
	}

	/** A stretch left out, doubled or overwritten. */
	private static byte[] text(final byte[] text, final Random random) {
		final int from = random.nextInt(text.length),
			to = Math.min(text.length, from + 1 + random.nextInt(1 << random.nextInt(8)));
		final byte[] head = Arrays.copyOf(text, from), middle = Arrays.copyOfRange(text, from, to),
			tail = Arrays.copyOfRange(text, to, text.length);
		switch (random.nextInt(4)) {
			case 0 :
				return joined(head, tail);
			case 1 :
				return joined(joined(head, joined(middle, middle)), tail);
			case 2 :
				return joined(joined(head, noise(random, middle.length)), tail);
			default :
				final byte[] many = new byte[1 << random.nextInt(18)];
				Arrays.fill(many, (byte) "[{\" 9".charAt(random.nextInt(5)));
				return joined(joined(head, many), tail);
		}
	}

	private static byte[] floats(final byte[] binary, final Random random) {
		final float[] values = { Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE,
			Float.MIN_VALUE, -0f, -1, 0, 7 };
		final byte[] changed = binary.clone();
		ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putFloat(
			4 * random.nextInt(changed.length / 4), values[random.nextInt(values.length)]);
		return changed;
	}

	private static byte[] noise(final Random random, final int n) {
		final byte[] bytes = new byte[n];
		random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] joined(final byte[] a, final byte[] b) {
		final byte[] all = Arrays.copyOf(a, a.length + b.length);
		System.arraycopy(b, 0, all, a.length, b.length);
		return all;
	}

	private static <T> T any(final List<T> list, final Random random) {
		return list.get(random.nextInt(list.size()));
	}
}
