package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.file.FileFault;
import io.github.mcdunet.network.file.StrictJson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads configuration.json of a DL4J file, which describes its network, as text: the names of
 * classes in it are compared and never used. Everything that decides what the network computes must
 * be as {@link Dl4jNetwork} writes it; how it would be trained may differ.
 */
final class Dl4jConfiguration {

	private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
	private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";
	private static final String OUR_DROPOUT = "io.github.mcdunet.exchange.dl4j.McDropoutLayer";
	private static final String CLASS = "@class";
	private static final double ROUNDING = 1e-12;

	private final StrictJson json;

	private Dl4jConfiguration(final StrictJson json) {
		this.json = json;
	}

	/** @throws FileFault if it is not the network of that architecture */
	static void check(final byte[] bytes, final Architecture architecture) throws FileFault {
		final Dl4jConfiguration configuration = new Dl4jConfiguration(
			StrictJson.parse("configuration.json", bytes));
		expect(configuration.json.get("networkInputs"), List.of(Node.INPUT));
		expect(configuration.json.get("networkOutputs"), List.of(Node.OUTPUT));
		configuration.check(Node.all(architecture), architecture);
	}

	private StrictJson layer(final String vertex) throws FileFault {
		return json.get("vertices").get(vertex).get("layerConf").get("layer");
	}

	private void check(final List<Node> nodes, final Architecture a) throws FileFault {
		final Set<String> expected = new LinkedHashSet<>();
		nodes.forEach(node -> expected.add(node.name()));
		if (!json.get("vertices").names().equals(expected)
			|| !json.get("vertexInputs").names().equals(expected))
			throw new FileFault("its layers are not those of this plugin's network");
		checkOrder(new ArrayList<>(expected));
		for (final Node node : nodes) {
			expect(json.get("vertexInputs").get(node.name()), node.inputs());
			if (node.kind() == Node.Kind.MERGE) checkMerge(json.get("vertices").get(node.name()));
			else
				checkLayer(node, a);
		}
	}

	/** The order in which the numbers lie in the file. */
	private void checkOrder(final List<String> names) throws FileFault {
		if (!json.names().contains("topologicalOrderStr")) return;
		names.add(0, Node.INPUT);
		expect(json.get("topologicalOrderStr"), names);
	}

	private static void checkMerge(final StrictJson vertex) throws FileFault {
		vertex.get(CLASS).expect("org.deeplearning4j.nn.conf.graph.MergeVertex");
		vertex.get("mergeAxis").expect(1);
	}

	private void checkLayer(final Node node, final Architecture a) throws FileFault {
		final StrictJson vertex = json.get("vertices").get(node.name());
		vertex.get(CLASS).expect("org.deeplearning4j.nn.conf.graph.LayerVertex");
		vertex.get("preProcessor").expectNull();
		vertex.get("layerConf").get("dataType").expect("FLOAT");
		final StrictJson layer = layer(node.name());
		if (node.kind() != Node.Kind.DROPOUT) layer.get("idropout").expectNull();
		switch (node.kind()) {
			case CONVOLUTION, LOGITS -> checkConvolution(layer, node);
			case NORM -> checkNorm(layer, node, a);
			case RELU -> {
				layer.get(CLASS).expect(LAYERS + "ActivationLayer");
				final StrictJson relu = layer.get("activationFn");
				relu.get(CLASS).expect(ACTIVATIONS + "ReLU");
				for (final String option : List.of("max", "negativeSlope", "threshold"))
					relu.get(option).expectNull();
			}
			case DROPOUT -> checkDropout(layer, a);
			case POOL -> {
				layer.get(CLASS).expect(LAYERS + "SubsamplingLayer");
				layer.get("poolingType").expect("MAX");
				checkWindow(layer, 2, 2);
			}
			case UP -> {
				layer.get(CLASS).expect(LAYERS + "Upsampling2D");
				expect(layer.get("size"), 2);
			}
			case LOSS -> {
				layer.get(CLASS).expect(LAYERS + "CnnLossLayer");
				layer.get("activationFn").get(CLASS)
					.expect(ACTIVATIONS + (node.to() == 1 ? "Sigmoid" : "Softmax"));
			}
			default -> throw new IllegalStateException(node.name());
		}
	}

	private static void checkConvolution(final StrictJson layer, final Node node) throws FileFault {
		layer.get(CLASS).expect(LAYERS + "ConvolutionLayer");
		layer.get("activationFn").get(CLASS).expect(ACTIVATIONS + "Identity");
		layer.get("weightNoise").expectNull();
		layer.get("hasBias").expect(true);
		layer.get("nin").expect(node.from());
		layer.get("nout").expect(node.to());
		checkWindow(layer, node.kernel(), 1);
	}

	private static void checkWindow(final StrictJson layer, final int kernel, final int stride)
		throws FileFault {
		layer.get("cnn2dDataFormat").expect("NCHW");
		layer.get("convolutionMode").expect("Same");
		expect(layer.get("kernelSize"), kernel);
		expect(layer.get("stride"), stride);
		expect(layer.get("dilation"), 1);
	}

	private static void checkNorm(final StrictJson layer, final Node node, final Architecture a)
		throws FileFault {
		layer.get(CLASS).expect(LAYERS + "BatchNormalization");
		layer.get("cnn2DFormat").expect("NCHW");
		layer.get("nout").expect(node.to());
		layer.get("useLogStd").expect(false);
		layer.get("lockGammaBeta").expect(false);
		expect(layer, "eps", a.batchNormEpsilon());
		expect(layer, "decay", a.batchNormMomentum());
	}

	private static void checkDropout(final StrictJson layer, final Architecture a)
		throws FileFault {
		if (!layer.get(CLASS).text().equals(OUR_DROPOUT))
			layer.get(CLASS).expect(LAYERS + "DropoutLayer");
		final StrictJson dropout = layer.get("idropout");
		dropout.get(CLASS).expect("org.deeplearning4j.nn.conf.dropout.Dropout");
		dropout.get("pschedule").expectNull();
		expect(dropout, "p", 1 - a.dropoutRate());
	}

	/** The same but for the last digits, which the way through decimals may change. */
	private static void expect(final StrictJson layer, final String entry, final double number)
		throws FileFault {
		if (Math.abs(layer.get(entry).number() - number) > ROUNDING)
			throw new FileFault("a layer's \"" + entry + "\" is not " + (float) number);
	}

	/** Twice the same number, for height and width. */
	private static void expect(final StrictJson list, final int side) throws FileFault {
		final List<StrictJson> items = list.items();
		if (items.size() != 2) throw new FileFault("a layer's window has not two sides");
		for (final StrictJson item : items)
			item.expect(side);
	}

	private static void expect(final StrictJson list, final List<String> texts) throws FileFault {
		final List<StrictJson> items = list.items();
		if (items.size() != texts.size())
			throw new FileFault("its layers are not connected as in this plugin's network");
		for (int i = 0; i < items.size(); i++)
			items.get(i).expect(texts.get(i));
	}
}
