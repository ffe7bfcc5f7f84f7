package io.github.mcdunet.forecast;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;

import java.util.OptionalDouble;

/** How fast this computer trains, measured once, when it is first asked for. */
final class MeasuredSpeed {

	/** A forecast may be rough, and a person waits for it. */
	private static final double SECONDS = 0.3;

	private MeasuredSpeed() {
	}

	/** Java makes this when it is first used, and no second time. */
	private static final class Once {

		private static final OptionalDouble STEPS_PER_SECOND = measure();

		private static OptionalDouble measure() {
			final TrainingSpeed speed = new TrainingSpeed(1);
			try {
				speed.measure(SECONDS, Progress.NONE);
			}
			catch (final McdUnetException e) {
				return OptionalDouble.empty();
			}
			return OptionalDouble.of(speed.perSecond());
		}
	}

	/**
	 * Seconds that training takes per image and pixel with the standard network; empty if the
	 * network cannot run.
	 */
	static OptionalDouble secondsPerPixel() {
		final double pixels = TrainingSpeed.BATCH * TrainingSpeed.SIZE * TrainingSpeed.SIZE;
		return Once.STEPS_PER_SECOND.isPresent()
			? OptionalDouble.of(1 / (Once.STEPS_PER_SECOND.getAsDouble() * pixels))
			: OptionalDouble.empty();
	}
}
