package io.github.mcdunet.network.file;

import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.SmallModels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Zips as maps, to make the files that a stranger could make: altered, but with the right
 * checksums.
 */
final class Archive {

	private Archive() {
	}

	static Map<String, byte[]> of(final Path file) throws IOException {
		final Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry())
				parts.put(e.getName(), in.readAllBytes());
		}
		return parts;
	}

	/** The parts without compression. */
	static byte[] stored(final Map<String, byte[]> parts) throws IOException {
		return zip(parts, ZipEntry.STORED);
	}

	static byte[] zip(final Map<String, byte[]> parts, final int method) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (final Map.Entry<String, byte[]> part : parts.entrySet()) {
				final ZipEntry entry = new ZipEntry(part.getKey());
				final CRC32 check = new CRC32();
				check.update(part.getValue());
				entry.setMethod(method);
				entry.setSize(part.getValue().length);
				entry.setCrc(check.getValue());
				out.putNextEntry(entry);
				out.write(part.getValue());
				out.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	/** Makes SHA256SUMS, and the history's and the arrays' checksums in model.json, right again. */
	static Map<String, byte[]> signed(final Map<String, byte[]> before,
		final Map<String, byte[]> parts) {
		String json = text(parts.get("model.json"));
		json = json.replace(sha256(before.get("history.csv"), 0, before.get("history.csv").length),
			sha256(parts.get("history.csv"), 0, parts.get("history.csv").length));
		final byte[] old = before.get("parameters.bin"), now = parts.get("parameters.bin");
		int offset = 0;
		for (final Parameters.Entry e : SmallModels.counted().parameters().entries()) {
			final int n = 4 * e.values().length;
			if (offset + n <= now.length)
				json = json.replace(sha256(old, offset, n), sha256(now, offset, n));
			offset += n;
		}
		parts.put("model.json", json.getBytes(StandardCharsets.UTF_8));
		final StringBuilder sums = new StringBuilder();
		for (final String name : new String[]{ "model.json", "history.csv", "parameters.bin" })
			sums.append(sha256(parts.get(name), 0, parts.get(name).length)).append("  ")
				.append(name).append('\n');
		parts.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
		return parts;
	}

	static String text(final byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static String sha256(final byte[] bytes, final int start, final int n) {
		try {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(bytes, start, n);
			final StringBuilder hex = new StringBuilder();
			for (final byte b : digest.digest())
				hex.append(Character.forDigit(b >> 4 & 15, 16))
					.append(Character.forDigit(b & 15, 16));
			return hex.toString();
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
