package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The artifacts that every Fiji has: the lines of fiji-ships.txt. */
final class FijiShips {

	private final Set<String> names;

	FijiShips(final Path list) throws IOException {
		names = Files.readAllLines(list, StandardCharsets.UTF_8).stream().map(String::trim)
			.filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toSet());
	}

	/** Whether Fiji has the artifact of a jar, in whatever version. */
	boolean has(final Path jar) {
		final String name = SiteFile.unversioned(jar.getFileName().toString());
		return names.contains(name.substring(0, name.length() - ".jar".length()));
	}
}
