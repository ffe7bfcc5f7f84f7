package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.Map;

/** Reads back probability and uncertainty from images that a prediction made. */
public final class PredictedMaps {

	private final ImagePlus probability;
	private final ImagePlus uncertainty;

	/**
	 * @param probability 32-bit, 0..1
	 * @param uncertainty 32-bit, nats, of the same size
	 * @throws McdUnetException if these are no such images
	 */
	public PredictedMaps(final ImagePlus probability, final ImagePlus uncertainty) {
		check(probability, "probability");
		check(uncertainty, "uncertainty");
		if (probability.getWidth() != uncertainty.getWidth()
			|| probability.getHeight() != uncertainty.getHeight()
			|| probability.getStackSize() != uncertainty.getStackSize())
			throw new McdUnetException("'" + probability.getTitle() + "' and '"
				+ uncertainty.getTitle()
				+ "' differ in size. Choose the probability and the uncertainty of the same prediction.");
		this.probability = probability;
		this.uncertainty = uncertainty;
	}

	private static void check(final ImagePlus image, final String kind) {
		ImageStacks.checkPixels(image);
		if (image.getBitDepth() != 32 || image.getNChannels() != 1)
			throw new McdUnetException("'" + image.getTitle() + "' is no map of " + kind
				+ ": that is a 32-bit image with one channel. Choose the one that the prediction made.");
	}

	/** Number of images. */
	public int size() {
		return probability.getStackSize();
	}

	/**
	 * Probability and entropy of image i, from 0.
	 *
	 * @throws McdUnetException if a probability is none
	 */
	public UncertaintyMaps get(final int i) {
		final float[] p = pixels(probability, i);
		for (final float v : p)
			if (!(v >= 0 && v <= 1))
				throw new McdUnetException("'" + probability.getTitle() + "' has the value " + v
					+ ", which is no probability (0 to 1). Choose the probability image that the prediction made.");
		return new UncertaintyMaps(probability.getWidth(), probability.getHeight(), 1,
			Map.of(MapKind.PROBABILITY, p, MapKind.ENTROPY, pixels(uncertainty, i)));
	}

	private static float[] pixels(final ImagePlus image, final int i) {
		final ImageProcessor plane = image.getStack().getProcessor(i + 1);
		return (float[]) ((FloatProcessor) plane).getPixels();
	}
}
