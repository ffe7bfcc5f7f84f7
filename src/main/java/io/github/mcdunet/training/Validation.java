package io.github.mcdunet.training;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Sample;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.PixelScore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores images at the end of an epoch, repeatably: a plain U-Net by its one prediction, an MC dropout U-Net by the mean of a few
 * Monte Carlo samples whose dropout masks are the same in every epoch, or with dropout off. One new random draw an epoch, as the
 * reference takes, would make the choice of the best epoch a lottery.
 */
final class Validation implements AutoCloseable {

	/** Any fixed number: it decides the masks. */
	private static final long SEED = 4711;

	/** Nearest to 0 and 1 that a probability may come, so that its logit stays finite; a float's precision. */
	private static final double SMALLEST = 1e-7;

	private final Architecture architecture;
	private final List<Sample> images;
	private final int samples;
	private final Map<List<Integer>, InferenceGraph> graphs = new HashMap<>();

	/**
	 * @param images prepared
	 * @param samples Monte Carlo samples per image; 0 = one prediction with dropout off
	 */
	Validation(final Architecture architecture, final List<Sample> images, final int samples) {
		this.architecture = architecture;
		this.images = images;
		this.samples = architecture.hasDropout() ? samples : 0;
	}

	Scores score(final Parameters parameters, final Progress progress) {
		graphs.values().forEach(g -> g.setParameters(parameters));
		PixelScore sum = PixelScore.NONE;
		for (int i = 0; i < images.size(); i++) {
			progress.checkCanceled();
			final Sample image = images.get(i);
			final InferenceGraph graph = graphs.computeIfAbsent(List.of(image.height(), image.width()), k -> {
				final InferenceGraph g = new InferenceGraph(architecture, image.height(), image.width());
				g.setParameters(parameters);
				return g;
			});
			graph.setImage(image.pixels());
			sum = sum
				.plus(PixelScore.of(samples == 0 ? graph.predict() : meanLogits(graph, i), image.mask()));
		}
		return new Scores(sum);
	}

	/** The logits of the samples' mean probability. */
	private float[] meanLogits(final InferenceGraph graph, final int image) {
		final float[] mean = new float[graph.height() * graph.width()];
		for (int t = 0; t < samples; t++) {
			final float[] logits = graph.sample(SEED, (long) image * samples + t, 0, 0);
			for (int p = 0; p < mean.length; p++)
				mean[p] += (float) (1 / (1 + Math.exp(-logits[p])) / samples);
		}
		for (int p = 0; p < mean.length; p++) {
			final double inside = Math.min(1 - SMALLEST, Math.max(SMALLEST, mean[p]));
			mean[p] = (float) Math.log(inside / (1 - inside));
		}
		return mean;
	}

	@Override
	public void close() {
		graphs.values().forEach(InferenceGraph::close);
	}
}
