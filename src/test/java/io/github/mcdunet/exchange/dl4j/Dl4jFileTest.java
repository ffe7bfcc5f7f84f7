package io.github.mcdunet.exchange.dl4j;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.exchange.dl4j.Dl4jNetwork.DropoutMode;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.SmallModels;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

public class Dl4jFileTest {

	private static final int SAMPLES = 200;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path file;

	@Before
	public void chooseAFile() {
		file = folder.getRoot().toPath().resolve("worms.dl4j.zip");
	}

	private static INDArray image() {
		return Nd4j.create(Networks.pixels(), new long[]{ 1, 2, Networks.HEIGHT, Networks.WIDTH },
			'c');
	}

	private static double[] predict(final ComputationGraph network) {
		return network.outputSingle(false, image()).dup('c').data().asDouble();
	}

	@Test
	public void dl4jRestoresItAndGivesTheSameProbabilities() throws IOException {
		for (final double dropout : new double[]{ 0, 0.3 }) {
			final UNetModel model = Networks.model(dropout);
			Dl4jFile.write(model, file, DropoutMode.TRAINING);
			final ComputationGraph restored = ModelSerializer
				.restoreComputationGraph(file.toFile());
			assertEquals(model.parameters().count(), restored.numParams());
			assertArrayEquals(Networks.probability(model), predict(restored), 1e-5);
		}
	}

