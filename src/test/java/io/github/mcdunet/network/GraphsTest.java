package io.github.mcdunet.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.network.engine.Engine;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** Both graphs with dropout: gradients, agreement with one another, samples. */
@RunWith(Parameterized.class)
public class GraphsTest {

	private static final int SIZE = 32;

	private final Architecture small = Architecture.reference(2).baseFilters(4).depth(3);
	private final float[] image = Naive.floats(Naive.random(2 * SIZE * SIZE, 1));

	private final Supplier<Engine> engines;

	public GraphsTest(final String name, final Supplier<Engine> engines) {
		this.engines = engines;
	}

	@Parameterized.Parameters(name = "{0}")
	public static Object[][] engines() {
		return AllEngines.list();
	}

	/** As after some training: nothing is 0 or 1 any more. */
	private static Parameters used(final Architecture a) {
		final Parameters p = Parameters.initial(a, 3);
		final SplittableRandom r = new SplittableRandom(4);
		for (final Parameters.Entry e : p.entries())
			if (!e.name().endsWith("/weights")) for (int i = 0; i < e.values().length; i++)
				e.values()[i] += (float) (0.3 * r.nextDouble());
		return p;
	}

	@Test
	public void theFiveDropoutPlaces() {
		final Architecture a = Architecture.reference(2);
		try (InferenceGraph with = new InferenceGraph(engines.get(), a, SIZE, SIZE);
			InferenceGraph without = new InferenceGraph(engines.get(), a.dropoutRate(0), SIZE,
				SIZE)) {
			assertEquals(5, with.dropoutPlaces());
			assertEquals(0, without.dropoutPlaces());
		}
	}

	@Test
	public void gradientWithDropoutIsTheSlopeOfTheLoss() {
		gradientIsTheSlopeOfTheLoss(ClassWeights.EQUAL);
	}

	/** A quarter of the pixels of one class: weights 2 and 2 / 3. */
	@Test
	public void gradientWithClassWeightsIsTheSlopeOfTheLoss() {
		gradientIsTheSlopeOfTheLoss(
			ClassWeights.balanced(List.of(Labels.ofMask(new byte[]{ 0, 1, 0, 0 }, 2, 2))));
	}

	private void gradientIsTheSlopeOfTheLoss(final ClassWeights weights) {
		final byte[] mask = new byte[SIZE * SIZE];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (i / 3 % 2);
		gradientIsTheSlopeOfTheLoss(small, weights, new PixelTarget(mask));
	}

	/** Softmax, a separating output, and a fifth of the pixels not labelled. */
	@Test
	public void gradientWithClassesAndSeparationIsTheSlopeOfTheLoss() {
		final byte[] classes = new byte[SIZE * SIZE];
		final float[] separation = new float[classes.length];
		for (int i = 0; i < classes.length; i++) {
			classes[i] = (byte) (i / 3 % 5 - 1);
			separation[i] = classes[i] < 0 ? Float.NaN : i % 11 / 10f;
		}
		gradientIsTheSlopeOfTheLoss(small.outputs(new Outputs(4, true)), ClassWeights.EQUAL,
			new PixelTarget(classes, separation));
	}

	private void gradientIsTheSlopeOfTheLoss(final Architecture a, final ClassWeights weights,
		final PixelTarget target) {
		final Parameters p = used(a), g = new Parameters(a);
		try (TrainingGraph graph = new TrainingGraph(engines.get(), a, 2, SIZE, SIZE)) {
			graph.setClassWeights(weights);
			graph.setImage(0, image, target);
			graph.setImage(1, Naive.floats(Naive.random(2 * SIZE * SIZE, 2)), target);
			graph.setParameters(p);
			graph.forward(5, 0);
			graph.backward(g);
			// along the gradient itself, loss(p + h g) - loss(p - h g) = 2 h |g|^2 + O(h^3)
			double squares = 0;
			for (final Parameters.Entry e : g.entries())
				for (final float v : e.values())
					squares += v * v;
			final double h = 1e-4;
			final double slope = (loss(graph, p, g, h) - loss(graph, p, g, -h)) / (2 * h);
			assertEquals(squares, slope, 0.01 * squares);
		}
	}

