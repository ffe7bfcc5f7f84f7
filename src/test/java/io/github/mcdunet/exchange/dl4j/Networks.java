package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Small networks whose numbers are all different, and what they say of noise. */
final class Networks {

	static final int HEIGHT = 16;
	static final int WIDTH = 24;

	private Networks() {
	}

	static UNetModel model(final double dropout) {
		final Parameters p = Parameters
			.initial(Architecture.reference(2).baseFilters(3).depth(2).dropoutRate(dropout), 1);
		final SplittableRandom random = new SplittableRandom(2);
		for (final Parameters.Entry e : p.entries())
			if (!e.name().endsWith("/weights")) for (int i = 0; i < e.values().length; i++)
				e.values()[i] += (float) (0.5 * random.nextDouble());
		return new UNetModel(p, Normalization.percentiles(2, 98), List.of("red", "GFP µ"),
			new PixelSize(0.5, 0.25, "µm"), Map.of("seed", "42"), List.of("epoch,loss", "1,0.5"));
	}

	/** Normalised pixels [2, HEIGHT, WIDTH]. */
	static float[] pixels() {
		final float[] pixels = new float[2 * HEIGHT * WIDTH];
		final SplittableRandom random = new SplittableRandom(3);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) random.nextDouble();
		return pixels;
	}

	/** The plugin's probabilities without dropout, [HEIGHT, WIDTH]. */
	static double[] probability(final UNetModel model) {
		try (InferenceGraph graph = graph(model)) {
			return probability(graph.predict());
		}
	}

	static InferenceGraph graph(final UNetModel model) {
		final InferenceGraph graph = new InferenceGraph(model.architecture(), HEIGHT, WIDTH);
		graph.setParameters(model.parameters());
		graph.setImage(pixels());
		return graph;
	}

	static double[] probability(final float[] logits) {
		final double[] p = new double[logits.length];
		for (int i = 0; i < p.length; i++)
			p[i] = 1 / (1 + Math.exp(-logits[i]));
		return p;
	}

	/** The jars of this Java whose names match, or do not. */
	static String classPath(final String jars, final boolean matching) {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(jar -> new File(jar).getName().matches(jars) == matching)
			.collect(Collectors.joining(File.pathSeparator));
	}
}
