package io.github.mcdunet.network;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.network.engine.Engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/**
 * The whole network, forward and back, against the same graph made of DL4J's stock layers in double
 * precision.
 */
@RunWith(Parameterized.class)
public class StockLayersTest {

	private static final int SIZE = 32;
	private static final int BATCH = 2;

	private final Architecture architecture = Architecture.reference(2).dropoutRate(0);
	private ComputationGraphConfiguration.GraphBuilder graph;

	private final Supplier<Engine> engines;

	public StockLayersTest(final String name, final Supplier<Engine> engines) {
		this.engines = engines;
	}

	@Parameterized.Parameters(name = "{0}")
	public static Object[][] engines() {
		return AllEngines.list();
	}

	@Test
	public void parametersAreCountedAsKerasCounts() {
		assertEquals(494009, new Parameters(Architecture.reference(2)).count());
		assertEquals(492537, new Parameters(Architecture.reference(2)).trainableCount());
		assertEquals(494009, stock().numParams());
	}

	@Test
	public void trainingLossAndGradientsEqualTheStockLayers() {
		final Parameters parameters = scrambled();
		final double[] x = Naive.random(BATCH * 2 * SIZE * SIZE, 1);
		final byte[][] y = masks();
		final ComputationGraph stock = stock();
		copy(parameters, stock);
		stock.setInputs(Nd4j.create(x, new long[]{ BATCH, 2, SIZE, SIZE }, 'c'));
		stock.setLabels(labels(y));
		stock.computeGradientAndScore();
		try (TrainingGraph fast = new TrainingGraph(engines.get(), architecture, BATCH, SIZE,
			SIZE)) {
			fast.setParameters(parameters);
			for (int i = 0; i < BATCH; i++)
				fast.setImage(i, Naive.floats(java.util.Arrays.copyOfRange(x, i * 2 * SIZE * SIZE,
					(i + 1) * 2 * SIZE * SIZE)), y[i]);
			// DL4J sums the loss over pixels and averages over the batch
			assertEquals(stock.score() / (SIZE * SIZE), fast.forward(0, 0).loss(), 1e-5);
			final Parameters gradients = new Parameters(architecture);
			fast.backward(gradients);
			for (final Parameters.Entry e : gradients.entries()) {
				if (!e.trainable()) continue;
				final double[] expected = stock.gradient().getGradientFor(stockName(e.name()))
					.dup('c').data().asDouble();
				for (int i = 0; i < expected.length; i++)
					expected[i] /= (double) BATCH * SIZE * SIZE;
				if (isNormalizedBias(e.name())) for (final double d : expected)
					assertEquals(e.name() + ": batch norm takes the bias out again", 0, d, 1e-9);
				else
					Naive.assertClose(e.name(), expected, e.values(), 2e-3);
			}
		}
	}

	@Test
	public void inferenceEqualsTheStockLayers() {
		final Parameters parameters = scrambled();
		final double[] x = Naive.random(2 * SIZE * SIZE, 2);
		final ComputationGraph stock = stock();
		copy(parameters, stock);
		final double[] p = stock
			.outputSingle(false, Nd4j.create(x, new long[]{ 1, 2, SIZE, SIZE }, 'c')).dup('c')
			.data().asDouble();
		final double[] logits = new double[p.length];
		for (int i = 0; i < p.length; i++)
			logits[i] = Math.log(p[i] / (1 - p[i]));
		try (InferenceGraph fast = new InferenceGraph(engines.get(), architecture, SIZE, SIZE)) {
			fast.setParameters(parameters);
			fast.setImage(Naive.floats(x));
			Naive.assertClose("logits", logits, fast.predict(), 1e-4);
		}
	}

	/** Initial weights with everything that starts at 0 or 1 moved away from there. */
	private Parameters scrambled() {
		final Parameters p = Parameters.initial(architecture, 3);
		final java.util.SplittableRandom r = new java.util.SplittableRandom(4);
		for (final Parameters.Entry e : p.entries())
			if (!e.name().endsWith("/weights")) for (int i = 0; i < e.values().length; i++)
				e.values()[i] += (float) (0.5 * r.nextDouble());
		return p;
	}

