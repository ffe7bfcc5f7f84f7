package io.github.mcdunet.imagej.result;

import ij.gui.Overlay;
import ij.gui.Roi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The outlines that are laid over a mask: not those that ImageJ would take seconds to draw, at each
 * repaint of the window. Not thread-safe.
 */
final class MaskOutlines {

	/** Corners of all outlines that are drawn; a fraction of a second. */
	static final long MOST_CORNERS = 200_000;

	private record Outline(Roi roi, int corners) {
	}

	private final List<Outline> all = new ArrayList<>();
	private long corners;

	void add(final Roi roi, final int count) {
		all.add(new Outline(roi, count));
		corners += count;
	}

	/** The outlines in their order, without as many of the most intricate ones as it takes. */
	Overlay overlay() {
		final long largest = largest();
		final Overlay overlay = new Overlay();
		for (final Outline outline : all)
			if (outline.corners() <= largest) overlay.add((Roi) outline.roi().clone());
		return overlay;
	}

	/** Corners that an outline may have so that all together are not too many. */
	private long largest() {
		if (corners <= MOST_CORNERS) return Long.MAX_VALUE;
		long sum = 0;
		int last = 0;
		for (final int count : all.stream().map(Outline::corners).sorted(Comparator.naturalOrder())
			.toList()) {
			sum += count;
			if (sum > MOST_CORNERS) return Math.min(last, count - 1);
			last = count;
		}
		return last;
	}

	/** What was left out, in a sentence; empty if nothing was. */
	Optional<String> warning() {
		final long largest = largest();
		final long left = all.stream().filter(outline -> outline.corners() > largest).count();
		return left == 0 ? Optional.empty() : Optional.of(left + " of " + all.size()
			+ " outlines are not laid over the mask, as drawing all " + corners
			+ " corners would stop the screen for seconds; the mask and the files have all of them.");
	}
}
