package io.github.mcdunet.network.file;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.io.Sha256;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip without compression whose last entry has the checksums of all others; the same
 * contents give the same bytes.
 */
final class ModelZip {

	/**
	 * Every entry's time. NB: setTimeLocal does not depend on the time zone, and 1980-01-01 would
	 * mean "unknown".
	 */
	private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

	private final ZipOutputStream zip;
	private final Map<String, String> digests = new LinkedHashMap<>();

	ModelZip(final OutputStream out) {
		zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
	}

	void put(final String name, final byte[] bytes) throws IOException {
		final CRC32 check = new CRC32();
		check.update(bytes);
		digests.put(name, Sha256.of(bytes));
		begin(name, bytes.length, check.getValue());
		zip.write(bytes);
		zip.closeEntry();
	}

	/** The arrays one after another. */
	void put(final String name, final List<float[]> arrays) throws IOException {
		// NB: a zip wants to know the checksum before the bytes come
		final MessageDigest digest = Sha256.start();
		final CRC32 check = new CRC32();
		final OutputStream nowhere = new DigestOutputStream(
			new CheckedOutputStream(OutputStream.nullOutputStream(), check), digest);
		long bytes = 0;
		for (final float[] values : arrays) {
			FloatBytes.write(values, nowhere);
			bytes += (long) values.length * Float.BYTES;
		}
		digests.put(name, Sha256.end(digest));
		begin(name, bytes, check.getValue());
		for (final float[] values : arrays)
			FloatBytes.write(values, zip);
		zip.closeEntry();
	}

	private void begin(final String name, final long size, final long check) throws IOException {
		final ZipEntry entry = new ZipEntry(name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(size);
		entry.setCompressedSize(size);
		entry.setCrc(check);
		entry.setTimeLocal(TIME);
		zip.putNextEntry(entry);
	}

	/** Writes the checksums and the zip's end; the stream stays open. */
	void finish() throws IOException {
		put(ModelLayout.SUMS, ModelSums.text(digests).getBytes(StandardCharsets.UTF_8));
		zip.finish();
	}
}
