package io.github.mcdunet.network;

import static io.github.mcdunet.network.Naive.assertClose;
import static io.github.mcdunet.network.Naive.conv;
import static io.github.mcdunet.network.Naive.dot;
import static io.github.mcdunet.network.Naive.floats;
import static io.github.mcdunet.network.Naive.get;
import static io.github.mcdunet.network.Naive.gradient;
import static io.github.mcdunet.network.Naive.random;
import static io.github.mcdunet.network.Naive.set;
import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.network.engine.BatchNormRelu;
import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.MaxPool;
import io.github.mcdunet.network.engine.Tensor;

import java.util.List;
import java.util.function.Supplier;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/**
 * Each fast layer, forward and back, against double-precision loops and their finite differences.
 */
@RunWith(Parameterized.class)
public class LayersTest {

	private static final double FORWARD = 1e-5;
	private static final double BACKWARD = 1e-4;

	private final Supplier<Engine> engines;

	public LayersTest(final String name, final Supplier<Engine> engines) {
		this.engines = engines;
	}

	@Parameterized.Parameters(name = "{0}")
	public static Object[][] engines() {
		return AllEngines.list();
	}

	@Test
	public void convolutionEqualsTheDefinition() {
		for (final int k : new int[]{ 1, 3 })
			checkConvolution(2, 3, 5, 6, 8, k);
	}

	private void checkConvolution(final int n, final int in, final int out, final int h,
		final int w, final int k) {
		final double[] x = random(n * in * h * w, 1), weights = random(out * in * k * k, 2),
			d = random(n * out * h * w, 3), b = random(out, 4);
		try (Engine engine = engines.get()) {
			final Tensor src = engine.tensor(n, in, h, w), dst = engine.tensor(n, out, h, w),
				diffDst = engine.like(dst), diffSrc = engine.like(src);
			final Convolution c = engine.convolution(src, dst, k, true, Fusion.none());
			c.prepareBackward(diffDst, diffSrc, true);
			engine.complete();
			set(src, x);
			set(diffDst, d);
			c.set(floats(weights), floats(b));
			c.forward();
			c.backward();
			final double[] y = conv(x, weights, n, in, out, h, w, k);
			for (int i = 0; i < y.length; i++)
				y[i] += b[i / (h * w) % out];
			assertClose("y", y, get(dst), FORWARD);
			final float[] dw = new float[weights.length], db = new float[out];
			c.gradient(dw, db);
			assertClose("dw", gradient(v -> dot(d, conv(x, v, n, in, out, h, w, k)), weights, 1e-3),
				dw, BACKWARD);
			assertClose("dx", gradient(v -> dot(d, conv(v, weights, n, in, out, h, w, k)), x, 1e-3),
				get(diffSrc), BACKWARD);
			final double[] sums = new double[out];
			for (int i = 0; i < d.length; i++)
				sums[i / (h * w) % out] += d[i];
			assertClose("db", sums, db, BACKWARD);
		}
	}

	@Test
	public void upConvolutionEqualsUpsamplingThenConvolution() {
		final int n = 2, in = 6, out = 3, h = 4, w = 5;
		final double[] x = random(n * in * h * w, 5), weights = random(out * in * 9, 6),
			d = random(n * out * 4 * h * w, 7), before = random(d.length, 8);
		try (Engine engine = engines.get()) {
			final Tensor src = engine.tensor(n, in, h, w),
				dst = engine.tensor(n, out, 2 * h, 2 * w), diffDst = engine.like(dst),
				diffSrc = engine.like(src);
			final Convolution c = engine.upConvolution(src, dst, Fusion.accumulate());
			c.prepareBackward(diffDst, diffSrc, false);
			engine.complete();
			set(src, x);
			set(dst, before);
			set(diffDst, d);
			c.set(floats(weights), null);
			c.forward();
			c.backward();
			final double[] y = up(x, weights, n, in, out, h, w);
			for (int i = 0; i < y.length; i++)
				y[i] += before[i];
			assertClose("y", y, get(dst), FORWARD);
			final float[] dw = new float[weights.length];
			c.gradient(dw, null);
			assertClose("dw", gradient(v -> dot(d, up(x, v, n, in, out, h, w)), weights, 1e-3), dw,
				BACKWARD);
			assertClose("dx", gradient(v -> dot(d, up(v, weights, n, in, out, h, w)), x, 1e-3),
				get(diffSrc), BACKWARD);
		}
	}

	private static double[] up(final double[] x, final double[] weights, final int n, final int in,
		final int out, final int h, final int w) {
		return conv(Naive.upsample(x, n * in, h, w), weights, n, in, out, 2 * h, 2 * w, 3);
	}

