package io.github.mcdunet.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.Engines;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Which engine is chosen, and that the choice does not matter. */
public class EnginesTest {

	private static final int SIZE = 48;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static final EngineProvider ONEDNN = Engines.choose("onednn", "any");

	private final Architecture architecture = Architecture.reference(2).baseFilters(5).depth(3);
	private final Parameters parameters = Parameters.initial(architecture, 1);
	private final float[] image = Naive.floats(Naive.random(2 * SIZE * SIZE, 2));

	@Test
	public void oneDnnIsTakenWhereItIsFast() {
		final String intel = Engines.choose("auto", "amd64").name(),
			apple = Engines.choose("auto", "aarch64").name();
		assertTrue(intel, intel.startsWith(ONEDNN.suits("amd64") ? "oneDNN 3" : "Java "));
		assertTrue(apple, apple.startsWith("Java "));
	}

	/**
	 * Held to the instructions of 2008, where oneDNN works too, but slower than Java; see
	 * docs/installation.md.
	 */
	@Test
	public void oldProcessorsComputeInJava() throws Exception {
		assumeTrue(
			ONEDNN.notice("amd64").isEmpty() && "amd64".equals(System.getProperty("os.arch")));
		assertEquals("Java, not slower than needed", onProcessorWith("SSE41"));
		if (ONEDNN.suits("amd64"))
			assertEquals("oneDNN, not slower than needed", onProcessorWith("AVX2"));
	}

	private static String onProcessorWith(final String instructions) throws Exception {
		final ProcessBuilder program = new ProcessBuilder(
			System.getProperty("java.home") + "/bin/java", "-cp",
			System.getProperty("java.class.path"), EnginesTest.class.getName());
		program.environment().put("ONEDNN_MAX_CPU_ISA", instructions);
		return said(program);
	}

	/** An engine that is not built in: Java under another name, as a class path may add it. */
	public static final class Other implements EngineProvider {

		@Override
		public String id() {
			return "other";
		}

		@Override
		public boolean suits(final String processor) {
			return true;
		}

		@Override
		public Optional<String> notice(final String processor) {
			return Optional.empty();
		}

		@Override
		public String name() {
			return "Other 1.0";
		}

		@Override
		public Optional<String> library() {
			return Optional.empty();
		}

		@Override
		public String instructionSet() {
			return "";
		}

		@Override
		public long memory() {
			return Long.MAX_VALUE;
		}

		@Override
		public Engine create() {
			return AllEngines.create("portable");
		}
	}

