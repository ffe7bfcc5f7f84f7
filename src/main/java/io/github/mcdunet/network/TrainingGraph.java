package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.MaxPool;
import io.github.mcdunet.network.engine.Tensor;

import java.util.ArrayList;
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
	private final byte[][] truth;
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

	/** @param engine belongs to the graph from now on */
	TrainingGraph(final Engine engine, final Architecture architecture, final int batch,
		final int height, final int width) {
		this.engine = engine;
		this.architecture = architecture;
		try {
			final int depth = architecture.depth();
			input = engine.tensor(batch, architecture.channels(), height, width);
			truth = new byte[batch][height * width];
			// Gradients: three tensors per level serve all its units in turn (see backward order below).
			final Tensor[] diffA = new Tensor[depth + 1], diffB = new Tensor[depth + 1],
				diffSkip = new Tensor[depth + 1];
			for (int i = 0; i <= depth; i++) {
				diffA[i] = engine.tensor(batch, architecture.filters(i), height >> i, width >> i);
				diffB[i] = engine.like(diffA[i]);
				diffSkip[i] = i < depth ? engine.like(diffA[i]) : diffA[i];
			}
			final Tensor[] skips = new Tensor[depth];
			Tensor x = input;
			Tensor diffX = null;
			for (int i = 0; i <= depth; i++) {
				// Encoder: in -> unit 1 (gradient B at the bottom, else A) -> unit 2 (gradient diffSkip)
				final Tensor between = i < depth ? diffA[i] : diffB[i];
				x = addUnit(new TrainingUnit(engine, "encoder" + i, 1, x, architecture.filters(i),
					architecture.batchNormEpsilon(), between, diffX));
				x = addUnit(new TrainingUnit(engine, "encoder" + i, 2, x, architecture.filters(i),
					architecture.batchNormEpsilon(), diffSkip[i], between));
				if (i < depth) {
					skips[i] = x;
					final Tensor pooled = engine.tensor(batch, x.c(), x.h() / 2, x.w() / 2);
					diffX = engine.like(pooled);
					addPooling(x, pooled, diffX, diffB[i], diffSkip[i], i);
					x = pooled;
				}
			}
			Tensor diffLow = diffA[depth];
			for (int i = depth - 1; i >= 0; i--) {
				if (architecture.hasDropout() && i >= depth - 2) x = addDropout(x, diffLow, i + 1);
				x = addUnit(
					new TrainingUnit(engine, "decoder" + i, 1, skips[i], x, architecture.filters(i),
						architecture.batchNormEpsilon(), diffB[i], diffSkip[i], diffLow));
				x = addUnit(new TrainingUnit(engine, "decoder" + i, 2, x, architecture.filters(i),
					architecture.batchNormEpsilon(), diffA[i], diffB[i]));
				diffLow = diffA[i];
			}
			logits = engine.tensor(batch, 1, height, width);
			diffLogits = engine.like(logits);
			output = engine.convolution(x, logits, 1, true, Fusion.none());
			output.prepareBackward(diffLogits, diffLow, true);
			engine.complete();
		}
		catch (final RuntimeException | Error e) {
			engine.close(); // nobody else can, and what there is already may be large
			Engines.checkMemory(e);
			throw e;
		}
	}

	private Tensor addUnit(final TrainingUnit unit) {
		units.add(unit);
		forward.add(unit::forward);
		backward.add(0, unit::backward);
		return unit.out();
	}

	private Tensor addDropout(final Tensor x, final Tensor diff, final int level) {
		final Tensor dropped = engine.like(x);
		final Dropout dropout = new Dropout(engine, x, dropped, diff, dropouts.size(), level,
			architecture.dropoutRate());
		dropouts.add(dropout);
		forward.add(dropout::forward);
		backward.add(0, dropout::backward);
		return dropped;
	}

	/**
	 * [dropout] and pooling after encoder i; the gradient that comes back is added to the skip
	 * connection's.
	 */
	private void addPooling(final Tensor x, final Tensor pooled, final Tensor diffPooled,
		final Tensor diffFull, final Tensor diffSkip, final int level) {
		backward.add(0, engine.sum(diffSkip, diffFull, diffSkip));
		final Tensor from = architecture.hasDropout() && level > 0 ? addDropout(x, diffFull, level)
			: x;
		final MaxPool pool = engine.maxPool(from, pooled, diffPooled, diffFull);
		forward.add(pool::forward);
		backward.add(0, pool::backward);
	}

	/** About how many bytes a graph takes per pixel of each image of its batch. */
	public static double bytesPerPixel(final Architecture a) {
		double floats = a.channels() + 4;
		for (int level = 0; level <= a.depth(); level++) {
			// what four convolutions and four batch norms give, three gradients, pooled and dropped-out values and masks
			floats += (level == a.depth() ? 8 : 13) * a.filters(level) / Math.pow(4, level);
		}
		return 4 * floats;
	}

	/** Takes over weights, biases, gamma and beta. */
	public void setParameters(final Parameters parameters) {
		for (final TrainingUnit u : units)
			u.setParameters(parameters);
		output.set(parameters.get("output/conv/weights"), parameters.get("output/conv/bias"));
	}

	/**
	 * Sets image i of the batch.
	 *
	 * @param pixels [C, H, W] row-major, normalised
	 * @param mask [H, W] row-major, 0 or 1
	 */
	public void setSample(final int i, final float[] pixels, final byte[] mask) {
		input.setImage(i, pixels);
		System.arraycopy(mask, 0, truth[i], 0, mask.length);
	}

	/**
	 * Forward pass in training mode, and the gradient of the mean loss by the logits.
	 *
	 * @param seed decide the dropout masks; image i of the batch is sample firstSample + i
	 * @param firstSample decide the dropout masks; image i of the batch is sample firstSample + i
	 * @return the score of the whole batch
	 */
	public PixelScore forward(final long seed, final long firstSample) {
		for (final Dropout d : dropouts)
			d.draw(seed, firstSample, 0, 0);
		for (final Runnable step : forward)
			step.run();
		output.forward();
		final int area = logits.h() * logits.w();
		PixelScore score = PixelScore.NONE;
		for (int i = 0; i < truth.length; i++) {
			final float[] gradient = new float[area];
			score = score.plus(LogisticLoss.score(logits.getImage(i), truth[i], gradient,
				1.0 / ((double) area * truth.length)));
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
		output.gradient(gradients.get("output/conv/weights"), gradients.get("output/conv/bias"));
	}

	/**
	 * Lets batch norm's moving statistics follow the last batch's, with the given share of the old
	 * value kept.
	 */
	public void updateStatistics(final Parameters parameters, final double momentum) {
		for (final TrainingUnit u : units)
			u.updateStatistics(parameters, momentum);
	}

	/** Logits of image i after {@link #forward}, [H, W] row-major. */
	float[] logits(final int i) {
		return logits.getImage(i);
	}

	@Override
	public void close() {
		engine.close();
	}
}
