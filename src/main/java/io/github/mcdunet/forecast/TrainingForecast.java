package io.github.mcdunet.forecast;

import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.training.TrainingFit;
import io.github.mcdunet.training.TrainingMemory;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.io.NumberText;

import java.util.OptionalDouble;

/**
 * How long a training will take and how much memory, said before it begins; rough, as other
 * programs use the computer too.
 */
public final class TrainingForecast {

	private final TrainingFit fit;
	private final TrainingMemory memory;
	private final double work;

	/**
	 * @param width of the images
	 * @param height of the images
	 * @param images their number
	 * @throws io.github.mcdunet.McdUnetException if there are too few images for the settings, or
	 * too little memory
	 */
	public TrainingForecast(final TrainingSettings wanted, final Architecture architecture,
		final int width, final int height, final int images) {
		final long available = Engines.availableMemory();
		final Split split = Split.random(images, wanted.validationFraction(), wanted.testFraction(),
			wanted.seed());
		fit = new TrainingFit(wanted, architecture, width, height, available);
		final TrainingSettings settings = fit.settings();
		memory = TrainingMemory.of(
			settings.batchSize(Math.min(settings.batchSize(), split.training().size())),
			architecture, width, height);
		memory.check(available);
		work = TrainingCost.pixels(settings, architecture, width, height, split);
	}

	/**
	 * For all epochs; empty if the network cannot run here. The first call measures the computer
	 * for half a second.
	 */
	public OptionalDouble seconds() {
		final OptionalDouble speed = ComputerSpeed.secondsPerPixel();
		return speed.isPresent() ? OptionalDouble.of(work * speed.getAsDouble())
			: OptionalDouble.empty();
	}

	/** Of the networks, beside the images. */
	public double bytes() {
		return memory.bytes();
	}

	/** Such as "About 8 min at most, 830 MB of memory (12.0 GB free)." */
	@Override
	public String toString() {
		final OptionalDouble seconds = seconds();
		final StringBuilder text = new StringBuilder();
		if (seconds.isPresent())
			text.append(TimeLeft.sentence(seconds.getAsDouble()))
				.append(fit.settings().patience() > 0 ? " at most, " : ", ");
		text.append(NumberText.bytes(bytes())).append(" of memory (")
			.append(NumberText.bytes(Engines.availableMemory())).append(" free).");
		fit.notice().ifPresent(notice -> text.append(' ').append(notice));
		return text.toString();
	}
}