	private static byte[][] masks() {
		final byte[][] y = new byte[BATCH][SIZE * SIZE];
		for (int b = 0; b < BATCH; b++)
			for (int i = 0; i < SIZE * SIZE; i++)
				y[b][i] = (byte) ((i / SIZE / 5 + i % SIZE / 7 + b) % 2);
		return y;
	}

	private static INDArray[] labels(final byte[][] y) {
		final INDArray a = Nd4j.zeros(DataType.DOUBLE, BATCH, 1, SIZE, SIZE);
		for (int b = 0; b < BATCH; b++)
			for (int i = 0; i < SIZE * SIZE; i++)
				a.putScalar(b, 0, i / SIZE, i % SIZE, y[b][i]);
		return new MultiDataSet(a, a).getLabels();
	}

	private static boolean isNormalizedBias(final String name) {
		return name.endsWith("/bias") && !name.startsWith("output");
	}

	/** "encoder2/conv1/weights" is "encoder2_conv1_W" there. */
	private static String stockName(final String name) {
		final String[] parts = name.split("/");
		final Map<String, String> kinds = new HashMap<>(
			Map.of("weights", "W", "bias", "b", "variance", "var"));
		return parts[0] + (parts[1].equals("conv") ? "" : "_" + parts[1]) + "_"
			+ kinds.getOrDefault(parts[2], parts[2]);
	}

	private static void copy(final Parameters from, final ComputationGraph to) {
		for (final Parameters.Entry e : from.entries()) {
			final INDArray target = to.getParam(stockName(e.name()));
			final long[] shape = target.shape();
			target.assign(
				Nd4j.createFromArray(e.values()).castTo(DataType.DOUBLE).reshape('c', shape));
		}
	}

	private ComputationGraph stock() {
		graph = new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).updater(new Sgd(0))
			.activation(Activation.IDENTITY).convolutionMode(ConvolutionMode.Same).graphBuilder()
			.addInputs("in").setInputTypes(InputType.convolutional(SIZE, SIZE, 2));
		String x = "in";
		final String[] skips = new String[4];
		for (int i = 0; i <= 4; i++) {
			x = block("encoder" + i, x, architecture.filters(i));
			if (i == 4) break;
			skips[i] = x;
			graph.addLayer("pool" + i,
				new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[]{ 2, 2 },
					new int[]{ 2, 2 }).build(),
				x);
			x = "pool" + i;
		}
		for (int i = 3; i >= 0; i--) {
			graph.addLayer("up" + i, new Upsampling2D.Builder(2).build(), x);
			graph.addVertex("cat" + i, new MergeVertex(), skips[i], "up" + i);
			x = block("decoder" + i, "cat" + i, architecture.filters(i));
		}
		graph.addLayer("output", new ConvolutionLayer.Builder(1, 1).nOut(1).build(), x);
		graph.addLayer("loss",
			new CnnLossLayer.Builder(new LossBinaryXENT()).activation(Activation.SIGMOID).build(),
			"output");
		final ComputationGraph net = new ComputationGraph(graph.setOutputs("loss").build());
		net.init();
		return net;
	}

	private String block(final String name, final String in, final int filters) {
		String x = in;
		for (int i = 1; i <= 2; i++) {
			graph.addLayer(name + "_conv" + i,
				new ConvolutionLayer.Builder(3, 3).stride(1, 1).nOut(filters).build(), x);
			graph.addLayer(name + "_norm" + i,
				new BatchNormalization.Builder().useLogStd(false).decay(0.99).eps(1e-3).build(),
				name + "_conv" + i);
			graph.addLayer(name + "_relu" + i, new ActivationLayer(Activation.RELU),
				name + "_norm" + i);
			x = name + "_relu" + i;
		}
		return x;
	}
}