	@Test
	public void fusionAddsAndRectifies() {
		final int in = 4, out = 8, h = 4, w = 4;
		final double[] x = random(in * h * w, 9), weights = random(out * in * 9, 10),
			addend = random(out * 4 * h * w, 11);
		try (Engine engine = engines.get()) {
			final Tensor src = engine.tensor(1, in, h, w),
				dst = engine.tensor(1, out, 2 * h, 2 * w), add = engine.like(dst);
			final Convolution c = engine.upConvolution(src, dst, Fusion.addRelu(add));
			engine.complete();
			set(src, x);
			set(add, addend);
			c.set(floats(weights), null);
			c.forward();
			final double[] y = up(x, weights, 1, in, out, h, w);
			for (int i = 0; i < y.length; i++)
				y[i] = Math.max(0, y[i] + addend[i]);
			assertClose("y", y, get(dst), FORWARD);
		}
	}

	@Test
	public void batchNormReluEqualsTheDefinition() {
		final int n = 3, c = 4, h = 5, w = 6, area = h * w;
		final double eps = 1e-3;
		final double[] x = random(n * c * area, 12), gamma = random(c, 13), beta = random(c, 14),
			d = random(x.length, 15);
		try (Engine engine = engines.get()) {
			final Tensor in = engine.tensor(n, c, h, w), out = engine.like(in),
				diff = engine.like(in);
			final BatchNormRelu norm = engine.batchNormRelu(in, out, diff, diff, eps);
			engine.complete();
			set(in, x);
			set(diff, d);
			norm.set(floats(gamma), floats(beta));
			norm.forward();
			norm.backward();
			assertClose("y", Naive.normRelu(x, gamma, beta, n, c, area, eps), get(out), FORWARD);
			final float[] dGamma = new float[c], dBeta = new float[c];
			norm.gradient(dGamma, dBeta);
			assertClose("dGamma",
				gradient(v -> dot(d, Naive.normRelu(x, v, beta, n, c, area, eps)), gamma, 1e-6),
				dGamma, BACKWARD);
			assertClose("dBeta",
				gradient(v -> dot(d, Naive.normRelu(x, gamma, v, n, c, area, eps)), beta, 1e-6),
				dBeta, BACKWARD);
			assertClose("dx",
				gradient(v -> dot(d, Naive.normRelu(v, gamma, beta, n, c, area, eps)), x, 1e-6),
				get(diff), BACKWARD);
		}
	}

	@Test
	public void poolingTakesTheLargestAndSendsItsGradientBackThere() {
		try (Engine engine = engines.get()) {
			final Tensor src = engine.tensor(1, 1, 2, 4), dst = engine.tensor(1, 1, 1, 2),
				diffDst = engine.like(dst), diffSrc = engine.like(src);
			final MaxPool pool = engine.maxPool(src, dst, diffDst, diffSrc);
			engine.complete();
			src.setImage(0, new float[]{ 1, 5, 0, -1, 2, 3, -2, 4 });
			diffDst.setImage(0, new float[]{ 7, 9 });
			pool.forward();
			pool.backward();
			org.junit.Assert.assertArrayEquals(new float[]{ 5, 4 }, dst.getImage(0), 0);
			org.junit.Assert.assertArrayEquals(new float[]{ 0, 7, 0, 0, 0, 0, 0, 9 },
				diffSrc.getImage(0), 0);
		}
	}

	@Test
	public void dropoutDropsTheShareItShouldAndKeepsTheMean() {
		try (Engine engine = engines.get()) {
			final Tensor src = engine.tensor(2, 16, 64, 64), dst = engine.like(src),
				diff = engine.like(src);
			final Dropout dropout = new Dropout(engine, src, dst, diff, 0, 0, 0.3);
			engine.complete();
			final double[] ones = new double[src.n() * src.c() * src.h() * src.w()];
			java.util.Arrays.fill(ones, 1);
			set(src, ones);
			set(diff, ones);
			dropout.draw(1, 0, 0, 0);
			dropout.forward();
			dropout.backward();
			final float[] y = get(dst);
			double mean = 0;
			int dropped = 0;
			for (final float v : y) {
				mean += v / y.length;
				if (v == 0) dropped++;
				else
					assertEquals(1 / 0.7, v, 1e-4);
			}
			// five standard deviations of a share of n = 131072
			assertEquals(0.3, dropped / (double) y.length, 5 * Math.sqrt(0.3 * 0.7 / y.length));
			assertEquals(1, mean, 5 * Math.sqrt(0.3 / 0.7 / y.length));
			org.junit.Assert.assertArrayEquals("the same values are dropped on the way back", y,
				get(diff), 0);
		}
	}

