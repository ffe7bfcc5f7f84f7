package io.github.mcdunet.view.training;

import io.github.mcdunet.training.Preview;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/**
 * The newest preview of each validation image, and which image comes next: the one that the person
 * chose, else one after the other, each for a few epochs, so that one sees it become better. Safe
 * for two threads.
 */
final class PreviewAlbum {

	/** Epochs for which an image stays. */
	static final int EPOCHS_EACH = 5;

	/** Pixels that are kept, each of a few numbers. */
	private static final long MOST_PIXELS = 1 << 22;

	private final Map<Integer, Preview> previews = new HashMap<>();
	private final LinkedHashSet<Integer> oldestFirst = new LinkedHashSet<>();
	private int images = 1;
	private int epochs;
	private int shown;
	private boolean chosen;

	/** @param number of the validation images, at least 1 */
	synchronized void open(final int number) {
		images = number;
	}

	/**
	 * Called once an epoch.
	 *
	 * @return the image to predict, from 0
	 */
	synchronized int next() {
		if (!chosen) shown = epochs / EPOCHS_EACH % images;
		epochs++;
		return shown;
	}

	synchronized void add(final Preview preview) {
		previews.put(preview.image(), preview);
		oldestFirst.remove(preview.image());
		oldestFirst.add(preview.image());
		while (oldestFirst.size() > 1
			&& (long) oldestFirst.size() * preview.probability().length > MOST_PIXELS) {
			final int oldest = oldestFirst.iterator().next();
			oldestFirst.remove(oldest);
			previews.remove(oldest);
		}
	}

	/** The person wants to see an image before or after the one that is shown. */
	synchronized void step(final int by) {
		chosen = true;
		shown = Math.floorMod(shown + by, images);
	}

	synchronized int images() {
		return images;
	}

	/** Number of the image to show, from 0. */
	synchronized int shown() {
		return shown;
	}

	/** The newest preview of the image to show; empty if it has not been predicted yet. */
	synchronized Optional<Preview> preview() {
		return Optional.ofNullable(previews.get(shown));
	}
}
