package io.github.mcdunet.review;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.NearestObject;

/**
 * Finds where the mask may have missed an object: connected areas of the background in which the
 * probability is still {@link #UNSURE} or more (an entropy of 0.50 nats, nearly three quarters of
 * the greatest) and that are not just the blurred rim of an object.
 */
final class MissedObjects {

	/** Of one in five such pixels the mask is wrong. */
	static final double UNSURE = 0.2;

	/** In pixels; nearer to an object, doubt is about its outline. */
	static final double RIM = 3;

	private MissedObjects() {
	}

	/**
	 * Linear in the number of pixels.
	 *
	 * @param objects of the mask
	 * @param probability of being object, 0..1, [H, W] row-major
	 * @param minimumArea smaller areas are left out, in pixels
	 */
	static Labels find(final Labels objects, final float[] probability, final int minimumArea) {
		final int[] near = NearestObject.zones(objects, RIM);
		final byte[] unsure = new byte[near.length];
		for (int i = 0; i < near.length; i++)
			if (near[i] == 0 && probability[i] >= UNSURE) unsure[i] = 1;
		return ConnectedComponents
			.label(Labels.ofClasses(unsure, objects.width(), objects.height()), minimumArea);
	}
}
