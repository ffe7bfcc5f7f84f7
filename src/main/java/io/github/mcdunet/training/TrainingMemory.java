package io.github.mcdunet.training;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.TrainingGraph;

/**
 * How much memory a training will take, said before it begins, and refused where there is not
 * enough.
 */
public final class TrainingMemory {

	private final int width;
	private final int height;
	private final int batchSize;
	private final double bytes;

	/** @param size of what the network sees */
	TrainingMemory(final Architecture architecture, final Preparation size, final int batchSize) {
		width = size.width();
		height = size.height();
		this.batchSize = batchSize;
		bytes = (double) width * height * batchSize * TrainingGraph.bytesPerPixel(architecture)
			+ (double) size.validationWidth() * size.validationHeight()
				* InferenceGraph.bytesPerPixel(architecture);
	}

	/**
	 * @param settings with a batch size of at least 1
	 * @param width of the images, in pixels
	 * @param height of the images, in pixels
	 */
	public static TrainingMemory of(final TrainingSettings settings,
		final Architecture architecture, final int width, final int height) {
		return new TrainingMemory(architecture,
			new Preparation(settings, width, height, architecture.alignment()),
			settings.batchSize());
	}

	/**
	 * Bytes of the networks for training and validation, beside the images and Java's own needs.
	 */
	public double bytes() {
		return bytes;
	}

	/** Whether there is enough just now. */
	boolean fits() {
		return bytes <= Engines.availableMemory(bytes);
	}

	/**
	 * @param available bytes
	 * @return a sentence for the log
	 * @throws McdUnetException if there is not enough
	 */
	public String check(final long available) {
		if (bytes > available)
			throw new McdUnetException(
				"Training with " + batchSize + (batchSize == 1 ? " image" : " images") + " of "
					+ width + " x " + height + " pixels at a time needs about "
					+ NumberText.bytes(bytes) + " of memory, but only "
					+ NumberText.bytes(available) + " are free. Choose a smaller training size"
					+ (batchSize == 1 ? "" : " or fewer images per step")
					+ ", or close other programs.");
		return "The network needs about " + NumberText.bytes(bytes) + " of memory, "
			+ NumberText.bytes(available) + " are free.";
	}
}
