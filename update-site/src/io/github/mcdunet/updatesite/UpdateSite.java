package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder that, served by any web server, is a Fiji update site: an index, and each file of each
 * version with the time of its upload at the end of its name.
 */
final class UpdateSite {

	private final Path folder;

	/** @param folder empty, missing, or an older state of the same site */
	UpdateSite(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Brings the site to a release. What did not change stays as it is; what did, and what is no
	 * longer shipped, goes into the history.
	 *
	 * @param timestamp yyyyMMddHHmmss, later than all in the site
	 * @throws IllegalArgumentException if it is not, or two files are one to the updater
	 */
	Collection<SiteRecord> upload(final Release release, final String timestamp)
		throws IOException {
		final Map<String, SiteRecord> old = SiteIndex.read(folder);
		checkTime(old.values(), timestamp);
		final Map<String, SiteRecord> records = new LinkedHashMap<>();
		for (final SiteFile file : release.files()) {
			final String key = SiteFile.unversioned(file.path());
			final SiteRecord before = old.remove(key);
			final SiteRecord record = record(release, file, Optional.ofNullable(before), timestamp);
			if (records.put(key, record) != null)
				throw new IllegalArgumentException(
					"To the updater two of the files are one, " + key + ".");
			copy(file, record.current().orElseThrow().timestamp);
		}
		for (final Map.Entry<String, SiteRecord> gone : old.entrySet())
			records.put(gone.getKey(), gone.getValue().withdrawn(timestamp));
		SiteIndexWriter.write(records.values(), folder);
		return records.values();
	}

	private static void checkTime(final Collection<SiteRecord> records, final String timestamp) {
		for (final SiteRecord record : records)
			for (final PreviousVersion version : record.history(timestamp))
				if (version.timestamp.compareTo(timestamp) >= 0)
					throw new IllegalArgumentException("The site has " + version.filename + " of "
						+ version.timestamp + ", which is not before this upload, " + timestamp
						+ ". Check the clock.");
	}

	private static SiteRecord record(final Release release, final SiteFile file,
		final Optional<SiteRecord> before, final String timestamp) throws IOException {
		final String checksum = UpdaterChecksum.of(file.path(), file.source());
		final Optional<CurrentVersion> same = before.filter(b -> b.filename().equals(file.path()))
			.flatMap(SiteRecord::current).filter(c -> c.checksum.equals(checksum));
		// NB: a jar repacked differently has the same checksum but may have another size: what lies there stays, with its size
		final long size = same.isPresent() ? same.get().size : file.size();
		final CurrentVersion current = new CurrentVersion(checksum,
			same.isPresent() ? same.get().timestamp : timestamp, size, release.description(file),
			release.author(file), release.dependencies(file));
		final List<PreviousVersion> previous = before
			.map(b -> same.isPresent() ? b.previous() : b.history(timestamp)).orElse(List.of());
		return new SiteRecord(file.path(), file.platform().orElse(""), Optional.of(current),
			previous);
	}

	private void copy(final SiteFile file, final String timestamp) throws IOException {
		final Path target = folder.resolve(file.path() + "-" + timestamp);
		Files.createDirectories(target.getParent());
		if (!Files.exists(target))
			Files.copy(file.source(), target, StandardCopyOption.REPLACE_EXISTING);
	}
}
