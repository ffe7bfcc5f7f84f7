package io.github.mcdunet.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.onednn.OneDnnEngine;
import io.github.mcdunet.network.portable.PortableEngine;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

import org.junit.Test;

/** Which engine is chosen, and that the choice does not matter. */
public class EnginesTest {

	private static final int SIZE = 48;

	private final Architecture architecture = Architecture.reference(2).baseFilters(5).depth(3);
	private final Parameters parameters = Parameters.initial(architecture, 1);
	private final float[] image = Naive.floats(Naive.random(2 * SIZE * SIZE, 2));

	@Test
	public void oneDnnIsTakenWhereItIsFast() {
		try (Engine intel = Engines.create("auto", "amd64");
			Engine apple = Engines.create("auto", "aarch64")) {
			assertTrue(intel.name(),
				intel.name().startsWith(OneDnnEngine.isFast() ? "oneDNN 3" : "Java "));
			assertTrue(apple.name(), apple.name().startsWith("Java "));
		}
	}

	/**
	 * Held to the instructions of 2008, where oneDNN works too, but slower than Java; see
	 * docs/installation.md.
	 */
	@Test
	public void oldProcessorsComputeInJava() throws Exception {
		assumeTrue(
			OneDnnEngine.problem().isEmpty() && "amd64".equals(System.getProperty("os.arch")));
		assertEquals("Java, not slower than needed", onProcessorWith("SSE41"));
		if (OneDnnEngine.isFast())
			assertEquals("oneDNN, not slower than needed", onProcessorWith("AVX2"));
	}

	private static String onProcessorWith(final String instructions) throws Exception {
		final ProcessBuilder program = new ProcessBuilder(
			System.getProperty("java.home") + "/bin/java", "-cp",
			System.getProperty("java.class.path"), EnginesTest.class.getName());
		program.environment().put("ONEDNN_MAX_CPU_ISA", instructions);
		final Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String said = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor());
		return said.trim();
	}

	/** Says what is chosen in this Java. */
	public static void main(final String[] args) {
		System.out.println(Engines.name().split(" ")[0] + ", "
			+ (Engines.isSlowerThanNeeded() ? "" : "not ") + "slower than needed");
	}

	@Test
	public void thePropertyDecidesOtherwise() {
		try (Engine portable = Engines.create("portable", "amd64");
			Engine oneDnn = Engines.create("onednn", "aarch64")) {
			assertTrue(portable.name(), portable.name().startsWith("Java "));
			assertTrue(oneDnn.name(), oneDnn.name().startsWith("oneDNN 3"));
		}
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> Engines.create("gpu", "amd64"));
		assertTrue(e.getMessage(), e.getMessage().contains("mcdunet.engine is 'gpu'"));
	}

	@Test
	public void bothEnginesDrawTheSameSamples() {
		try (InferenceGraph a = new InferenceGraph(new OneDnnEngine(), architecture, SIZE, SIZE);
			InferenceGraph b = new InferenceGraph(new PortableEngine(), architecture, SIZE, SIZE)) {
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
				try (TrainingGraph graph = new TrainingGraph(new PortableEngine(), architecture, 2,
					SIZE, SIZE)) {
					graph.setParameters(parameters);
					final byte[] mask = new byte[SIZE * SIZE];
					java.util.Arrays.fill(mask, 0, mask.length / 2, (byte) 1);
					graph.setSample(0, image, mask);
					graph.setSample(1, image, new byte[SIZE * SIZE]);
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
