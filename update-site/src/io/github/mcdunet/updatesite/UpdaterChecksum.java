package io.github.mcdunet.updatesite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * The SHA-1 checksum by which Fiji's updater knows a file. Of a jar it covers what is in it and not
 * how it is packed: the entries in order of their names, without the manifest's text and without
 * the comments of properties.
 */
final class UpdaterChecksum {

	private final MessageDigest digest;

	private UpdaterChecksum() {
		try {
			digest = MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-1", e);
		}
	}

	/**
	 * @param path where the file is in Fiji, with slashes, such as plugins/A_B.jar
	 * @param file the file itself
	 * @return 40 hexadecimal digits
	 */
	static String of(final String path, final Path file) throws IOException {
		final UpdaterChecksum checksum = new UpdaterChecksum();
		if (path.endsWith(".jar")) checksum.jar(file);
		else {
			checksum.name(path);
			checksum.digest.update(Files.readAllBytes(file));
		}
		return checksum.hex();
	}

	private void jar(final Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			final List<ZipEntry> entries = jar.stream()
				.sorted(Comparator.comparing(ZipEntry::getName)).collect(Collectors.toList());
			for (final ZipEntry entry : entries) {
				name(entry.getName());
				// NB: the updater means to keep the manifest's Main-Class, but its comparison never matches: nothing is kept.
				if (entry.getName().equals("META-INF/MANIFEST.MF")) continue;
				final byte[] bytes = jar.getInputStream(entry).readAllBytes();
				digest.update(
					entry.getName().endsWith(".properties") ? withoutComments(bytes) : bytes);
			}
		}
	}

	private void name(final String name) {
		digest.update(name.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Properties as the updater reads them: of a comment line only the line end stays. After a line
	 * that is empty, or that holds nothing but '#', the updater does not notice the start of the
	 * next line, so a comment there stays whole.
	 */
	static byte[] withoutComments(final byte[] bytes) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
		boolean lineStart = true;
		for (int i = 0; i < bytes.length; i++) {
			if (lineStart && bytes[i] == '#') {
				while (i < bytes.length && bytes[i] == '#')
					i++;
				lineStart = i < bytes.length && bytes[i] != '\n';
				while (i < bytes.length && bytes[i] != '\n')
					i++;
				if (i < bytes.length) out.write('\n');
			}
			else {
				lineStart = !lineStart && bytes[i] == '\n';
				out.write(bytes[i]);
			}
		}
		return out.toByteArray();
	}

	private String hex() {
		final StringBuilder hex = new StringBuilder();
		for (final byte b : digest.digest())
			hex.append(String.format("%02x", b & 0xff));
		return hex.toString();
	}
}
