package io.github.mcdunet.network.file;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.io.Sha256;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A zip without compression, read without trust: since what is stored takes as many bytes in the
 * file as in memory, no small file becomes a large one. Nothing is written to disk, and an entry's
 * name is only ever compared. The entry SHA256SUMS has a line per other entry as the tool sha256sum
 * writes it, so that an unpacked file can be checked with it.
 */
final class CheckedZip implements Closeable {

	private static final String SUMS = "SHA256SUMS";
	private static final int SUMS_LIMIT = 1 << 10;
	private static final Pattern SUMS_LINE = Pattern.compile("([0-9a-f]{64})  (.*)");

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
	private final Map<String, String> digests = new LinkedHashMap<>();

	CheckedZip(final Path file) throws IOException, FileFault {
		checkEnds(file);
		zip = new ZipFile(file.toFile());
		try {
			for (final ZipEntry e : Collections.list(zip.entries()))
				if (entries.put(e.getName(), e) != null)
					throw new FileFault("it holds a part twice");
		}
		catch (final FileFault | RuntimeException e) {
			zip.close();
			throw e;
		}
	}

	/**
	 * NB: ZipFile reads the whole directory, however large, and finds it behind foreign bytes too,
	 * so both ends are looked at first.
	 */
	private static void checkEnds(final Path file) throws IOException, FileFault {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			final long length = in.length();
			if (length < Integer.BYTES || Integer.reverseBytes(in.readInt()) != FIRST_SIGNATURE)
				throw FileFault.foreign();
			final byte[] bytes = new byte[END];
			in.seek(Math.max(0, length - END));
			in.readFully(bytes, 0, (int) Math.min(END, length));
			final ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			final long size = end.getInt(12) & 0xffffffffL, start = end.getInt(16) & 0xffffffffL;
			if (end.getInt(0) != END_SIGNATURE || start + size + END != length)
				throw new FileFault("its end is missing or changed");
			if (end.getShort(10) < 1 || end.getShort(10) > MOST_ENTRIES || size > LARGEST_DIRECTORY)
				throw FileFault.foreign();
		}
	}

	boolean has(final String name) {
		return entries.containsKey(name);
	}

	/**
	 * Reads the checksums, which all that is checked later must have.
	 *
	 * @param parts all entries but the checksums, in the order of these
	 * @throws FileFault if there are other entries, or they have other checksums
	 */
	void checkParts(final List<String> parts) throws IOException, FileFault {
		final Set<String> all = new HashSet<>(parts);
		all.add(SUMS);
		if (!entries.keySet().equals(all))
			throw new FileFault(
				"it does not consist of the parts " + String.join(", ", parts) + ", " + SUMS);
		final String text = utf8(SUMS, bytes(SUMS, SUMS_LIMIT));
		for (final String line : text.split("\n")) {
			final Matcher m = SUMS_LINE.matcher(line);
			if (!m.matches() || digests.put(m.group(2), m.group(1)) != null)
				throw new FileFault(SUMS + " has an odd line");
		}
		if (!new ArrayList<>(digests.keySet()).equals(parts) || !text.equals(sums(digests)))
			throw new FileFault(
				SUMS + " does not list the other parts " + String.join(", ", parts));
	}

	/** @throws FileFault if these are not the bytes that were written */
	void check(final String name, final byte[] bytes) throws FileFault {
		check(name, Sha256.of(bytes));
	}

	private void check(final String name, final String digest) throws FileFault {
		if (!digest.equals(digests.get(name)))
			throw new FileFault("its part " + name + " does not match its checksum");
	}

	/** The text of SHA256SUMS. */
	static String sums(final Map<String, String> digests) {
		final StringBuilder text = new StringBuilder();
		digests
			.forEach((name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
		return text.toString();
	}

	/**
	 * Size of an entry in bytes.
	 *
	 * @throws FileFault if it is missing or compressed
	 */
	long size(final String name) throws FileFault {
		final ZipEntry entry = entries.get(name);
		if (entry == null) throw new FileFault("it lacks " + name);
		if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize())
			throw new FileFault("its part " + name + " is compressed, which a model's never is");
		return entry.getSize();
	}

	/**
	 * The entry's bytes, not checked yet.
	 *
	 * @throws FileFault if it is larger than the limit
	 */
	byte[] bytes(final String name, final int limit) throws IOException, FileFault {
		final long size = size(name);
		if (size > limit) throw new FileFault("its part " + name + " is too large");
		try (InputStream in = zip.getInputStream(entries.get(name))) {
			final byte[] bytes = in.readNBytes((int) size);
			if (bytes.length != size) throw new FileFault("its part " + name + " is cut short");
			return bytes;
		}
	}

	/** Makes something of a stream. */
	interface Reading {

		void read(InputStream in) throws IOException, FileFault;
	}

	/**
	 * Reads an entry that need not be in memory at once.
	 *
	 * @param contents reads at most size(name) bytes
	 * @throws FileFault if what was read is not what was written
	 */
	void read(final String name, final Reading contents) throws IOException, FileFault {
		size(name);
		final MessageDigest digest = Sha256.start();
		try (
			InputStream in = new DigestInputStream(zip.getInputStream(entries.get(name)), digest)) {
			contents.read(in);
		}
		check(name, Sha256.end(digest));
	}

	/** @throws FileFault if the bytes are not valid UTF-8 */
	static String utf8(final String name, final byte[] bytes) throws FileFault {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (final CharacterCodingException e) {
			throw new FileFault(name + " is not text in UTF-8", e);
		}
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	/** Writes such a zip; the same contents give the same bytes. */
	static final class Writer {

		/**
		 * Every entry's time. NB: setTimeLocal does not depend on the time zone, and 1980-01-01
		 * would mean "unknown".
		 */
		private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

		private final ZipOutputStream zip;
		private final Map<String, String> digests = new LinkedHashMap<>();

		Writer(final OutputStream out) {
			zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		}

		void put(final String name, final byte[] bytes) throws IOException {
			put(name, out -> out.write(bytes));
		}

		/** The arrays one after another. */
		void put(final String name, final List<float[]> arrays) throws IOException {
			put(name, out -> {
				for (final float[] values : arrays)
					FloatBytes.write(values, out);
			});
		}

		private interface Contents {

			void writeTo(OutputStream out) throws IOException;
		}

		/** NB: a zip wants to know size and checksum before the bytes come, so they come twice. */
		private void put(final String name, final Contents contents) throws IOException {
			final MessageDigest digest = Sha256.start();
			final CRC32 check = new CRC32();
			final CountedBytes counted = new CountedBytes();
			contents
				.writeTo(new DigestOutputStream(new CheckedOutputStream(counted, check), digest));
			digests.put(name, Sha256.end(digest));
			final ZipEntry entry = new ZipEntry(name);
			entry.setMethod(ZipEntry.STORED);
			entry.setSize(counted.count);
			entry.setCompressedSize(counted.count);
			entry.setCrc(check.getValue());
			entry.setTimeLocal(TIME);
			zip.putNextEntry(entry);
			contents.writeTo(zip);
			zip.closeEntry();
		}

		/** Writes the checksums and the zip's end; the stream stays open. */
		void finish() throws IOException {
			put(SUMS, sums(digests).getBytes(StandardCharsets.UTF_8));
			zip.finish();
		}
	}

	private static final class CountedBytes extends OutputStream {

		private long count;

		@Override
		public void write(final int b) {
			count++;
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int length) {
			count += length;
		}
	}
}
