package io.github.mcdunet.forecast;

import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.TrainingGraph;
import io.github.mcdunet.network.UNet;
import io.github.mcdunet.training.TrainingSettings;

/**
 * The work of a training, in pixels that the standard network learns from. Measured: a pixel costs
 * the same in images of 64 to 512 pixels and batches of 1 to 4.
 */
final class TrainingCost {

	/** A Monte Carlo sample of an image against learning from it: measured 0.15 to 0.25. */
	private static final double SAMPLE = 0.22;

	/** Samples and images by which a model assesses itself at the end. */
	private static final int LAST_SAMPLES = 20;
	private static final int LAST_IMAGES = 60;

	/**
	 * Part of the standard network's time that goes with the values it computes; the rest goes with
	 * the multiplications.
	 */
	private static final double VALUES = 0.3;

	private TrainingCost() {
	}

	/**
	 * @param width of the images
	 * @param height of the images
	 * @param split of the images
	 */
	static double pixels(final TrainingSettings settings, final Architecture a, final int width,
		final int height, final Split split) {
		final int side = settings.trainingSize();
		final double whole = (double) width * height,
			learnt = side > 0 ? (double) side * side : whole;
		final boolean crops = settings.sizing() == TrainingSettings.Sizing.CROP;
		final double validated = split.validation().size() * (crops ? whole : learnt);
		final int samples = a.hasDropout() ? Math.max(1, settings.validationSamples()) : 1;
		final double epoch = split.training().size() * learnt + validated * samples * SAMPLE;
		final double end = Math.min(LAST_IMAGES, split.validation().size()) * whole
			* (a.hasDropout() ? LAST_SAMPLES : 1) * SAMPLE;
		return relative(a) * (settings.epochs() * epoch + end);
	}

	/** The work of a Monte Carlo sample, per pixel. */
	static double sample(final Architecture a) {
		return SAMPLE * relative(a);
	}

	/**
	 * Time per pixel against that of the standard network. Measured 0.65 with 4 base filters, 3.1
	 * with 16, 11 with 32, 56 with 64.
	 */
	static double relative(final Architecture a) {
		final Architecture standard = Architecture.reference(a.channels());
		return VALUES * TrainingGraph.bytesPerPixel(a) / TrainingGraph.bytesPerPixel(standard)
			+ (1 - VALUES) * multiplications(a) / multiplications(standard);
	}

	/** Of all 3 x 3 convolutions, per pixel of the image. */
	static double multiplications(final Architecture a) {
		return UNet.units(a).stream().mapToDouble(u -> u.weights() / Math.pow(4, u.level())).sum();
	}
}
