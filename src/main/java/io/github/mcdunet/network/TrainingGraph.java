package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.MaxPool;
import io.github.mcdunet.network.engine.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The U-Net for training, built for one batch size and image size: forward pass with dropout and
 * batch statistics, loss, and the way back. All memory is allocated once. Used by one thread at a
 * time.
 */
public final class TrainingGraph implements AutoCloseable {

	private final Engine engine;
	private final Architecture architecture;
	private final Tensor input;
	private final Tensor logits;
	private final Tensor diffLogits;
	private final PixelTarget[] truth;
	private PixelLoss loss;
	private final List<TrainingUnit> units = new ArrayList<>();
	private final List<Dropout> dropouts = new ArrayList<>();
	private final List<Runnable> forward = new ArrayList<>();
	private final List<Runnable> backward = new ArrayList<>();
	private final Convolution output;

	/**
	 * @param height multiples of the architecture's alignment
	 * @param width multiples of the architecture's alignment
	 * @throws io.github.mcdunet.McdUnetException if an engine is asked for (see {@link Engines})
	 * that cannot be loaded
	 */
	public TrainingGraph(final Architecture architecture, final int batch, final int height,
		final int width) {
		this(Engines.create(), architecture, batch, height, width);
	}

	/** @param engine will be closed with the graph */
	TrainingGraph(final Engine engine, final Architecture architecture, final int batch,
		final int height, final int width) {
		this.engine = engine;
		this.architecture = architecture;
		try {
			input = engine.tensor(batch, architecture.channels(), height, width);
			truth = new PixelTarget[batch];
			Arrays.fill(truth, new PixelTarget(new byte[height * width],
				architecture.outputs().separation() ? new float[height * width] : null));
			loss = new PixelLoss(architecture.outputs());
			final Builder builder = new Builder();
			final Flow end = UNet.walk(architecture, new Flow(input, null), builder);
			logits = end.values;
			diffLogits = end.gradient;
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
	 * @param gradient the loss's by the values; null for the image, whose nobody needs
	 */
	private record Flow(Tensor values, Tensor gradient) {
	}

	/**
	 * Makes the layers and their way back. Three gradients per level serve all its layers in turn:
	 * one of the skip connection, which must last until the way back comes to it again, and two
	 * between which the others alternate.
	 */
	private final class Builder implements UNet.Visitor<Flow> {

		private final Tensor[] first;
		private final Tensor[] second;
		private final Tensor[] skips;
		private Convolution output;

		Builder() {
			final int levels = architecture.depth() + 1;
			first = new Tensor[levels];
			second = new Tensor[levels];
			skips = new Tensor[levels];
			for (int i = 0; i < levels; i++) {
				first[i] = engine.tensor(input.n(), architecture.filters(i), input.h() >> i,
					input.w() >> i);
				second[i] = engine.like(first[i]);
				// NB: from the bottom, there is nothing to skip
				skips[i] = i < levels - 1 ? engine.like(first[i]) : first[i];
			}
		}

		@Override
		public Flow unit(final UNet.Unit layer, final Flow in) {
			final int level = layer.level();
			final Tensor gradient;
			if (layer.number() == 2) gradient = layer.encoder() ? skips[level] : first[level];
			else
				gradient = level < architecture.depth() ? first[level] : second[level];
			return add(new TrainingUnit(engine, layer, in.values, architecture.batchNormEpsilon(),
				gradient, in.gradient), gradient);
		}

		@Override
		public Flow join(final UNet.Unit layer, final Flow skip, final Flow low) {
			final Tensor gradient = second[layer.level()];
			return add(
				new TrainingUnit(engine, layer, skip.values, low.values,
					architecture.batchNormEpsilon(), gradient, skip.gradient, low.gradient),
				gradient);
		}

		private Flow add(final TrainingUnit unit, final Tensor gradient) {
			units.add(unit);
			forward.add(unit::forward);
			backward.add(0, unit::backward);
			return new Flow(unit.out(), gradient);
		}

		/** The gradient that comes back from below is added to the skip connection's. */
		@Override
		public Flow fork(final int level, final Flow skip) {
			final Tensor below = second[level];
			backward.add(0, engine.sum(skip.gradient, below, skip.gradient));
			return new Flow(skip.values, below);
		}

		@Override
		public Flow dropout(final int level, final Flow in) {
			final Tensor dropped = engine.like(in.values);
			final Dropout dropout = new Dropout(engine, in.values, dropped, in.gradient,
				dropouts.size(), level, architecture.dropoutRate());
			dropouts.add(dropout);
			forward.add(dropout::forward);
			backward.add(0, dropout::backward);
			return new Flow(dropped, in.gradient);
		}

		@Override
		public Flow pool(final int level, final Flow in) {
			final Tensor x = in.values;
			final Tensor pooled = engine.tensor(x.n(), x.c(), x.h() / 2, x.w() / 2);
			final Tensor gradient = engine.like(pooled);
			final MaxPool pool = engine.maxPool(x, pooled, gradient, in.gradient);
			forward.add(pool::forward);
			backward.add(0, pool::backward);
			return new Flow(pooled, gradient);
		}

		@Override
		public Flow output(final int inputs, final int outputs, final Flow in) {
			final Tensor x = in.values, result = engine.tensor(x.n(), outputs, x.h(), x.w());
			final Tensor gradient = engine.like(result);
			output = engine.convolution(x, result, 1, true, Fusion.none());
			output.prepareBackward(gradient, in.gradient, true);
			return new Flow(result, gradient);
		}
	}

	/** How many bytes a graph's tensors take per pixel of each image of its batch. */
	public static double bytesPerPixel(final Architecture a) {
		return Float.BYTES * UNet.walk(a, (double) a.channels(), new UNet.Visitor<>() {

			/** What the convolution and what batch norm gives, and once per level two gradients. */
			@Override
			public Double unit(final UNet.Unit unit, final Double sum) {
				return sum + (unit.number() == 1 ? 4 : 2) * unit.values();
			}

			@Override
			public Double join(final UNet.Unit unit, final Double skip, final Double sum) {
				return sum + 2 * unit.values();
			}

			/** The skip connection's gradient. */
			@Override
			public Double fork(final int level, final Double sum) {
				return sum + UNet.values(a.filters(level), level);
			}

			/** What is left, and the mask. */
			@Override
			public Double dropout(final int level, final Double sum) {
				return sum + 2 * UNet.values(a.filters(level), level);
			}

			/** With the gradient. */
			@Override
			public Double pool(final int level, final Double sum) {
				return sum + 2 * UNet.values(a.filters(level), level + 1);
			}

			/** With the gradient. */
			@Override
			public Double output(final int inputs, final int outputs, final Double sum) {
				return sum + 2 * outputs;
			}
		});
	}

	/** How much the pixels of each class count in the loss; by default all the same. */
	public void setClassWeights(final ClassWeights weights) {
		loss = new PixelLoss(architecture.outputs(), weights);
	}

	/** Takes over weights, biases, gamma and beta. */
	public void setParameters(final Parameters parameters) {
		for (final TrainingUnit u : units)
			u.setParameters(parameters);
		output.set(parameters.get(Parameters.OUTPUT_WEIGHTS),
			parameters.get(Parameters.OUTPUT_BIAS));
	}

	/**
	 * Sets image i of the batch.
	 *
	 * @param pixels [C, H, W] row-major, normalised
	 * @param target of its pixels; kept until the next forward pass is over
	 */
	public void setImage(final int i, final float[] pixels, final PixelTarget target) {
		input.setImage(i, pixels);
		truth[i] = target;
	}

	/**
	 * Sets image i of the batch, for a network without separation.
	 *
	 * @param pixels [C, H, W] row-major, normalised
	 * @param classes [H, W] row-major, 0 or 1 in a mask; not copied
	 */
	public void setImage(final int i, final float[] pixels, final byte[] classes) {
		setImage(i, pixels, new PixelTarget(classes));
	}

	/**
	 * Forward pass in training mode, and the gradient of the mean loss by the logits.
	 *
	 * @param seed of the dropout masks
	 * @param firstSample number of the first image among the seed's samples; the others follow
	 * @return the score of the whole batch
	 */
	public PixelScore forward(final long seed, final long firstSample) {
		for (final Dropout d : dropouts)
			d.draw(seed, firstSample, 0, 0);
		for (final Runnable step : forward)
			step.run();
		output.forward();
		long known = 0;
		for (final PixelTarget target : truth)
			known += target.known();
		PixelScore score = PixelScore.NONE;
		for (int i = 0; i < truth.length; i++) {
			final float[] gradient = new float[logits.c() * logits.h() * logits.w()];
			score = score
				.plus(loss.score(logits.getImage(i), truth[i], gradient, 1.0 / Math.max(1, known)));
			diffLogits.setImage(i, gradient);
		}
		return score;
	}

	/**
	 * The way back after {@link #forward}: writes the gradient of the mean loss by every trainable
	 * parameter.
	 */
	public void backward(final Parameters gradients) {
		output.backward();
		for (final Runnable step : backward)
			step.run();
		for (final TrainingUnit u : units)
			u.getGradients(gradients);
		output.gradient(gradients.get(Parameters.OUTPUT_WEIGHTS),
			gradients.get(Parameters.OUTPUT_BIAS));
	}

	/**
	 * Lets batch norm's moving statistics follow the last batch's, with the given share of the old
	 * value kept.
	 */
	public void updateStatistics(final Parameters parameters, final double momentum) {
		for (final TrainingUnit u : units)
			u.updateStatistics(parameters, momentum);
	}

	/** Logits of image i after {@link #forward}, [planes, H, W] row-major. */
	float[] logits(final int i) {
		return logits.getImage(i);
	}

	@Override
	public void close() {
		engine.close();
	}
}
