package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.inference.TileSampler;
import io.github.mcdunet.network.ActivationBound;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.UNetModel;

/**
 * Lets a model's network be sampled tile by tile. The graph is kept as long as the tile size stays
 * the same. Numbers that overflow are refused here, before anything is made of them.
 */
final class NetworkSampler implements TileSampler {

	/** What float holds, 3e38, with room for what an engine may do with its weights beforehand. */
	private static final double SAFE = 1e35;

	/** As {@link #SAFE}, with room for the other samples of the tile. */
	private static final double SAFE_SAMPLE = 1e30;

	private final UNetModel model;
	private final String name;
	private final long seed;
	private final double bound;
	private InferenceGraph graph;
	private boolean doubtful;
	private long x;
	private long y;

	/** @param name of the model, to begin a sentence with */
	NetworkSampler(final UNetModel model, final String name, final long seed) {
		this.model = model;
		this.name = name;
		this.seed = seed;
		bound = ActivationBound.of(model.parameters());
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
		// NB: true of networks that are very wide or deep, too, of which most overflow nowhere
		doubtful = !(bound * Math.max(1, ActivationBound.magnitude(pixels)) < SAFE);
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

	/** @throws McdUnetException if the network's numbers leave the range of float */
	@Override
	public float[] sample(final int t) {
		final float[] logits = model.architecture().hasDropout() ? graph.sample(seed, t, x, y)
			: graph.predict();
		if (doubtful) graph.overflow(SAFE_SAMPLE).ifPresent(layer -> {
			throw overflow("in its layer " + layer);
		});
		doubtful = false;
		if (!Double.isFinite(ActivationBound.magnitude(logits))) throw overflow("in what it gives");
		return logits;
	}

	private McdUnetException overflow(final String where) {
		return new McdUnetException(name + " cannot predict: its numbers become too large, " + where
			+ ". Its training went wrong, or the file was changed. Choose another model, or train anew with a smaller learning rate.");
	}

	@Override
	public void release() {
		if (graph != null) graph.close();
		graph = null;
	}
}
