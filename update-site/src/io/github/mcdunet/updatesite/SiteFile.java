package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.scijava.util.FileUtils;

/** A file to be shipped: where it lies now, where it goes in Fiji, and for which platform. */
final class SiteFile {

	private final String path;
	private final Path source;
	private final String platform;

	/** @param path where it goes in Fiji, with slashes */
	SiteFile(final String path, final Path source) {
		this(path, source, "");
	}

	/** @param platform as the updater calls it, such as win64; empty for every platform */
	SiteFile(final String path, final Path source, final String platform) {
		this.path = path;
		this.source = source;
		this.platform = platform;
	}

	String path() {
		return path;
	}

	Path source() {
		return source;
	}

	Optional<String> platform() {
		return platform.isEmpty() ? Optional.empty() : Optional.of(platform);
	}

	/** @return in bytes */
	long size() throws IOException {
		return Files.size(source);
	}

	/**
	 * What the updater knows the file by, whatever its version: plugins/A_B-1.0.jar and
	 * plugins/A_B-1.1.jar are plugins/A_B.jar.
	 */
	static String unversioned(final String path) {
		return FileUtils.stripFilenameVersion(path);
	}
}
