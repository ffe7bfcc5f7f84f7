package io.github.mcdunet.updatesite;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How much a user of each platform downloads. */
final class SizeReport {

	/** macos-arm64 and the like are without natives: the engine is plain Java there. */
	static final List<String> PLATFORMS = List.of("linux64", "win64", "macos64", "macos-arm64",
		"linux-arm64");

	private SizeReport() {
	}

	/** @return bytes of all files that a Fiji of the platform takes */
	static long bytes(final Collection<SiteRecord> records, final String platform) {
		return records.stream().filter(r -> r.platform().isEmpty() || r.platform().equals(platform))
			.mapToLong(r -> r.current().map(c -> c.size).orElse(0L)).sum();
	}

	/** @return one line for each platform */
	static String of(final Collection<SiteRecord> records) {
		final StringBuilder lines = new StringBuilder();
		for (final String platform : PLATFORMS)
			lines.append(String.format(Locale.ROOT, "%-12s %6.1f MB%n", platform,
				bytes(records, platform) / 1e6));
		return lines.toString();
	}
}