	/**
	 * Both draw 200 samples; their means differ by what chance allows: z is about normal, and the
	 * mean of z squared about 1.
	 */
	@Test
	public void dropoutThatStaysOnGivesTheSameMeanAndEntropyWithinSamplingError()
		throws IOException {
		final UNetModel model = Networks.model(0.5);
		Dl4jFile.write(model, file, DropoutMode.ALWAYS);
		final ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile());
		Nd4j.getRandom().setSeed(1);
		final double[][] theirs = moments(t -> predict(restored)), ours;
		try (InferenceGraph graph = Networks.graph(model)) {
			ours = moments(t -> Networks.probability(graph.sample(1, t, 0, 0)));
		}
		double squares = 0, entropies = 0;
		for (int i = 0; i < ours[0].length; i++) {
			final double p = ours[0][i], q = theirs[0][i],
				error = Math.sqrt((ours[1][i] + theirs[1][i]) / SAMPLES);
			assertTrue("samples differ", error > 1e-4);
			squares += Math.pow((p - q) / error, 2);
			final double slope = Math.max(0.05, Math.abs(Math.log((1 - p) / p)));
			entropies += Math.pow(
				(UncertaintyMaps.entropy(p) - UncertaintyMaps.entropy(q)) / (slope * error), 2);
			assertEquals("pixel " + i, p, q, 5.5 * error);
		}
		final double z = squares / ours[0].length, u = entropies / ours[0].length;
		System.out.printf("T = %d: mean z squared of the mean %.2f, of the entropy %.2f%n", SAMPLES,
			z, u);
		assertTrue("z " + z + ", " + u, z < 2 && u < 2 && z > 0.3);
	}

	/** Mean and variance of each pixel. */
	private static double[][] moments(final IntFunction<double[]> sample) {
		final double[][] moments = new double[2][Networks.HEIGHT * Networks.WIDTH];
		for (int t = 0; t < SAMPLES; t++) {
			final double[] p = sample.apply(t);
			for (int i = 0; i < p.length; i++) {
				moments[0][i] += p[i] / SAMPLES;
				moments[1][i] += p[i] * p[i] / SAMPLES;
			}
		}
		for (int i = 0; i < moments[0].length; i++)
			moments[1][i] -= moments[0][i] * moments[0][i];
		return moments;
	}

	@Test
	public void withDropoutForTrainingOnlyInferenceIsRepeatable() {
		final ComputationGraph off = Dl4jNetwork.of(Networks.model(0.5), DropoutMode.TRAINING),
			on = Dl4jNetwork.of(Networks.model(0.5), DropoutMode.ALWAYS);
		assertArrayEquals(predict(off), predict(off), 0);
		assertNotEquals(predict(on)[0], predict(on)[0], 0);
		Nd4j.getRandom().setSeed(5);
		final double[] first = predict(on);
		Nd4j.getRandom().setSeed(5);
		assertArrayEquals(first, predict(on), 0);
	}

	@Test
	public void backFromTheFileTheModelIsWhole() {
		for (final DropoutMode mode : DropoutMode.values())
			for (final double dropout : new double[]{ 0, 0.15, 0.3, 0.5, 0.55 }) {
				final UNetModel model = Networks.model(dropout);
				Dl4jFile.write(model, file, mode);
				SmallModels.assertSame(model, Dl4jFile.read(file));
			}
		Dl4jFile.write(SmallModels.counted(), file, DropoutMode.ALWAYS);
		final UNetModel back = Dl4jFile.read(file);
		SmallModels.assertSame(SmallModels.counted(), back);
		final Path model = file.resolveSibling("worms.mcdunet.zip");
		ModelFile.write(back, model);
		SmallModels.assertSame(SmallModels.counted(), ModelFile.read(model));
	}

	/** DL4J trains the network and saves it as it does, with the state of its updater. */
	@Test
	public void whatDl4jTrainedFurtherComesBack() throws IOException {
		final UNetModel model = Networks.model(0.3);
		Dl4jFile.write(model, file, DropoutMode.TRAINING);
		final ComputationGraph network = ModelSerializer.restoreComputationGraph(file.toFile());
		final INDArray truth = Nd4j.zeros(1, 1, Networks.HEIGHT, Networks.WIDTH);
		truth.putScalar(new long[]{ 0, 0, 3, 4 }, 1);
		for (int i = 0; i < 3; i++)
			network.fit(new DataSet(image(), truth));
		ModelSerializer.writeModel(network, file.toFile(), true);
		assertSentence("DL4J saved it anew. Read it together with the model file",
			() -> Dl4jFile.read(file));
		final UNetModel trained = Dl4jFile.read(file, model);
		assertNotEquals(model.parameters().sha256(), trained.parameters().sha256());
		assertArrayEquals(predict(network), Networks.probability(trained), 1e-5);
		assertEquals(model.channelNames(), trained.channelNames());
		assertEquals(model.normalization(), trained.normalization());
		assertSentence("is not a DL4J file of this plugin's network",
			() -> Dl4jFile.read(file,
				new UNetModel(SmallModels.counted().parameters(), model.normalization(),
					model.channelNames(), model.pixelSize(), model.manifest(), model.history())));
	}

	@Test
	public void readingNeedsNeitherDl4jNorNd4j() throws Exception {
		Dl4jFile.write(Networks.model(0.5), file, DropoutMode.ALWAYS);
		final Process java = new ProcessBuilder(
			Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			Networks.classPath(".*(nd4j|deeplearning4j|openblas|jackson-1|protobuf-1).*\\.jar",
				false),
			Dl4jFileTest.class.getName() + "$Reader", file.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String[] said = new String(java.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8).lines().toArray(String[]::new);
		assertEquals(Networks.model(0.5).parameters().sha256(), said[0]);
		assertTrue(said[1], said[1].startsWith("ND4J is not installed. It is not part"));
		assertEquals(0, java.waitFor());
	}

	/** Reads a file, and tries to write one. */
	static final class Reader {

		private Reader() {
		}

		public static void main(final String[] args) {
			final UNetModel model = Dl4jFile.read(Path.of(args[0]));
			System.out.println(model.parameters().sha256());
			try {
				Dl4jFile.write(model, Path.of(args[0] + "2"), DropoutMode.TRAINING);
			}
			catch (final McdUnetException e) {
				System.out.println(e.getMessage());
			}
		}
	}

	@Test
	public void otherFilesGetASentence() throws IOException {
		assertSentence("There is no DL4J file", () -> Dl4jFile.read(file));
		Files.writeString(file, "not a zip");
		assertSentence("its structure is broken", () -> Dl4jFile.read(file));
		ModelFile.write(Networks.model(0.5), file);
		assertSentence("it has no part configuration.json", () -> Dl4jFile.read(file));
		final ComputationGraph other = new ComputationGraph(
			new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
				.addLayer("loss", new OutputLayer.Builder().nIn(3).nOut(2).build(), "in")
				.setOutputs("loss").build());
		other.init();
		ModelSerializer.writeModel(other, file.toFile(), false);
		assertSentence("its layers are not those of this plugin's network. Choose a file",
			() -> Dl4jFile.read(file, Networks.model(0.5)));
		assertSentence("does not say which channels", () -> Dl4jFile.read(file));
	}

	@Test
	public void noFileIsWrittenByHalves() {
		final Path nowhere = file.resolve("none/worms.zip");
		assertSentence("There is no folder",
			() -> Dl4jFile.write(Networks.model(0.5), nowhere, DropoutMode.TRAINING));
		assertEquals(0, folder.getRoot().list().length);
	}

	@Test
	public void theLargestNetworkIsCountedAsInThePlugin() {
		final Architecture a = Architecture.reference(2);
		final ComputationGraph network = new ComputationGraph(
			Dl4jNetwork.configuration(a, DropoutMode.ALWAYS));
		network.init();
		assertEquals(494009, network.numParams());
	}

	private static void assertSentence(final String part, final ThrowingRunnable action) {
		final String message = assertThrows(McdUnetException.class, action).getMessage();
		assertTrue(message, message.contains(part));
	}
}
