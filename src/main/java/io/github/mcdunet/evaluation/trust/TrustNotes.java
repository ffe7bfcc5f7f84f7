package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why cells of a table are empty: each reason once, with what it is about. */
final class TrustNotes {

	private static final int NAMED = 5;

	private final Map<String, Set<String>> notes = new LinkedHashMap<>();

	/** Remembers the reason of every number that is missing. */
	void add(final Table table) {
		for (final List<Cell> row : table.rows())
			for (final Cell cell : row)
				if (!cell.reason().isEmpty())
					notes.computeIfAbsent(cell.reason(), r -> new LinkedHashSet<>())
						.add(row.get(0).text());
	}

	/** For example "w1, w2: No pixel is wrong, so there is nothing to find." */
	List<String> sentences() {
		final List<String> sentences = new ArrayList<>();
		notes.forEach(
			(reason, subjects) -> sentences.add(names(new ArrayList<>(subjects)) + ": " + reason));
		return sentences;
	}

	private static String names(final List<String> names) {
		return names.size() <= NAMED ? String.join(", ", names)
			: String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED)
				+ " more";
	}
}
