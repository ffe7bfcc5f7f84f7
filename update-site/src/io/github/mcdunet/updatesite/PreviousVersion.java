package io.github.mcdunet.updatesite;

/**
 * What a file was in the past. By its checksum the updater tells an old version, which it may
 * replace, from a user's own change.
 */
final class PreviousVersion {

	final String filename;
	final String checksum;
	final String timestamp;
	final String obsoleteSince;

	/** @param timestamp yyyyMMddHHmmss of its upload; obsoleteSince of its replacement */
	PreviousVersion(final String filename, final String checksum, final String timestamp,
		final String obsoleteSince) {
		this.filename = filename;
		this.checksum = checksum;
		this.timestamp = timestamp;
		this.obsoleteSince = obsoleteSince;
	}
}