	@Test
	public void oneLineAddsAnEngine() throws Exception {
		final Path services = folder.newFolder("META-INF", "services").toPath();
		Files.writeString(services.resolve(EngineProvider.class.getName()),
			Other.class.getName() + "\n");
		assertEquals("Other, " + (ONEDNN.suits("amd64") ? "" : "not ") + "slower than needed",
			said(new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
				"-Dmcdunet.engine=other", "-cp",
				System.getProperty("java.class.path") + File.pathSeparator + folder.getRoot(),
				EnginesTest.class.getName())));
	}

	private static String said(final ProcessBuilder program) throws Exception {
		final Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String said = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor());
		return said.trim();
	}

	/** Says what is chosen in this Java. */
	public static void main(final String[] args) {
		try {
			System.out.println(Engines.chosen().name().split(" ")[0] + ", "
				+ (Engines.isSlowerThanNeeded() ? "" : "not ") + "slower than needed");
		}
		catch (final McdUnetException e) {
			System.out.println(e.getMessage());
		}
	}

	@Test
	public void thePropertyDecidesOtherwise() {
		final String portable = Engines.choose("portable", "amd64").name(),
			oneDnn = Engines.choose("onednn", "aarch64").name();
		assertTrue(portable, portable.startsWith("Java "));
		assertTrue(oneDnn, oneDnn.startsWith("oneDNN 3"));
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> Engines.choose("gpu", "amd64"));
		assertTrue(e.getMessage(), e.getMessage().contains(
			"mcdunet.engine is 'gpu', but can only be auto, onednn, portable or nd4j. Correct it"));
	}

	@Test
	public void bothEnginesDrawTheSameSamples() {
		try (
			InferenceGraph a = new InferenceGraph(AllEngines.create("onednn"), architecture, SIZE,
				SIZE);
			InferenceGraph b = new InferenceGraph(AllEngines.create("portable"), architecture, SIZE,
				SIZE)) {
			for (final InferenceGraph g : new InferenceGraph[]{ a, b }) {
				g.setParameters(parameters);
				g.setImage(image);
			}
			for (int t = 0; t < 3; t++) {
				final float[] first = a.sample(9, t, 16, 8), second = b.sample(9, t, 16, 8);
				final double[] expected = new double[first.length];
				for (int i = 0; i < expected.length; i++)
					expected[i] = first[i];
				Naive.assertClose("sample " + t, expected, second, 1e-5);
			}
		}
	}

	/** The same kernels on other memory. */
	@Test
	public void nd4jGivesTheBitsOfOneDnn() {
		try (
			InferenceGraph a = new InferenceGraph(AllEngines.create("onednn"), architecture, SIZE,
				SIZE);
			InferenceGraph b = new InferenceGraph(AllEngines.create("nd4j"), architecture, SIZE,
				SIZE)) {
			for (final InferenceGraph g : new InferenceGraph[]{ a, b }) {
				g.setParameters(parameters);
				g.setImage(image);
			}
			for (int t = 0; t < 3; t++)
				assertArrayEquals(a.sample(9, t, 16, 8), b.sample(9, t, 16, 8), 0);
		}
		final Parameters a = trained("onednn"), b = trained("nd4j");
		assertEquals(a.sha256(), b.sha256());
		assertNotEquals(parameters.sha256(), a.sha256());
	}

	/** After three steps. */
	private Parameters trained(final String engine) {
		final Parameters p = parameters.copy(), g = new Parameters(architecture);
		final Adam adam = new Adam(p);
		try (TrainingGraph graph = new TrainingGraph(AllEngines.create(engine), architecture, 2,
			SIZE, SIZE)) {
			final byte[] mask = new byte[SIZE * SIZE];
			java.util.Arrays.fill(mask, 0, mask.length / 3, (byte) 1);
			graph.setImage(0, image, mask);
			graph.setImage(1, image, new byte[SIZE * SIZE]);
			for (int step = 0; step < 3; step++) {
				graph.setParameters(p);
				graph.forward(3, 2L * step);
				graph.backward(g);
				adam.step(p, g, 1e-2);
				graph.updateStatistics(p, 0.9);
			}
		}
		return p;
	}

	/** Without ND4J on the class path the other engines are all there, and who asks is told. */
	@Test
	public void withoutNd4jTheRestIsWhole() throws Exception {
		final String jars = Arrays
			.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(jar -> !jar.matches(".*(nd4j|deeplearning4j|openblas).*\\.jar"))
			.collect(Collectors.joining(File.pathSeparator));
		final String java = System.getProperty("java.home") + "/bin/java";
		final String name = EnginesTest.class.getName();
		assertEquals(Engines.chosen().name().split(" ")[0] + ", not slower than needed",
			said(new ProcessBuilder(java, "-cp", jars, name)));
		final String nd4j = said(
			new ProcessBuilder(java, "-Dmcdunet.engine=nd4j", "-cp", jars, name));
		assertTrue(nd4j, nd4j.startsWith("ND4J is not installed. It is not part"));
	}

	@Test
	public void nd4jIsNotSlowerThanNeeded() throws Exception {
		assertEquals("ND4J, not slower than needed",
			said(new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
				"-Dmcdunet.engine=nd4j", "-cp", System.getProperty("java.class.path"),
				EnginesTest.class.getName())));
	}

	@Test
	public void thePortableEngineGivesTheSameBitsOnAnyNumberOfProcessors()
		throws InterruptedException, ExecutionException {
		final Parameters one = gradients(1), three = gradients(3);
		for (int k = 0; k < one.entries().size(); k++)
			assertArrayEquals(one.entries().get(k).name(), one.entries().get(k).values(),
				three.entries().get(k).values(), 0);
	}

	private Parameters gradients(final int threads)
		throws InterruptedException, ExecutionException {
		final ForkJoinPool pool = new ForkJoinPool(threads);
		try {
			return pool.submit(() -> {
				final Parameters g = new Parameters(architecture);
				try (TrainingGraph graph = new TrainingGraph(AllEngines.create("portable"),
					architecture, 2, SIZE, SIZE)) {
					graph.setParameters(parameters);
					final byte[] mask = new byte[SIZE * SIZE];
					java.util.Arrays.fill(mask, 0, mask.length / 2, (byte) 1);
					graph.setImage(0, image, mask);
					graph.setImage(1, image, new byte[SIZE * SIZE]);
					graph.forward(3, 0);
					graph.backward(g);
				}
				assertEquals(threads, pool.getParallelism());
				return g;
			}).get();
		}
		finally {
			pool.shutdown();
		}
	}
}
