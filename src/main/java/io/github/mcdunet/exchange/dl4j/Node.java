package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.UNet;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertex of the graph that the U-Net is in DL4J.
 *
 * @param name such as "encoder2_conv1"
 * @param inputs names of the vertices that it reads, or the graph's input
 * @param from channels that a convolution reads; else those that it gives
 * @param to channels that it gives
 */
record Node(Kind kind, String name, List<String> inputs, int from, int to) {

	/** The graph's only input, normalised images [N, C, H, W]. */
	static final String INPUT = "in";

	/** The graph's only output, probabilities [N, outputs, H, W]. */
	static final String OUTPUT = "loss";

	/** What a vertex does. */
	enum Kind {
		/** 3 x 3. */
		CONVOLUTION,
		/** Batch norm. */
		NORM,
		RELU,
		DROPOUT,
		/** Maximum over 2 x 2 pixels. */
		POOL,
		/** Each pixel becomes 2 x 2. */
		UP,
		/** Channels of one after those of the other. */
		MERGE,
		/** 1 x 1, which gives the logits. */
		LOGITS,
		/** Logits to probabilities, with the loss that training would lower. */
		LOSS;

		boolean isConvolution() {
			return this == CONVOLUTION || this == LOGITS;
		}
	}

	/** Side of a convolution's kernel, in pixels. */
	int kernel() {
		return kind == Kind.LOGITS ? 1 : 3;
	}

	/**
	 * The names of its arrays in this plugin, in the order in which DL4J has their values one after
	 * another; none if it has no parameters.
	 */
	List<String> arrays() {
		final String array = name.replace('_', '/');
		return switch (kind) {
			case CONVOLUTION -> List.of(array + "/bias", array + "/weights");
			case NORM ->
				List.of(array + "/gamma", array + "/beta", array + "/mean", array + "/variance");
			case LOGITS -> List.of("output/conv/bias", "output/conv/weights");
			default -> List.of();
		};
	}

	/** All vertices, each after those that it reads, which is the order of DL4J's parameters. */
	static List<Node> all(final Architecture a) {
		final List<Node> nodes = new ArrayList<>();
		UNet.walk(a, INPUT, new Walk(nodes));
		return nodes;
	}

	/** Stands for a tensor by the name of the vertex that gives it. */
	private static final class Walk implements UNet.Visitor<String> {

		private final List<Node> nodes;
		private int dropouts;

		Walk(final List<Node> nodes) {
			this.nodes = nodes;
		}

		private String add(final Kind kind, final String name, final int from, final int to,
			final String... inputs) {
			nodes.add(new Node(kind, name, List.of(inputs), from, to));
			return name;
		}

		@Override
		public String unit(final UNet.Unit unit, final String in) {
			final int n = unit.number(), filters = unit.filters();
			final String conv = add(Kind.CONVOLUTION, unit.block() + "_conv" + n, unit.inputs(),
				filters, in),
				norm = add(Kind.NORM, unit.block() + "_norm" + n, filters, filters, conv);
			return add(Kind.RELU, unit.block() + "_relu" + n, filters, filters, norm);
		}

		@Override
		public String join(final UNet.Unit unit, final String skip, final String low) {
			final int inputs = unit.inputs(), below = inputs - unit.filters();
			final String up = add(Kind.UP, unit.block() + "_up", below, below, low);
			return unit(unit, add(Kind.MERGE, unit.block() + "_merge", inputs, inputs, skip, up));
		}

		@Override
		public String dropout(final int level, final String in) {
			final int channels = channels();
			return add(Kind.DROPOUT, "dropout" + dropouts++, channels, channels, in);
		}

		@Override
		public String pool(final int level, final String in) {
			final int channels = channels();
			return add(Kind.POOL, "pool" + level, channels, channels, in);
		}

		private int channels() {
			return nodes.get(nodes.size() - 1).to();
		}

		@Override
		public String output(final int inputs, final int outputs, final String in) {
			return add(Kind.LOSS, OUTPUT, outputs, outputs,
				add(Kind.LOGITS, "output", inputs, outputs, in));
		}
	}
}
