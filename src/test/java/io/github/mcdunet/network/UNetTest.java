package io.github.mcdunet.network;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.Tensor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.Test;

/** The walk along the network, and what is counted on it. */
public class UNetTest {

	private static final int SIZE = 64;

	/** Writes down what reads what. */
	private static final class Formula implements UNet.Visitor<String> {

		@Override
		public String unit(final UNet.Unit unit, final String in) {
			return name(unit) + "(" + in + ")";
		}

		@Override
		public String join(final UNet.Unit unit, final String skip, final String low) {
			return name(unit) + "(" + skip + ", " + low + ")";
		}

		private static String name(final UNet.Unit u) {
			return u.block() + "." + u.number() + "[" + u.inputs() + ">" + u.filters() + "]";
		}

		@Override
		public String fork(final int level, final String skip) {
			return "f" + level;
		}

		@Override
		public String dropout(final int level, final String in) {
			return "drop" + level + " " + in;
		}

		@Override
		public String pool(final int level, final String in) {
			return "pool" + level + " " + in;
		}

		@Override
		public String output(final int inputs, final int outputs, final String in) {
			return "output[" + inputs + ">" + outputs + "](" + in + ")";
		}
	}

	@Test
	public void everyLayerReadsWhatTheUNetSays() {
		final Architecture a = Architecture.reference(3).baseFilters(4).depth(2);
		final String skip0 = "encoder0.2[4>4](encoder0.1[3>4](image))",
			skip1 = "encoder1.2[8>8](encoder1.1[4>8](pool0 f0))";
		assertEquals(
			"output[4>1](decoder0.2[4>4](decoder0.1[12>4](" + skip0
				+ ", drop1 decoder1.2[8>8](decoder1.1[24>8](" + skip1
				+ ", drop2 encoder2.2[16>16](encoder2.1[8>16](pool1 drop1 f1)))))))",
			UNet.walk(a, "image", new Formula()));
	}

	@Test
	public void aPlainUNetDropsNothing() {
		final String formula = UNet.walk(Architecture.reference(1).dropoutRate(0), "image",
			new Formula());
		assertEquals(formula, formula.replace("drop", ""));
	}

	/** Keras counts so for the network of Chlis 2019: 494,009. */
	@Test
	public void parametersAreCountedWithoutMakingThem() {
		assertEquals(494_009, Parameters.count(Architecture.reference(2)));
		// 1024 channels, 256 to 32,768 filters: 9 n m + 5 m of each unit, more than an int holds
		final Architecture huge = new Architecture(1024, 256, 7, 0.5, 0.99, 1e-3);
		long expected = 256 + 1;
		for (long level = 0, in = 1024; level <= 7; level++) {
			final long f = 256L << level;
			expected += 9 * (in * f + f * f) + 10 * f;
			if (level < 7) expected += 9 * (3 * f * f + f * f) + 10 * f;
			in = f;
		}
		assertEquals(expected, Parameters.count(huge));
	}

	@Test
	public void memoryIsThatOfTheTensorsThatAreMade() {
		for (final int depth : new int[]{ 1, 2, 4 })
			for (final double rate : new double[]{ 0, 0.5 }) {
				final Architecture a = Architecture.reference(3).baseFilters(2).depth(depth)
					.dropoutRate(rate);
				assertEquals(a.toString(), InferenceGraph.bytesPerPixel(a),
					counted(engine -> new InferenceGraph(engine, a, SIZE, SIZE)), 1e-9);
				assertEquals(a.toString(), TrainingGraph.bytesPerPixel(a),
					counted(engine -> new TrainingGraph(engine, a, 1, SIZE, SIZE)), 1e-9);
			}
	}

	/** Bytes of all tensors that a graph asks its engine for, per pixel. */
	private static double counted(final Function<Engine, AutoCloseable> graph) {
		final Engine engine = Engines.choose("portable", "any").create();
		final List<Integer> sizes = new ArrayList<>();
		final Engine counting = (Engine) Proxy.newProxyInstance(UNetTest.class.getClassLoader(),
			new Class<?>[]{ Engine.class }, (proxy, method, arguments) -> {
				try {
					final Object made = method.invoke(engine, arguments);
					if (made instanceof Tensor) {
						final Tensor t = (Tensor) made;
						sizes.add(4 * t.n() * t.c() * t.h() * t.w());
					}
					return made;
				}
				catch (final InvocationTargetException e) {
					throw e.getCause();
				}
			});
		graph.apply(counting);
		return sizes.stream().mapToInt(n -> n).sum() / (double) (SIZE * SIZE);
	}
}
