package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.inference.MapsSink;

/**
 * Predicts one series of images after another; the network is built anew only where the size of the
 * images changes.
 */
public final class PredictionSession implements AutoCloseable {

	private final Prediction prediction;
	private final NetworkSampler sampler;

	/** @param sampler to be closed with this */
	PredictionSession(final Prediction prediction, final NetworkSampler sampler) {
		this.prediction = prediction;
		this.sampler = sampler;
	}

	/** As {@link Prediction#run(ImageSeries, MapsSink, Progress)}. */
	public void run(final ImageSeries images, final MapsSink sink, final Progress progress) {
		prediction.run(images, sink, sampler, progress);
	}

	/** Gives the network's memory back; the next series builds it anew. */
	public void release() {
		sampler.release();
	}

	@Override
	public void close() {
		sampler.close();
	}
}
