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
 * Scores images with dropout off: one random draw, as the reference takes, would make the choice of the best epoch a lottery; this is
 * cheap and repeatable.
 */
final class Validation implements AutoCloseable {

	private final Architecture architecture;
	private final List<Sample> samples;
	private final Map<List<Integer>, InferenceGraph> graphs = new HashMap<>();

	/** @param samples prepared */
	Validation(final Architecture architecture, final List<Sample> samples) {
		this.architecture = architecture;
		this.samples = samples;
	}

	Scores score(final Parameters parameters, final Progress progress) {
		graphs.values().forEach(g -> g.setParameters(parameters));
		PixelScore sum = PixelScore.NONE;
		for (final Sample s : samples) {
			progress.checkCanceled();
			final InferenceGraph graph = graphs.computeIfAbsent(List.of(s.height(), s.width()), k -> {
				final InferenceGraph g = new InferenceGraph(architecture, s.height(), s.width());
				g.setParameters(parameters);
				return g;
			});
			graph.setImage(s.pixels());
			graph.predict();
			sum = sum.plus(graph.score(s.mask()));
		}
		return new Scores(sum);
	}

	@Override
	public void close() {
		graphs.values().forEach(InferenceGraph::close);
	}
}
