package io.github.mcdunet.review;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Where two objects touch: by a side or a corner of their pixels. */
final class ObjectBorders {

	private ObjectBorders() {
	}

	/** Number of the second object's pixels that touch the first; 0 if they lie apart. */
	static int length(final int[] first, final int[] second, final int width) {
		final Set<Integer> inside = new HashSet<>();
		for (final int i : first)
			inside.add(i);
		return (int) Arrays.stream(second).filter(i -> touches(inside, i, width)).count();
	}

	private static boolean touches(final Set<Integer> inside, final int i, final int width) {
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) {
				final int x = i % width + dx;
				if (x >= 0 && x < width && inside.contains(i + dy * width + dx)) return true;
			}
		return false;
	}
}
