package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.SampleMasks;
import io.github.mcdunet.inference.UncertaintyMaps;

/**
 * Finds the objects of a prediction: connected areas of one class, or, where the network separates
 * objects that touch, the parts into which a watershed divides the foreground. The mean of the
 * samples and each sample by itself are divided by the same rule.
 */
public final class ObjectFinder {

	/** Depth from which on a pixel is surely inside of an object. */
	private static final double LEVEL = 0.3;

	/** How much deeper two objects are than the saddle between them. */
	private static final double PROMINENCE = 0.07;

	/** Pixels of the smallest seed. */
	private static final int SEED = 3;

	private ObjectFinder() {
	}

	/**
	 * The objects of the samples' mean.
	 *
	 * @param threshold pixels of at least this foreground probability are foreground, 0..1
	 * @param minimumArea objects of fewer pixels become background
	 * @return objects numbered 1..n in the order of their first pixels, each of one class
	 */
	public static Labels find(final UncertaintyMaps maps, final double threshold,
		final int minimumArea) {
		final Labels mask = maps.mask(threshold);
		return maps.outputs().separation()
			.map(landscape -> watershed(minimumArea).label(mask, landscape))
			.orElseGet(() -> ConnectedComponents.label(mask, minimumArea));
	}

	/** The objects of sample t. */
	static Labels find(final SampleMasks masks, final int t, final int minimumArea) {
		final Labels mask = masks.mask(t);
		return masks.seeds(t).map(seeds -> watershed(minimumArea).label(mask, seeds))
			.orElseGet(() -> ConnectedComponents.label(mask, minimumArea));
	}

	private static SeededWatershed watershed(final int minimumArea) {
		return new SeededWatershed(LEVEL).prominence(PROMINENCE).minimumSeed(SEED)
			.minimumArea(minimumArea).seededOnly();
	}
}
