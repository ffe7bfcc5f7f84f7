package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

	/** @param engine will be closed with the graph */
	InferenceGraph(final Engine engine, final Architecture architecture, final int height,
		final int width) {
		this.engine = engine;
		this.architecture = architecture;
		try {
			input = engine.tensor(1, architecture.channels(), height, width);
			final Builder builder = new Builder();
			logits = UNet.walk(architecture, new Flow(input, false), builder).values();
			output = builder.output;
			engine.complete();
		}
		catch (final RuntimeException | Error e) {
			engine.close(); // nobody else can, and what there is already may be large
			Engines.checkMemory(e);
			throw e;
		}
	}

	/**
	 * @param stochastic whether the values change from sample to sample
	 */
	private record Flow(Tensor values, boolean stochastic) {
	}

	/** Makes the layers, and sorts them by whether they must run for every sample. */
	private final class Builder implements UNet.Visitor<Flow> {

		private Convolution output;

		@Override
		public Flow unit(final UNet.Unit layer, final Flow in) {
			final InferenceUnit unit = add(layer, in, null);
			return new Flow(unit.out(), in.stochastic);
		}

		@Override
		public Flow join(final UNet.Unit layer, final Flow skip, final Flow low) {
			final InferenceUnit unit = add(layer, skip, low.values);
			steps(low).add(unit::forwardUp);
			return new Flow(unit.out(), skip.stochastic || low.stochastic);
		}

		private InferenceUnit add(final UNet.Unit layer, final Flow in, final Tensor low) {
			final InferenceUnit unit = new InferenceUnit(engine, layer, in.values, low);
			units.add(unit);
			steps(in).add(unit::forwardSkip);
			return unit;
		}

		@Override
		public Flow dropout(final int level, final Flow in) {
			final Tensor dropped = engine.like(in.values);
			final Dropout dropout = new Dropout(engine, in.values, dropped, null, dropouts.size(),
				level, architecture.dropoutRate());
			dropouts.add(dropout);
			perSample.add(dropout::forward);
			return new Flow(dropped, true);
		}

		@Override
		public Flow pool(final int level, final Flow in) {
			final Tensor x = in.values;
			final Tensor pooled = engine.tensor(1, x.c(), x.h() / 2, x.w() / 2);
			steps(in).add(engine.maxPool(x, pooled));
			return new Flow(pooled, in.stochastic);
		}

		@Override
		public Flow output(final int inputs, final int outputs, final Flow in) {
			final Tensor x = in.values, result = engine.tensor(1, outputs, x.h(), x.w());
			output = engine.convolution(x, result, 1, true, Fusion.none());
			perSample.add(output::forward);
			return new Flow(result, true);
		}

		private List<Runnable> steps(final Flow in) {
			return in.stochastic ? perSample : once;
		}
	}

	/** How many bytes a graph's tensors take per pixel of its image. */
	public static double bytesPerPixel(final Architecture a) {
		return Float.BYTES * UNet.walk(a, (double) a.channels(), new UNet.Visitor<>() {

			@Override
			public Double unit(final UNet.Unit unit, final Double sum) {
				return sum + unit.values();
			}

			/** Both halves. */
			@Override
			public Double join(final UNet.Unit unit, final Double skip, final Double sum) {
				return sum + 2 * unit.values();
			}

			/** What is left, and the mask. */
			@Override
			public Double dropout(final int level, final Double sum) {
				return sum + 2 * UNet.values(a.filters(level), level);
			}

			@Override
			public Double pool(final int level, final Double sum) {
				return sum + UNet.values(a.filters(level), level + 1);
			}

			@Override
			public Double output(final int inputs, final int outputs, final Double sum) {
				return sum + outputs;
			}
		});
	}

	/** Takes over all parameters. */
	public void setParameters(final Parameters parameters) {
		for (final InferenceUnit u : units)
			u.setParameters(parameters, architecture.batchNormEpsilon());
		output.set(parameters.get(Parameters.OUTPUT_WEIGHTS),
			parameters.get(Parameters.OUTPUT_BIAS));
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
	 * @return logits, [planes, H, W] row-major; see {@link Outputs}
	 */
	public float[] predict() {
		for (final Dropout d : dropouts)
			d.switchOff();
		return run();
	}

	/**
	 * One Monte Carlo sample.
	 *
	 * @param seed of the dropout masks
	 * @param sample its number; the same (seed, sample) gives the same sample of the whole image,
	 * whatever its tiles
	 * @param x0 column of the image's first pixel in the whole image, a multiple of the alignment
	 * @param y0 row of the image's first pixel in the whole image, a multiple of the alignment
	 * @return logits, [planes, H, W] row-major; see {@link Outputs}
	 */
	public float[] sample(final long seed, final long sample, final long x0, final long y0) {
		for (final Dropout d : dropouts)
			d.draw(seed, sample, x0, y0);
		return run();
	}

	/**
	 * Looks whether any sum of the last pass may have left the range of float. The logits do not
	 * tell, as a ReLU may turn what is not a number into 0. It takes about as long as a pass.
	 *
	 * @param limit of the sums' magnitudes, with room for other samples of the same image
	 * @return the name of the first layer that may exceed it
	 */
	public Optional<String> overflow(final double limit) {
		return units.stream().filter(unit -> !(unit.largestSum() <= limit)).findFirst()
			.map(InferenceUnit::name);
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
