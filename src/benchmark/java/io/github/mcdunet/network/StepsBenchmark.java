package io.github.mcdunet.network;

import io.github.mcdunet.Benchmarks;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MonteCarlo;
import io.github.mcdunet.inference.TileSampler;
import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What each step from the plain loop over T passes to the sampler gains: its time with the step and without it, in turn, in one process;
 * 400 x 400 x 2, T = 20.
 */
public final class StepsBenchmark {

	private static final int SIZE = 400;
	private static final int SAMPLES = 20;
	private static final int RUNS = 15;
	private static final int WARM_UP = 4;
	private static final int FILTERS = 8;
	private static final int LEVELS = 5;

	private final Engine engine = Engines.create();

	public static void main(final String[] args) {
		System.out.println("| step | without, ms | with, ms | gain |\n| --- | --- | --- | --- |");
		final StepsBenchmark b = new StepsBenchmark();
		b.sharedPart();
		b.overflow();
		b.fused();
		b.lowResolution();
		b.batches();
		b.statistics();
		b.engine.close();
	}

	/** All that lies before the first dropout, and the skip halves there, once per image. */
	private void sharedPart() {
		final Architecture a = Architecture.reference(2);
		try (InferenceGraph graph = new InferenceGraph(a, SIZE, SIZE)) {
			graph.setParameters(Parameters.initial(a, 1));
			final float[] pixels = new float[2 * SIZE * SIZE];
			compare("what dropout does not touch: once per image, T = 20", () -> {
				for (int t = 0; t < SAMPLES; t++) {
					graph.setImage(pixels);
					graph.sample(1, t, 0, 0);
				}
			}, () -> {
				graph.setImage(pixels);
				for (int t = 0; t < SAMPLES; t++)
					graph.sample(1, t, 0, 0);
			});
		}
	}

	/** What it costs to look at the input and at every sample's logits: the gain is below 1 here. */
	private void overflow() {
		final Architecture a = Architecture.reference(2);
		try (InferenceGraph graph = new InferenceGraph(a, SIZE, SIZE)) {
			graph.setParameters(Parameters.initial(a, 1));
			final float[] pixels = new float[2 * SIZE * SIZE];
			compare("check for numbers too large, T = 20", () -> {
				graph.setImage(pixels);
				for (int t = 0; t < SAMPLES; t++)
					graph.sample(1, t, 0, 0);
			}, () -> {
				graph.setImage(pixels);
				check(pixels);
				for (int t = 0; t < SAMPLES; t++)
					check(graph.sample(1, t, 0, 0));
			});
		}
	}

	private static void check(final float[] values) {
		if (!Double.isFinite(ActivationBound.magnitude(values))) throw new IllegalStateException();
	}

	/** Batch norm folded and ReLU in the same pass, against one more pass over the result. */
	private void fused() {
		final List<Runnable> without = new ArrayList<>(), with = new ArrayList<>();
		for (int level = 0; level < LEVELS; level++) {
			final int c = FILTERS << level;
			final Tensor src = engine.tensor(1, c, SIZE >> level, SIZE >> level), dst = engine.like(src);
			without.add(filled(engine.convolution(src, dst, 3, true, Fusion.none()), 9 * c * c, c));
			without.add(engine.product(dst, dst, dst));
			with.add(filled(engine.convolution(src, dst, 3, true, Fusion.relu()), 9 * c * c, c));
		}
		engine.complete();
		compare("batch norm and ReLU inside the convolution, one of each level", all(without), all(with));
	}

	/** The up-sampled halves as four 2 x 2 convolutions of the small tensor, against one of the large tensor (made for nothing). */
	private void lowResolution() {
		try (Engine own = Engines.create()) {
			final List<Runnable> without = new ArrayList<>(), with = new ArrayList<>();
			for (int level = 0; level < LEVELS - 1; level++) {
				final int c = FILTERS << level, s = SIZE >> level;
				final Tensor low = own.tensor(1, 2 * c, s / 2, s / 2), large = own.tensor(1, 2 * c, s, s), dst = own.tensor(1,
					c, s, s);
				without.add(filled(own.convolution(large, dst, 3, false, Fusion.relu()), 18 * c * c, 0));
				with.add(filled(own.upConvolution(low, dst, Fusion.addRelu(own.like(dst))), 18 * c * c, 0));
			}
			own.complete();
			compare("up-sampled halves at the low resolution, one of each level", all(without), all(with));
		}
	}

	/** Four samples one by one against four in a batch: not done, as nothing is gained. */
	private void batches() {
		try (Engine own = Engines.create()) {
			final List<Runnable> without = new ArrayList<>(), with = new ArrayList<>();
			for (int level = 0; level < LEVELS; level++) {
				final int c = FILTERS << level, s = SIZE >> level;
				final Convolution one = own.convolution(own.tensor(1, c, s, s), own.tensor(1, c, s, s), 3, true, Fusion.relu());
				final Runnable single = filled(one, 9 * c * c, c);
				for (int i = 0; i < 4; i++)
					without.add(single);
				with.add(filled(own.convolution(own.tensor(4, c, s, s), own.tensor(4, c, s, s), 3, true, Fusion
					.relu()), 9 * c * c, c));
			}
			own.complete();
			compare("(left out) four samples in a batch, a convolution of each level", all(without), all(with));
		}
	}

	/** The statistics by tabulated logarithms against Math's, T = 20. */
	private void statistics() {
		final float[] logits = new float[SIZE * SIZE];
		for (int i = 0; i < logits.length; i++)
			logits[i] = i % 1000 / 50f - 10;
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(new float[SIZE * SIZE], SIZE, SIZE, 1);
		final TileSampler constant = new TileSampler() {

			@Override
			public void tile(final float[] pixels, final int height, final int width, final long x0, final long y0) {
				// the samples are there
			}

			@Override
			public float[] sample(final int t) {
				return logits;
			}

			@Override
			public void release() {
				// nothing is held
			}
		};
		compare("probability and entropy from tables, on all cores, T = 20", () -> plainStatistics(logits),
			() -> new MonteCarlo(SAMPLES, 16, SIZE, SIZE, EnumSet.allOf(MapKind.class)).run(image, Normalization.maximum().scale(
				image), constant, Progress.NONE));
	}

	private static void plainStatistics(final float[] logits) {
		final double[] mean = new double[logits.length], squares = new double[logits.length], entropy =
			new double[logits.length];
		for (int t = 0; t < SAMPLES; t++)
			for (int i = 0; i < logits.length; i++) {
				final double p = 1 / (1 + Math.exp(-logits[i]));
				mean[i] += p;
				squares[i] += p * p;
				entropy[i] -= p > 0 && p < 1 ? p * Math.log(p) + (1 - p) * Math.log1p(-p) : 0;
			}
		if (mean[0] + squares[0] + entropy[0] < 0) throw new IllegalStateException();
	}

	private static Runnable filled(final Convolution layer, final int weights, final int bias) {
		layer.set(new float[weights], bias > 0 ? new float[bias] : null);
		return layer::forward;
	}

	private static Runnable all(final List<Runnable> steps) {
		return () -> steps.forEach(Runnable::run);
	}

	private static void compare(final String what, final Runnable without, final Runnable with) {
		final double[] a = new double[RUNS], b = new double[RUNS];
		for (int i = -WARM_UP; i < RUNS; i++) {
			a[Math.max(0, i)] = time(without);
			b[Math.max(0, i)] = time(with);
		}
		final double slow = Benchmarks.median(a), fast = Benchmarks.median(b);
		System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", what, slow, fast, slow / fast);
	}

	private static double time(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}
}
