package io.github.mcdunet.folder;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.Table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of a folder's images: how many were done before, are done now, or failed, and why.
 */
final class FolderReport {

	private static final int NAMED = 20;

	private final int images;
	private final Map<String, String> failures = new TreeMap<>();
	private final Set<String> warnings = new HashSet<>();
	private int skipped;
	private int predicted;
	private String unlisted = "";

	FolderReport(final int images) {
		this.images = images;
	}

	void skip() {
		skipped++;
	}

	void done() {
		predicted++;
	}

	void fail(final String image, final String reason) {
		failures.put(image, reason);
	}

	/** @param reason why the failures' own table cannot be written, a sentence */
	void unlisted(final String reason) {
		unlisted = "\n" + reason;
	}

	/** Whether this warning was not given before. */
	boolean isNew(final String warning) {
		return warnings.add(warning);
	}

	/** What is known before the first prediction. */
	String plan(final int jobs) {
		return images + (images == 1 ? " image: " : " images: ") + jobs + " to predict, " + skipped
			+ " done before, " + failures.size() + " that cannot be predicted.";
	}

	/** Lists the failures in a table; without any, an older table is removed. */
	void writeFailures(final Path file) {
		if (failures.isEmpty()) {
			try {
				Files.deleteIfExists(file);
			}
			catch (final IOException e) {
				throw new McdUnetException(
					"The old table '" + file + "' cannot be deleted. Please delete it.", e);
			}
			return;
		}
		final Table table = new Table(List.of("Image", "Problem"));
		failures.forEach((image, reason) -> table.addTexts(List.of(image, reason)));
		table.write(file);
	}

	/** @throws McdUnetException if not a single image is done */
	void checkAny() {
		if (skipped + predicted > 0 || failures.isEmpty()) return;
		throw new McdUnetException(
			"None of the " + images + " images could be predicted.\n" + reasons());
	}

	/** One sentence, and one for each failure. */
	String summary(final Path folder) {
		return counts() + " The results are in '" + folder + "'."
			+ (failures.isEmpty() ? "" : "\n" + reasons()) + unlisted;
	}

	/** Such as "8 of 12 images were predicted, 3 had been done before, 1 failed." */
	String counts() {
		return predicted + " of " + images + (images == 1 ? " image was" : " images were")
			+ " predicted" + (skipped == 0 ? "" : ", " + skipped + " had been done before")
			+ (failures.isEmpty() ? "." : ", " + failures.size() + " failed.");
	}

	private String reasons() {
		final String named = failures.entrySet().stream().limit(NAMED)
			.map(e -> "'" + e.getKey() + "': " + e.getValue()).collect(Collectors.joining("\n"));
		final int more = failures.size() - NAMED;
		return more > 0 ? named + "\nand " + more + " more; see " + FolderPrediction.FAILURES
			: named;
	}
}
