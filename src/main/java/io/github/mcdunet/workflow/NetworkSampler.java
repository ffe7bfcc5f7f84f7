package io.github.mcdunet.workflow;

import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.inference.TileSampler;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.UNetModel;

/**
 * Lets a model's network be sampled tile by tile. The graph is kept as long as the tile size stays
 * the same.
 */
final class NetworkSampler implements TileSampler {

	private final UNetModel model;
	private final long seed;
	private InferenceGraph graph;
	private long x;
	private long y;

	NetworkSampler(final UNetModel model, final long seed) {
		this.model = model;
		this.seed = seed;
	}

	@Override
	public void tile(final float[] pixels, final int height, final int width, final long x0,
		final long y0) {
		if (graph == null || graph.height() != height || graph.width() != width) {
			release();
			checkMemory((double) height * width);
			graph = new InferenceGraph(model.architecture(), height, width);
			graph.setParameters(model.parameters());
		}
		graph.setImage(pixels);
		x = x0;
		y = y0;
	}

	/**
	 * NB: asked first, because some systems promise memory that they do not have, and end the
	 * program when it is used.
	 */
	private void checkMemory(final double pixels) {
		final double bytes = pixels * InferenceGraph.bytesPerPixel(model.architecture());
		final long available = Engines.availableMemory(bytes);
		if (bytes > available)
			throw new OutOfMemoryError("The network needs " + NumberText.bytes(bytes)
				+ ", but only " + NumberText.bytes(available) + " are free");
	}

	@Override
	public float[] sample(final int t) {
		return model.architecture().hasDropout() ? graph.sample(seed, t, x, y) : graph.predict();
	}

	@Override
	public void release() {
		if (graph != null) graph.close();
		graph = null;
	}
}
