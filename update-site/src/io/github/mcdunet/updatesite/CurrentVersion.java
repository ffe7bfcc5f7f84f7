package io.github.mcdunet.updatesite;

import java.util.ArrayList;
import java.util.List;

/** What a file of the site is now. */
final class CurrentVersion {

	final String checksum;
	final String timestamp;
	final long size;
	final String description;
	final String author;
	final List<String> dependencies;

	/**
	 * @param timestamp yyyyMMddHHmmss of its upload
	 * @param size in bytes
	 * @param description empty if there is nothing to say; the author likewise
	 * @param dependencies paths in Fiji, without versions
	 */
	CurrentVersion(final String checksum, final String timestamp, final long size,
		final String description, final String author, final List<String> dependencies) {
		this.checksum = checksum;
		this.timestamp = timestamp;
		this.size = size;
		this.description = description;
		this.author = author;
		this.dependencies = new ArrayList<>(dependencies);
	}
}
