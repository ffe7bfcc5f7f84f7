package io.github.mcdunet.network;

import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** The same network in libtorch (through DJL), without dropout: the yardstick for speed. */
final class TorchUNet {

	private final NDManager manager = NDManager.newBaseManager(Device.cpu());
	private final Map<String, NDArray> parameters = new LinkedHashMap<>();
	private final Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
	private final Architecture architecture;
	private boolean training;

	TorchUNet(final Architecture architecture) {
		this.architecture = architecture;
	}

	/**
	 * One Adam step on random images.
	 * @return the loss
	 */
	float step(final int batch, final int size) {
		training = true;
		try (NDManager sub = manager.newSubManager()) {
			final NDArray x = sub.randomUniform(0, 1, new Shape(batch, architecture.channels(), size, size));
			final NDArray y = sub.randomUniform(0, 1, new Shape(batch, 1, size, size)).gt(0.5f).toType(DataType.FLOAT32, false);
			final float loss;
			try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
				final NDArray z = network(x);
				final NDArray l = z.maximum(0).sub(z.mul(y)).add(z.abs().neg().exp().add(1).log()).mean();
				collector.backward(l);
				loss = l.getFloat();
			}
			for (final Map.Entry<String, NDArray> e : parameters.entrySet())
				if (e.getValue().hasGradient()) try (NDArray g = e.getValue().getGradient()) {
					adam.update(e.getKey(), e.getValue(), g);
				}
			return loss;
		}
	}

	/**
	 * One deterministic forward pass of one random image.
	 * @return the mean probability
	 */
	float pass(final int size) {
		training = false;
		try (NDManager sub = manager.newSubManager()) {
			return Activation.sigmoid(network(sub.randomUniform(0, 1, new Shape(1, architecture.channels(), size, size)))).mean()
				.getFloat();
		}
	}

	private NDArray network(final NDArray input) {
		final int depth = architecture.depth();
		final NDArray[] skips = new NDArray[depth];
		NDArray x = input;
		int in = architecture.channels();
		for (int i = 0; i <= depth; i++) {
			x = block("e" + i, x, in, architecture.filters(i));
			in = architecture.filters(i);
			if (i == depth) break;
			skips[i] = x;
			x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
		}
		for (int i = depth - 1; i >= 0; i--) {
			x = block("d" + i, skips[i].concat(upsample(x), 1), architecture.filters(i) + architecture.filters(i + 1), architecture
				.filters(i));
		}
		return convolution("out", x, architecture.filters(0), 1, 1);
	}

	private static NDArray upsample(final NDArray x) {
		final Shape s = x.getShape();
		return x.reshape(s.get(0), s.get(1), s.get(2), 1, s.get(3), 1).broadcast(new Shape(s.get(0), s.get(1), s.get(2), 2, s.get(3),
			2)).reshape(s.get(0), s.get(1), s.get(2) * 2, s.get(3) * 2);
	}

	private NDArray block(final String name, final NDArray x, final int in, final int out) {
		final NDArray y = Activation.relu(norm(name + "n1", convolution(name + "c1", x, in, out, 3), out));
		return Activation.relu(norm(name + "n2", convolution(name + "c2", y, out, out, 3), out));
	}

	private NDArray convolution(final String name, final NDArray x, final int in, final int out, final int k) {
		final float limit = (float) Math.sqrt(6.0 / (k * k * (in + out)));
		final Shape one = new Shape(1, 1);
		return Conv2d.conv2d(x, parameter(name + ".w", true, () -> manager.randomUniform(-limit, limit, new Shape(out, in, k, k))),
			parameter(name + ".b", true, () -> manager.zeros(new Shape(out))), one, new Shape(k / 2, k / 2), one, 1)
			.singletonOrThrow();
	}

	private NDArray norm(final String name, final NDArray x, final int c) {
		return BatchNorm.batchNorm(x, parameter(name + ".m", false, () -> manager.zeros(new Shape(c))), parameter(name + ".v", false,
			() -> manager.ones(new Shape(c))), parameter(name + ".g", true, () -> manager.ones(new Shape(c))), parameter(name +
				".s", true, () -> manager.zeros(new Shape(c))), 1, 0.99f, 1e-3f, training).singletonOrThrow();
	}

	private NDArray parameter(final String name, final boolean trainable, final java.util.function.Supplier<NDArray> initial) {
		return parameters.computeIfAbsent(name, k -> {
			final NDArray a = initial.get();
			a.setName(k);
			if (trainable) a.setRequiresGradient(true);
			return a;
		});
	}
}
