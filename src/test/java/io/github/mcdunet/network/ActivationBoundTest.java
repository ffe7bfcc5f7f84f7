package io.github.mcdunet.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.network.engine.Engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** What bounds the numbers in a network, and what is found where they may overflow. */
@RunWith(Parameterized.class)
public class ActivationBoundTest {

	private static final int SIZE = 16;
	private static final double LIMIT = 1e30;
	private static final Architecture SMALL = Architecture.reference(1).baseFilters(2).depth(2);

	private final Supplier<Engine> engines;

	public ActivationBoundTest(final String name, final Supplier<Engine> engines) {
		this.engines = engines;
	}

	@Parameterized.Parameters(name = "{0}")
	public static Object[][] engines() {
		return AllEngines.list();
	}

	@Test
	public void magnitudes() {
		assertEquals(3, ActivationBound.magnitude(new float[]{ 1, -3, 2, -0f }), 0);
		assertEquals(Float.MIN_VALUE, ActivationBound.magnitude(new float[]{ -Float.MIN_VALUE, 0 }),
			0);
		assertEquals(Double.POSITIVE_INFINITY,
			ActivationBound.magnitude(new float[]{ 1, Float.NEGATIVE_INFINITY }), 0);
		assertEquals(Double.NaN,
			ActivationBound.magnitude(new float[]{ Float.POSITIVE_INFINITY, -Float.NaN, 1 }), 0);
		assertEquals(0, ActivationBound.magnitude(new float[0]), 0);
	}

	/** One channel and filter, depth 1, all weights 1, batch norm that changes nothing. */
	@Test
	public void byHand() {
		final Architecture a = new Architecture(1, 1, 1, 0.5, 0.9, 1e-6);
		final Parameters p = new Parameters(a);
		for (final Parameters.Entry e : p.entries())
			if (e.name().endsWith("/weights") || e.name().endsWith("/gamma"))
				Arrays.fill(e.values(), 1);
			else if (e.name().endsWith("/variance")) Arrays.fill(e.values(), 1 - 1e-6f);
		p.get(Parameters.OUTPUT_BIAS)[0] = -7;
		// 9, 81 on the way down (no dropout at full resolution); 2 filters of 729 and of 9 x 1458 = 13122;
		// dropout doubles them; 9 x (81 + 2 x 26244) = 473121, times 9, and the last convolution adds 7
		assertEquals(9.0 * 473121 + 7, ActivationBound.of(p), 100);
	}

	@Test
	public void noActivationIsLarger() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int n = 0; n < 5; n++) {
			final Parameters p = parameters(random, 10);
			final float[] image = new float[SIZE * SIZE];
			for (int i = 0; i < image.length; i++)
				image[i] = (float) (6 * random.nextDouble() - 3);
			final double bound = 3 * ActivationBound.of(p);
			try (InferenceGraph graph = new InferenceGraph(engines.get(), SMALL, SIZE, SIZE)) {
				graph.setParameters(p);
				graph.setImage(image);
				assertTrue(ActivationBound.magnitude(graph.sample(1, 0, 0, 0)) <= bound);
				assertEquals(Optional.empty(), graph.overflow(bound));
			}
		}
	}

	private static Parameters parameters(final SplittableRandom random, final double factor) {
		final Parameters p = Parameters.initial(SMALL, random.nextLong());
		for (final Parameters.Entry e : p.entries())
			for (int i = 0; i < e.values().length; i++)
				if (e.name().endsWith("/variance"))
					e.values()[i] = (float) (0.1 + random.nextDouble());
				else
					e.values()[i] += (float) (factor * (random.nextDouble() - 0.5));
		return p;
	}

	/** An infinity less an infinity in the second layer, which oneDNN's ReLU makes 0. */
	@Test
	public void anOverflowThatAReluHidesIsFoundInItsLayer() {
		final Parameters p = parameters(new SplittableRandom(2), 1);
		final float[] w = p.get("encoder0/conv2/weights");
		for (int i = 0; i < w.length; i++)
			w[i] = i % 2 == 0 ? 3e38f : -3e38f;
		assertEquals(Optional.of("encoder0/conv2"), overflow(p));
	}

	/** Large weights whose effect the next layer takes back. */
	@Test
	public void largeNumbersThatFitAreNone() {
		final Parameters p = parameters(new SplittableRandom(3), 1);
		scale(p.get("encoder0/conv1/weights"), 1e20f);
		scale(p.get("encoder0/norm1/beta"), 1e20f);
		scale(p.get("encoder0/conv2/weights"), 1e-20f);
		assertEquals(Optional.empty(), overflow(p));
		scale(p.get("encoder1/conv1/weights"), 1e37f);
		assertFalse(ActivationBound.of(p) < 1e35);
		assertEquals(Optional.of("encoder1/conv1"), overflow(p));
	}

	private static void scale(final float[] values, final float factor) {
		for (int i = 0; i < values.length; i++)
			values[i] *= factor;
	}

	private Optional<String> overflow(final Parameters p) {
		final float[] image = new float[SIZE * SIZE];
		for (int i = 0; i < image.length; i++)
			image[i] = i % 7 / 7f;
		try (InferenceGraph graph = new InferenceGraph(engines.get(), SMALL, SIZE, SIZE)) {
			graph.setParameters(p);
			graph.setImage(image);
			graph.sample(1, 0, 0, 0);
			return graph.overflow(LIMIT);
		}
	}
}
