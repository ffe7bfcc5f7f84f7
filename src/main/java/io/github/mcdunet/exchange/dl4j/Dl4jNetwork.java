package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.nio.file.Path;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * This plugin's U-Net as a graph of DL4J's layers: the input "in" takes normalised images [N, C, H,
 * W], H and W multiples of 2^depth; the output is probabilities [N, outputs, H, W]. It gives the
 * same as the plugin's engines, slowly.
 */
public final class Dl4jNetwork {

	/** What becomes of the dropout that makes a network's predictions differ. */
	public enum DropoutMode {
		/**
		 * DL4J's own layer: on in training, off in inference, which gives one and the same
		 * prediction. Needs nothing but DL4J.
		 */
		TRAINING,
		/** {@link McDropoutLayer}, which stays on: each inference is a Monte Carlo sample. */
		ALWAYS
	}

	private Dl4jNetwork() {
	}

	/**
	 * A network with a model's weights. It is set to train as the plugin does: Adam, with the
	 * learning rate 0.005 that {@link io.github.mcdunet.training.TrainingSettings} begins with.
	 *
	 * @throws McdUnetException if DL4J is missing
	 */
	public static ComputationGraph of(final UNetModel model, final DropoutMode dropout) {
		final ComputationGraph network = new ComputationGraph(
			configuration(model.architecture(), dropout));
		network.init();
		setParameters(network, model.parameters());
		return network;
	}

	/**
	 * The untrained network, from which DL4J makes one with {@code new ComputationGraph(...)} and
	 * {@code init()}.
	 *
	 * @throws McdUnetException if DL4J is missing, or the network has an output that tells touching
	 * objects apart
	 */
	public static ComputationGraphConfiguration configuration(final Architecture a,
		final DropoutMode dropout) {
		Dl4jLibrary.load();
		if (a.outputs().separation())
			throw new McdUnetException(
				"A network that tells touching objects apart has an output that DL4J cannot score. Train one without that for DL4J.");
		final ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder()
			.seed(1).dataType(DataType.FLOAT).updater(new Adam(5e-3))
			.activation(Activation.IDENTITY).weightInit(WeightInit.XAVIER_UNIFORM)
			.convolutionMode(ConvolutionMode.Same).graphBuilder().addInputs(Node.INPUT)
			.setOutputs(Node.OUTPUT);
		for (final Node node : Node.all(a)) {
			final String[] inputs = node.inputs().toArray(String[]::new);
			if (node.kind() == Node.Kind.MERGE)
				graph.addVertex(node.name(), new MergeVertex(), inputs);
			else
				graph.addLayer(node.name(), layer(node, a, dropout), inputs);
		}
		return graph.build();
	}

	/** Writes it as DL4J does. */
	static void save(final UNetModel model, final DropoutMode dropout, final Path file)
		throws IOException {
		ModelSerializer.writeModel(of(model, dropout), file.toFile(), false);
	}

	private static Layer layer(final Node node, final Architecture a, final DropoutMode dropout) {
		final int size = node.kernel();
		return switch (node.kind()) {
			case CONVOLUTION, LOGITS -> new ConvolutionLayer.Builder(size, size).stride(1, 1)
				.nIn(node.from()).nOut(node.to()).build();
			case NORM -> new BatchNormalization.Builder().nIn(node.to()).nOut(node.to())
				.useLogStd(false).decay(a.batchNormMomentum()).eps(a.batchNormEpsilon()).build();
			case RELU -> new ActivationLayer(Activation.RELU);
			// NB: DL4J takes the probability to be retained
			case DROPOUT ->
				dropout == DropoutMode.ALWAYS ? new McDropoutLayer(new Dropout(1 - a.dropoutRate()))
					: new DropoutLayer(new Dropout(1 - a.dropoutRate()));
			case POOL -> new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX,
				new int[]{ 2, 2 }, new int[]{ 2, 2 }).build();
			case UP -> new Upsampling2D.Builder(2).build();
			case LOSS -> node.to() == 1
				? new CnnLossLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID).build()
				: new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX)
					.build();
			case MERGE -> throw new IllegalArgumentException("No layer");
		};
	}

	private static void setParameters(final ComputationGraph network, final Parameters parameters) {
		for (final Node node : Node.all(parameters.architecture()))
			for (final String array : node.arrays()) {
				final INDArray target = network.getParam(node.name() + "_" + key(array));
				target.assign(
					Nd4j.createFromArray(parameters.get(array)).reshape('c', target.shape()));
			}
	}

	/** DL4J's word for one of a layer's arrays. */
	private static String key(final String array) {
		final String word = array.substring(array.lastIndexOf('/') + 1);
		return switch (word) {
			case "weights" -> "W";
			case "bias" -> "b";
			case "variance" -> "var";
			default -> word;
		};
	}
}
