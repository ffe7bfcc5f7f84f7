package io.github.mcdunet.review;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.objects.NearestObject;

/**
 * How many pixels of a mask are probably wrong, as the probabilities themselves say.
 * <p>
 * A pixel that the mask calls object is wrong with probability 1 - p, one that it calls background
 * with probability p: the conditional error of a decision (Chow 1970,
 * https://doi.org/10.1109/TIT.1970.1054406). For a mask drawn at threshold 0.5 that is min(p, 1 -
 * p). As expectations add up whether or not pixels depend on each other, the expected number of
 * wrong pixels of a region is the sum over its pixels. It is right where the probabilities are
 * (calibrated), and knows nothing of what the network is wrong about and sure of.
 */
final class EstimatedError {

	private EstimatedError() {
	}

	/**
	 * Divides the expected number of wrong pixels of an image among its regions: each pixel counts
	 * for the nearest region, or for none if it is farther than the reach, so that the parts add up
	 * to the whole. Linear in the number of pixels.
	 *
	 * @param regions that part the image, such as objects
	 * @param mask of the regions' width and height
	 * @param probability of being object, 0..1, [H, W] row-major
	 * @param reach in pixels, from the region's nearest pixel
	 * @return expected number of wrong pixels, at index 1..n of the regions 1..n, at 0 of what is
	 * far from all of them
	 */
	public static double[] perRegion(final Labels regions, final Labels mask,
		final float[] probability, final double reach) {
		final int[] zones = NearestObject.zones(regions, reach);
		if (mask.size() != zones.length || probability.length != zones.length)
			throw new IllegalArgumentException(mask.size() + " and " + probability.length
				+ " pixels for " + regions.width() + " x " + regions.height());
		final double[] errors = new double[regions.objectCount() + 1];
		for (int i = 0; i < zones.length; i++)
			errors[zones[i]] += ofPixel(mask.isForeground(i), probability[i]);
		return errors;
	}

	/** Probability that the pixel is wrong, 0..1. */
	static double ofPixel(final boolean object, final double probability) {
		return object ? 1 - probability : probability;
	}
}
