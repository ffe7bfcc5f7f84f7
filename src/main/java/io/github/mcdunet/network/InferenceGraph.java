package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * The U-Net for prediction of one image (or tile) of one size: batch norm in inference mode,
 * dropout off or drawn by a seed. What does not depend on dropout (encoder levels 0 and 1, and the
 * skip halves of the decoder's first convolutions there) is computed once per image, so that a
 * further Monte Carlo sample costs less than a forward pass. All memory is allocated once. The
 * parameters are copied when they are set and never changed. Used by one thread at a time.
 */
public final class InferenceGraph implements AutoCloseable {

	private final Engine engine;
	private final Architecture architecture;
	private final Tensor input;
	private final Tensor logits;
	private final List<InferenceUnit> units = new ArrayList<>();
	private final List<Dropout> dropouts = new ArrayList<>();
	private final List<Runnable> once = new ArrayList<>();
	private final List<Runnable> perSample = new ArrayList<>();
	private final Convolution output;

	/**
	 * @param height multiples of the architecture's alignment
	 * @param width multiples of the architecture's alignment
	 * @throws io.github.mcdunet.McdUnetException if an engine is asked for (see {@link Engines})
	 * that cannot be loaded
	 */
	public InferenceGraph(final Architecture architecture, final int height, final int width) {
		this(Engines.create(), architecture, height, width);
	}

	/** @param engine belongs to the graph from now on */
	InferenceGraph(final Engine engine, final Architecture architecture, final int height,
		final int width) {
		this.engine = engine;
		this.architecture = architecture;
		try {
			final int depth = architecture.depth();
			input = engine.tensor(1, architecture.channels(), height, width);
			final Tensor[] skips = new Tensor[depth];
			Tensor x = input;
			for (int i = 0; i <= depth; i++) {
				x = add("encoder" + i, 1, x, null, i, i > 1);
				x = add("encoder" + i, 2, x, null, i, i > 1);
				if (i < depth) {
					skips[i] = x;
					final boolean drop = architecture.hasDropout() && i > 0;
					if (drop) x = addDropout(x, i);
					final Tensor pooled = engine.tensor(1, x.c(), x.h() / 2, x.w() / 2);
					(drop ? perSample : once(i > 0)).add(engine.maxPool(x, pooled));
					x = pooled;
				}
			}
			for (int i = depth - 1; i >= 0; i--) {
				if (architecture.hasDropout() && i >= depth - 2) x = addDropout(x, i + 1);
				x = add("decoder" + i, 1, skips[i], x, i, true);
				x = add("decoder" + i, 2, x, null, i, true);
			}
			logits = engine.tensor(1, 1, height, width);
			output = engine.convolution(x, logits, 1, true, Fusion.none());
			perSample.add(output::forward);
			engine.complete();
		}
		catch (final RuntimeException | Error e) {
			engine.close(); // nobody else can, and what there is already may be large
			Engines.checkMemory(e);
			throw e;
		}
	}

	private List<Runnable> once(final boolean stochastic) {
		return stochastic && architecture.hasDropout() ? perSample : once;
	}

	/**
	 * @param stochastic whether the unit's input depends on dropout, if there is any (of a decoder:
	 * the low-resolution input)
	 */
	private Tensor add(final String block, final int number, final Tensor in, final Tensor low,
		final int level, final boolean stochastic) {
		final InferenceUnit unit = new InferenceUnit(engine, block, number, in, low,
			architecture.filters(level));
		units.add(unit);
		once(stochastic && (low == null || level > 1)).add(unit::forwardSkip);
		if (low != null) once(stochastic).add(unit::forwardUp);
		return unit.out();
	}

	private Tensor addDropout(final Tensor x, final int level) {
		final Tensor dropped = engine.like(x);
		final Dropout dropout = new Dropout(engine, x, dropped, null, dropouts.size(), level,
			architecture.dropoutRate());
		dropouts.add(dropout);
		perSample.add(dropout::forward);
		return dropped;
	}

	/** About how many bytes a graph takes per pixel of its image. */
	public static double bytesPerPixel(final Architecture a) {
		double floats = a.channels() + 1;
		for (int level = 0; level <= a.depth(); level++) {
			// both convolutions of the encoder, what is dropped out and pooled, and of the decoder both and the skip half
			final int tensors = level == a.depth() ? 3 : 7;
			floats += tensors * a.filters(level) / Math.pow(4, level);
		}
		return 4 * floats;
	}

	/** Takes over all parameters. */
	public void setParameters(final Parameters parameters) {
		for (final InferenceUnit u : units)
			u.setParameters(parameters, architecture.batchNormEpsilon());
		output.set(parameters.get("output/conv/weights"), parameters.get("output/conv/bias"));
	}

	public int height() {
		return input.h();
	}

	public int width() {
		return input.w();
	}

	/** Number of dropout layers. */
	int dropoutPlaces() {
		return dropouts.size();
	}

	/**
	 * Sets the image and computes what all samples share.
	 *
	 * @param pixels [C, H, W] row-major, normalised
	 */
	public void setImage(final float[] pixels) {
		input.setImage(0, pixels);
		for (final Runnable step : once)
			step.run();
	}

	/**
	 * One pass with dropout off.
	 *
	 * @return logits, [H, W] row-major
	 */
	public float[] predict() {
		for (final Dropout d : dropouts)
			d.switchOff();
		return run();
	}

	/**
	 * One Monte Carlo sample.
	 *
	 * @param x0 position of the image's first pixel in the whole image, multiples of the alignment:
	 * the same (seed, sample) gives the same sample of the whole image whatever its tiles
	 * @param y0 position of the image's first pixel in the whole image, multiples of the alignment:
	 * the same (seed, sample) gives the same sample of the whole image whatever its tiles
	 * @return logits, [H, W] row-major
	 */
	public float[] sample(final long seed, final long sample, final long x0, final long y0) {
		for (final Dropout d : dropouts)
			d.draw(seed, sample, x0, y0);
		return run();
	}

	private float[] run() {
		for (final Runnable step : perSample)
			step.run();
		return logits.getImage(0);
	}

	@Override
	public void close() {
		engine.close();
	}
}
