package io.github.mcdunet.workflow;

import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Engines;
import io.github.mcdunet.training.TrainingMemory;
import io.github.mcdunet.training.TrainingSettings;

import java.time.Duration;

/**
 * About how long a training will take at most and how much memory it needs, said before it begins. The time follows from the processor's speed,
 * measured once in a sixth of a second, and what a training step costs on it (see {@link InstallationCheck}); other programs make it longer.
 */
public final class TrainingForecast {

	private static final double MEASURING = 0.15; // seconds
	/** Pixels of the training step whose cost is known. */
	private static final double STEP_PIXELS = 2 * 128 * 128;
	/** What a validation image costs, in training images: a pass, or the part that samples share and three samples. */
	private static final double PLAIN_VALIDATION = 0.3, SAMPLED_VALIDATION = 0.9;

	/** Measured on first use. */
	private static final class Speed {

		static final double PER_SECOND = measure();

		private static double measure() {
			final ProcessorSpeed processor = new ProcessorSpeed();
			processor.measure(MEASURING);
			return processor.perSecond();
		}
	}

	private final TrainingSettings settings;
	private final Architecture architecture;
	private final Split split;
	private final int width;
	private final int height;

	/**
	 * @param images their number
	 * @param width, height of the first image, in pixels
	 * @throws io.github.mcdunet.McdUnetException if the images are too few to be split
	 */
	public TrainingForecast(final TrainingSettings settings, final int images, final int channels,
		final int width, final int height) {
		this.settings = settings;
		architecture = Architecture.reference(channels).baseFilters(settings.baseFilters())
			.depth(settings.depth())
			.dropoutRate(settings.dropoutRate());
		split = Split.random(images, settings.validationFraction(), settings.testFraction(), settings.seed());
		this.width = aligned(settings.trainingSize() > 0 ? settings.trainingSize() : width);
		this.height = aligned(settings.trainingSize() > 0 ? settings.trainingSize() : height);
	}

	private int aligned(final int size) {
		final int alignment = architecture.alignment();
		return (size + alignment - 1) / alignment * alignment;
	}

	/** Of all epochs; patience may end the training earlier. */
	public Duration time() {
		final double validation = architecture.hasDropout() ? SAMPLED_VALIDATION : PLAIN_VALIDATION;
		final double images = split.training().size() + validation * split.validation().size();
		final double pixels = settings.epochs() * images * width * height;
		final double seconds = pixels / STEP_PIXELS * InstallationCheck.stepCost() * relativeCost()
			/ Speed.PER_SECOND;
		return Duration.ofSeconds(Math.round(seconds));
	}

	/** Every level costs the same, as its filters double where its sides halve. */
	private double relativeCost() {
		final Architecture reference = Architecture.reference(2);
		return Math.pow((double) architecture.baseFilters() / reference.baseFilters(), 2)
			* (architecture.depth() + 0.5) / (reference.depth() + 0.5);
	}

	/** Bytes of the networks for training and validation. */
	public double memory() {
		return new TrainingMemory(architecture, width, height, batch()).bytes();
	}

	private int batch() {
		return Math.min(settings.batchSize(), split.training().size());
	}

	/** Number and size of the images, time, and memory of what is free, for a person. */
	public String sentence() {
		final String images = split.training().size() + " images of " + width + " x " + height
			+ " pixels to learn from, " + split
				.validation().size()
			+ " to validate. ";
		final long free = Engines.availableMemory();
		if (memory() > free)
			return images + "This needs about " + TrainingMemory.size(memory()) + " of memory, but only "
				+ TrainingMemory.size(
					free)
				+ " are free: choose a smaller training size or fewer images per step.";
		return images + "About " + text(time()) + " at most, " + TrainingMemory.size(memory())
			+ " of memory (" + TrainingMemory
				.size(free)
			+ " free).";
	}

	private static String text(final Duration time) {
		if (time.toMinutes() < 2) return Math.max(5, (time.getSeconds() + 4) / 5 * 5) + " seconds";
		return time.toMinutes() < 120
			? Math.round(time.getSeconds() / 60.) + " minutes"
			: Math.round(time.toMinutes() / 60.) + " hours";
	}
}