	@Test
	public void lossAndItsGradientEqualTheDefinition() {
		final double[] z = { 0, 1, -1, 30, -30, 5, -200, 200 };
		final byte[] y = { 1, 0, 1, 1, 1, 0, 0, 0 };
		double expected = 0;
		final double[] slope = new double[z.length];
		for (int i = 0; i < z.length; i++) {
			final double p = 1 / (1 + Math.exp(-z[i]));
			// ln(1 - p) = -z - ln(1 + e^-z) where 1 - p would round to 0
			final double q = y[i] == 1 ? -z[i] : z[i];
			expected += q > 30 ? q : Math.log1p(Math.exp(q));
			slope[i] = (p - y[i]) / z.length;
		}
		final float[] gradient = new float[z.length];
		final PixelScore s = new PixelLoss(Outputs.BINARY).score(floats(z), new PixelTarget(y),
			gradient, 1.0 / z.length);
		assertEquals(expected / z.length, s.loss(), 1e-5);
		assertClose("gradient", slope, gradient, 1e-6);
		// predicted: z >= 0 at 0, 1, 3, 5, 7; true: 0, 2, 3, 4; both: 0, 3
		assertEquals(2 * 2 / 9.0, s.dice(), 1e-12);
		assertEquals(3 / 8.0, s.accuracy(), 1e-12);
	}

	/**
	 * One pixel of four is object: weights 2 and 2 / 3. At z = 0 each entropy is ln 2, each slope
	 * 1/2.
	 */
	@Test
	public void weightsOfTheClassesMultiplyLossAndGradient() {
		final byte[] y = { 0, 1, 0, 0, -1 };
		final ClassWeights weights = ClassWeights.balanced(List.of(Labels.ofClasses(y, 5, 1)));
		final float[] gradient = new float[5];
		final PixelScore s = new PixelLoss(Outputs.BINARY, weights)
			.score(new float[]{ 0, 0, 3, -3, 9 }, new PixelTarget(y), gradient, 0.25);
		final double three = Math.log(1 + Math.exp(3)), minus = Math.log(1 + Math.exp(-3));
		assertEquals((2 / 3.0 * (Math.log(2) + three + minus) + 2 * Math.log(2)) / 4, s.loss(),
			1e-6);
		assertEquals(0.25 * 2 / 3 * 0.5, gradient[0], 1e-7);
		assertEquals(0.25 * 2 * -0.5, gradient[1], 1e-7);
		assertEquals(0.25 * 2 / 3 / (1 + Math.exp(-3)), gradient[2], 1e-7);
		assertEquals(0, gradient[4], 0);
		assertEquals("weights change no score but the loss", 2 / 4.0, s.accuracy(), 1e-12);
	}

	/** Three classes, all logits alike: each entropy is ln 3, each p 1 / 3. */
	@Test
	public void weightsOfThreeClasses() {
		final byte[] y = { 0, 0, 0, 1, 2, 2 };
		final ClassWeights weights = ClassWeights.balanced(List.of(Labels.ofClasses(y, 6, 1)));
		final float[] gradient = new float[18];
		final PixelScore s = new PixelLoss(new Outputs(3, false), weights).score(new float[18],
			new PixelTarget(y), gradient, 1);
		// 6 pixels in 3 classes: 2 / 3, 2 and 1, which sum to 6
		assertEquals(Math.log(3), s.loss(), 1e-6);
		assertEquals(2 / 3.0 * (1 / 3.0 - 1), gradient[0], 1e-6);
		assertEquals(2 * (1 / 3.0 - 1), gradient[6 + 3], 1e-6);
		assertEquals(2 / 3.0, gradient[12 + 3], 1e-6);
		assertEquals(1 * (1 / 3.0 - 1), gradient[12 + 5], 1e-6);
	}

	@Test
	public void balancedWeightsByHand() {
		final byte[] rare = new byte[1000 * 1000];
		rare[5] = 1;
		final ClassWeights capped = ClassWeights.balanced(List.of(Labels.ofMask(rare, 1000, 1000)));
		assertEquals("at most 100 times as much", 100, capped.of(1) / capped.of(0), 1e-4);
		assertEquals("1 on the mean", 1, (999_999 * capped.of(0) + capped.of(1)) / 1e6, 1e-6);
		final ClassWeights gap = ClassWeights
			.balanced(List.of(Labels.ofClasses(new byte[]{ 0, 0, 0, 0, 2, 2, -1, -1 }, 4, 2),
				Labels.ofClasses(new byte[]{ 0, 0, 2, -1 }, 2, 2)));
		assertEquals(9 / 2.0 / 6, gap.of(0), 1e-6);
		assertEquals(9 / 2.0 / 3, gap.of(2), 1e-6);
		assertEquals("nobody has seen it", 1, gap.of(1), 0);
		assertEquals(1, ClassWeights.EQUAL.of(7), 0);
	}
}
