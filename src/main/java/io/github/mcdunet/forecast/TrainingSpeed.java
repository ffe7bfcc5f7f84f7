package io.github.mcdunet.forecast;

import io.github.mcdunet.Progress;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.TrainingGraph;

/**
 * How many training steps (two images of 128 x 128 pixels, the standard network) the engine makes
 * per second, and how many the processor should make, by its own speed in the same second.
 */
final class TrainingSpeed {

	static final int SIZE = 128;
	static final int BATCH = 2;
	private static final int CHANNELS = 2;
	private static final int LEAST_ROUNDS = 3;
	private static final int STEPS_PER_ROUND = 2;

	private final ProcessorSpeed processor = new ProcessorSpeed();
	private final double cost;
	private double best;

	/** @param cost of a training step, in the multiplications that {@link ProcessorSpeed} counts */
	TrainingSpeed(final double cost) {
		this.cost = cost;
	}

	/**
	 * Takes turns between both, so that other programs slow both alike; the best of each counts.
	 *
	 * @param seconds how long, about
	 * @throws io.github.mcdunet.McdUnetException if the engine cannot be loaded
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	void measure(final double seconds, final Progress progress) {
		final Architecture architecture = Architecture.reference(CHANNELS);
		final Parameters parameters = Parameters.initial(architecture, 1),
			gradients = new Parameters(architecture);
		try (TrainingGraph graph = new TrainingGraph(architecture, BATCH, SIZE, SIZE)) {
			graph.setParameters(parameters);
			for (int i = 0; i < BATCH; i++)
				graph.setImage(i, image(), mask());
			processor.measure(0.15);
			step(graph, gradients); // NB: the first one is slow, as memory is touched for the first time
			final long end = System.nanoTime() + (long) (seconds * 1e9);
			for (int round = 0; round < LEAST_ROUNDS || System.nanoTime() < end; round++) {
				progress.checkCanceled();
				processor.measure(0.04);
				for (int k = 0; k < STEPS_PER_ROUND; k++)
					best = Math.max(best, 1 / step(graph, gradients));
			}
		}
	}

	/** @return seconds */
	private static double step(final TrainingGraph graph, final Parameters gradients) {
		final long start = System.nanoTime();
		graph.forward(1, 0);
		graph.backward(gradients);
		return (System.nanoTime() - start) / 1e9;
	}

	private static float[] image() {
		final float[] pixels = new float[CHANNELS * SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % SIZE / (float) SIZE;
		return pixels;
	}

	private static byte[] mask() {
		final byte[] mask = new byte[SIZE * SIZE];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (i % SIZE / (SIZE / 2));
		return mask;
	}

	/** Training steps per second. */
	double perSecond() {
		return best;
	}

	/** Training steps per second that this processor should make. */
	double expected() {
		return processor.perSecond() / cost;
	}

	/** Of the processor in plain Java, per second. */
	double multiplications() {
		return processor.perSecond();
	}
}
