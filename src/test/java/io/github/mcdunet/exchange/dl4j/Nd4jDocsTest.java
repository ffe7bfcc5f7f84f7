package io.github.mcdunet.exchange.dl4j;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.network.UNetModel;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every line of Java in docs/nd4j.md, as it stands there, one after another. */
public class Nd4jDocsTest {

	private static final String HEAD = String.join("\n", List.of("io.github.mcdunet.Progress",
		"io.github.mcdunet.dataset.Dataset", "io.github.mcdunet.dataset.synthetic.SyntheticWorms",
		"io.github.mcdunet.exchange.dl4j.*", "io.github.mcdunet.inference.*",
		"io.github.mcdunet.nd4j.Nd4jImages", "io.github.mcdunet.network.*",
		"io.github.mcdunet.training.TrainingSettings", "io.github.mcdunet.workflow.Predictor",
		"java.nio.file.Path", "java.util.List", "net.imglib2.img.Img", "net.imglib2.img.array.*",
		"net.imglib2.img.basictypeaccess.nio.FloatBufferAccess",
		"net.imglib2.type.numeric.real.FloatType", "org.deeplearning4j.nn.graph.ComputationGraph",
		"org.deeplearning4j.util.ModelSerializer", "org.nd4j.linalg.api.ndarray.INDArray",
		"org.nd4j.linalg.dataset.api.iterator.DataSetIterator", "org.nd4j.linalg.factory.Nd4j")
		.stream().map(name -> "import " + name + ";").toList())
		+ "\npublic class Example {\npublic static List<Object> run(float[] pixels, UNetModel model, Path file) throws Exception {\n";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void everyLineRuns() throws Exception {
		final StringBuilder source = new StringBuilder(HEAD);
		final Matcher blocks = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("docs/nd4j.md")));
		int count = 0;
		for (; blocks.find(); count++)
			source.append(blocks.group(1));
		assertTrue(count + " blocks", count >= 4);
		source.append("return List.of(array, same, network, probability, back, two);\n}\n}\n");
		final Path root = folder.getRoot().toPath(), file = root.resolve("Example.java");
		Files.writeString(file, source);
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final StringWriter said = new StringWriter();
		assertTrue(said.toString(), compiler
			.getTask(said, null, null,
				List.of("-cp", System.getProperty("java.class.path"), "-d", root.toString(),
					"-proc:none"),
				null,
				compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file.toFile()))
			.call());
		final float[] pixels = new float[64 * 48 * 2];
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) random.nextDouble();
		final UNetModel model = Networks.model(0.5);
		try (URLClassLoader loader = new URLClassLoader(new URL[]{ root.toUri().toURL() },
			Nd4jDocsTest.class.getClassLoader())) {
			final List<?> results = (List<?>) loader.loadClass("Example")
				.getMethod("run", float[].class, UNetModel.class, Path.class)
				.invoke(null, pixels, model, root.resolve("worms.dl4j.zip"));
			assertEquals(7, ((INDArray) results.get(0)).getFloat(0, 1, 5, 3), 0);
			assertTrue(results.get(0) == results.get(1));
			assertEquals(model.parameters().sha256(),
				((UNetModel) results.get(4)).parameters().sha256());
			assertEquals("[1, 2, 48, 64]",
				java.util.Arrays.toString(((INDArray) results.get(5)).shape()));
		}
	}
}
