package io.github.mcdunet.folder;

import java.util.Comparator;

/**
 * The order in which a person lists names: whole numbers within them by their value, so that "t2"
 * is before "t10". All else by its characters.
 */
enum NaturalOrder implements Comparator<String> {
	INSTANCE;

	@Override
	public int compare(final String a, final String b) {
		int i = 0, j = 0;
		while (i < a.length() && j < b.length()) {
			final int end = numberEnd(a, i), other = numberEnd(b, j);
			final boolean numbers = end > i && other > j;
			final int order = numbers ? compareNumbers(a.substring(i, end), b.substring(j, other))
				: Character.compare(a.charAt(i), b.charAt(j));
			if (order != 0) return order;
			i = numbers ? end : i + 1;
			j = numbers ? other : j + 1;
		}
		final int rest = Integer.compare(a.length() - i, b.length() - j);
		return rest != 0 ? rest : a.compareTo(b); // "t02" and "t2" are two names
	}

	private static int numberEnd(final String text, final int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9')
			end++;
		return end;
	}

	/** NB: of digits, of which there may be more than any number type holds. */
	private static int compareNumbers(final String a, final String b) {
		final String x = a.replaceFirst("^0+", ""), y = b.replaceFirst("^0+", "");
		return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
	}
}
