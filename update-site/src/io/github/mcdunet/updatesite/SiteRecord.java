package io.github.mcdunet.updatesite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file of the site as its index tells of it: what it is now, if it still is, and what it was.
 */
final class SiteRecord {

	private final String filename;
	private final String platform;
	private final CurrentVersion current;
	private final List<PreviousVersion> previous;

	/**
	 * @param platform empty for every platform
	 * @param current nothing for a file that is no longer shipped: the updater then takes it away
	 * from the user's Fiji
	 */
	SiteRecord(final String filename, final String platform, final Optional<CurrentVersion> current,
		final List<PreviousVersion> previous) {
		this.filename = filename;
		this.platform = platform;
		this.current = current.orElse(null);
		this.previous = new ArrayList<>(previous);
	}

	String filename() {
		return filename;
	}

	String platform() {
		return platform;
	}

	Optional<CurrentVersion> current() {
		return Optional.ofNullable(current);
	}

	List<PreviousVersion> previous() {
		return new ArrayList<>(previous);
	}

	/** What this record leaves to its successor: its previous versions, the present one first. */
	List<PreviousVersion> history(final String now) {
		final List<PreviousVersion> history = new ArrayList<>();
		if (current != null)
			history.add(new PreviousVersion(filename, current.checksum, current.timestamp, now));
		history.addAll(previous);
		return history;
	}

	/** The record of a file that is shipped no more. */
	SiteRecord withdrawn(final String now) {
		return new SiteRecord(filename, platform, Optional.empty(), history(now));
	}
}
