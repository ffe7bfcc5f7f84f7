package io.github.mcdunet.command.dialog;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant who misspelt it. */
final class NearWord {

	private NearWord() {
	}

	/**
	 * The known word that the fewest letters put in, left out or changed and neighbours swapped
	 * make of this one; empty if that is more than a third of its letters. A beginning is near too.
	 */
	static Optional<String> to(final String word, final Collection<String> known) {
		return known.stream()
			.filter(other -> distance(word, other) <= Math.max(1, word.length() / 3)
				|| word.length() > 2 && other.startsWith(word))
			.min(Comparator.comparingInt(other -> distance(word, other)));
	}

	/** How many such steps lead from one word to the other. */
	static int distance(final String from, final String to) {
		final int[][] steps = new int[from.length() + 1][to.length() + 1];
		Arrays.setAll(steps[0], j -> j);
		for (int i = 1; i <= from.length(); i++) {
			steps[i][0] = i;
			for (int j = 1; j <= to.length(); j++) {
				final int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
				steps[i][j] = Math.min(steps[i - 1][j - 1] + change,
					1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
				if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
					&& from.charAt(i - 2) == to.charAt(j - 1))
					steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
			}
		}
		return steps[from.length()][to.length()];
	}
}
