package io.github.mcdunet.folder;

import io.github.mcdunet.McdUnetException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder and its sub-folders that match a pattern, by sample and channel, both in
 * the order of their names.
 */
final class FolderFiles {

	private final Map<String, Map<String, Path>> files = new TreeMap<>();

	/** @param report gets a line for each file that repeats another's sample and channel */
	FolderFiles(final Path folder, final FilePattern pattern, final List<String> report) {
		for (final Path file : list(folder)) {
			final Optional<FilePattern.Parts> parts = pattern.match(file.getFileName().toString());
			if (!parts.isPresent()) continue;
			final Path first = files.computeIfAbsent(parts.get().sample(), s -> new TreeMap<>())
				.putIfAbsent(parts.get().channel(), file);
			if (first != null)
				report.add("'" + file + "' was left out: '" + first
					+ "' has the same sample and channel.");
		}
	}

	private static List<Path> list(final Path folder) {
		if (!Files.isDirectory(folder))
			throw new McdUnetException(
				"The folder '" + folder + "' does not exist. Choose another.");
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
		}
		catch (final IOException | java.io.UncheckedIOException e) {
			throw new McdUnetException(
				"The folder '" + folder + "' cannot be read: " + e.getMessage(), e);
		}
	}

	/** Sample -> channel -> file. */
	Map<String, Map<String, Path>> bySample() {
		return files;
	}
}
