package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Predicts images with T Monte Carlo samples. Immutable; the model is not changed. */
public final class Prediction {

	private final UNetModel model;

	public Prediction(final UNetModel model) {
		this.model = model;
	}

	/** Number T of Monte Carlo samples, 1..10000, default 20; a network without dropout always uses 1. */
	public Prediction samples(final int samples) {
		throw new UnsupportedOperationException();
	}

	/** Decides the dropout masks; the same seed gives the same maps. Default 1. */
	public Prediction seed(final long seed) {
		throw new UnsupportedOperationException();
	}

	/** @param image [X, Y, C], raw intensities */
	public UncertaintyMaps run(final RandomAccessibleInterval<FloatType> image, final Progress progress) {
		throw new UnsupportedOperationException(model + "" + image + progress);
	}

	/**
	 * Predicts one image after another. All images are checked before the first is predicted where that is cheap.
	 *
	 * @throws io.github.mcdunet.McdUnetException if an image does not fit the model, naming it
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public void run(final ImageSeries images, final MapsSink sink, final Progress progress) {
		throw new UnsupportedOperationException();
	}
}
