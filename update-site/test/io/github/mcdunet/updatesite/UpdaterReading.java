package io.github.mcdunet.updatesite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A second writing of the updater's checksum, after what the updater does byte by byte and not
 * after our own short form of it.
 */
final class UpdaterReading {

	private final InputStream in;
	private boolean lineStart = true;

	UpdaterReading(final byte[] properties) {
		in = new ByteArrayInputStream(properties);
	}

	static String checksum(final String path, final Path file) throws Exception {
		final MessageDigest sha = MessageDigest.getInstance("SHA-1");
		if (!path.endsWith(".jar")) {
			sha.update(path.getBytes(StandardCharsets.US_ASCII));
			sha.update(Files.readAllBytes(file));
		}
		else
			for (final var entry : entries(file).entrySet()) {
				sha.update(entry.getKey().getBytes(StandardCharsets.US_ASCII));
				if (entry.getKey().endsWith(".properties")) {
					final UpdaterReading reading = new UpdaterReading(entry.getValue());
					for (int b = reading.read(); b >= 0; b = reading.read())
						sha.update((byte) b);
				}
				else if (!entry.getKey().equals("META-INF/MANIFEST.MF"))
					sha.update(entry.getValue());
			}
		return String.format("%040x", new java.math.BigInteger(1, sha.digest()));
	}

	private static TreeMap<String, byte[]> entries(final Path jar) throws IOException {
		final TreeMap<String, byte[]> entries = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
			for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry())
				entries.put(e.getName(), zip.readAllBytes());
		}
		return entries;
	}

	/**
	 * The next byte that counts; -1 at the end. A comment is read by this same method, as the
	 * updater does, with what follows from it.
	 */
	int read() throws IOException {
		int b = in.read();
		if (lineStart && b == '#') do
			b = read();
		while (b != '\n' && b != -1);
		else if (lineStart) lineStart = false;
		else
			lineStart = b == '\n';
		return b;
	}
}