	private static double loss(final TrainingGraph graph, final Parameters p, final Parameters g,
		final double h) {
		final Parameters moved = p.copy();
		for (int k = 0; k < moved.entries().size(); k++)
			for (int i = 0; i < moved.entries().get(k).values().length; i++)
				moved.entries().get(k).values()[i] += (float) (h * g.entries().get(k).values()[i]);
		graph.setParameters(moved);
		return graph.forward(5, 0).loss();
	}

	@Test
	public void inferenceWithTheBatchesOwnStatisticsEqualsTraining() {
		final Parameters p = used(small);
		final byte[] mask = new byte[SIZE * SIZE];
		try (TrainingGraph training = new TrainingGraph(engines.get(), small, 1, SIZE, SIZE);
			InferenceGraph inference = new InferenceGraph(engines.get(), small, SIZE, SIZE)) {
			training.setImage(0, image, mask);
			training.setParameters(p);
			final double loss = training.forward(11, 7).loss();
			training.updateStatistics(p, 0);
			inference.setParameters(p);
			inference.setImage(image);
			final float[] sample = inference.sample(11, 7, 0, 0);
			final double[] expected = new double[SIZE * SIZE];
			final float[] logits = training.logits(0);
			for (int i = 0; i < expected.length; i++)
				expected[i] = logits[i];
			Naive.assertClose("the same seed and sample give the same dropout in both", expected,
				sample, 1e-4);
			assertEquals(loss, PixelScore.of(sample, mask).loss(), 1e-4);
		}
	}

	@Test
	public void samplesDifferRepeatAndLeaveTheParametersAlone() {
		final Parameters p = used(small), before = p.copy();
		try (InferenceGraph graph = new InferenceGraph(engines.get(), small, SIZE, SIZE)) {
			graph.setParameters(p);
			graph.setImage(image);
			final float[] first = graph.sample(1, 0, 0, 0), second = graph.sample(1, 1, 0, 0),
				plain = graph.predict();
			assertFalse(Arrays.equals(first, second));
			assertFalse(Arrays.equals(first, plain));
			assertArrayEquals(first, graph.sample(1, 0, 0, 0), 0);
			assertArrayEquals(plain, graph.predict(), 0);
			graph.setImage(image);
			assertArrayEquals(second, graph.sample(1, 1, 0, 0), 0);
		}
		for (int k = 0; k < p.entries().size(); k++)
			assertArrayEquals(before.entries().get(k).values(), p.entries().get(k).values(), 0);
	}

	@Test
	public void outputLooksAsFarAsTheReceptiveRadiusSaysAndNotFarther() {
		final Architecture a = Architecture.reference(1).baseFilters(2).depth(2).dropoutRate(0);
		// depth 2: convolutions 2 (1 + 2 + 4) + 2 (1 + 2) = 20, blocks of 4: 3 more
		assertEquals(23, a.receptiveRadius());
		assertEquals(107, Architecture.reference(2).receptiveRadius());
		final int size = 96, y = 48;
		final Parameters p = used(a);
		try (InferenceGraph graph = new InferenceGraph(engines.get(), a, size, size)) {
			graph.setParameters(p);
			final float[] pixels = new float[size * size];
			graph.setImage(pixels);
			final float[] flat = graph.predict();
			int farthest = 0;
			for (int x = 40; x < 44; x++) {
				final float[] spot = pixels.clone();
				spot[y * size + x] = 1000;
				graph.setImage(spot);
				final float[] moved = graph.predict();
				for (int i = 0; i < size; i++)
					if (moved[y * size + i] != flat[y * size + i])
						farthest = Math.max(farthest, Math.abs(i - x));
			}
			assertTrue("reaches " + farthest, farthest <= 23);
			assertTrue("reaches " + farthest, farthest > 12);
		}
	}

	@Test
	public void anyDepthAndChannelCountCanBeBuilt() {
		for (int depth = 1; depth <= 5; depth++)
			for (final int channels : new int[]{ 1, 3 }) {
				final Architecture a = Architecture.reference(channels).baseFilters(3).depth(depth);
				try (InferenceGraph graph = new InferenceGraph(engines.get(), a, 32, 64)) {
					graph.setParameters(used(a));
					graph.setImage(new float[channels * 32 * 64]);
					for (final float z : graph.sample(1, 0, 0, 0))
						assertTrue(Float.isFinite(z));
				}
			}
	}
}
