package io.github.mcdunet.forecast;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;

import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/**
 * How fast this computer trains, measured once, in the background, when it is first asked for. The
 * native library is loaded for it, which takes seconds the first time.
 */
public final class ComputerSpeed {

	/** What a dialog says until it is known. */
	public static final String IS_MEASURED = "Measuring, once, how fast this computer is...";

	/** A forecast may be rough, and a person waits for it. */
	private static final double SECONDS = 0.3;

	private ComputerSpeed() {
	}

	/** Java makes this when it is first used, and no second time. */
	private static final class Once {

		private static final CompletableFuture<OptionalDouble> STEPS_PER_SECOND = start();

		private static CompletableFuture<OptionalDouble> start() {
			return CompletableFuture.supplyAsync(Once::measure, task -> {
				final Thread thread = new Thread(task, "Speed of this computer");
				thread.setDaemon(true);
				thread.start();
			});
		}

		private static OptionalDouble measure() {
			final TrainingSpeed speed = new TrainingSpeed(1);
			try {
				speed.measure(SECONDS, Progress.NONE);
			}
			catch (final McdUnetException | OutOfMemoryError e) {
				return OptionalDouble.empty();
			}
			return OptionalDouble.of(speed.perSecond());
		}
	}

	/** Starts the measurement if nobody has; does not wait for it. */
	public static boolean isKnown() {
		return Once.STEPS_PER_SECOND.isDone();
	}

	/**
	 * As {@link #isKnown}.
	 *
	 * @param action run when it is known, in the measuring thread; at once if it is known already
	 */
	public static void whenKnown(final Runnable action) {
		Once.STEPS_PER_SECOND.thenRun(action);
	}

	/**
	 * Seconds that training takes per image and pixel with the standard network; empty if the
	 * network cannot run. Waits until it is known.
	 */
	static OptionalDouble secondsPerPixel() {
		final double pixels = TrainingSpeed.BATCH * TrainingSpeed.SIZE * TrainingSpeed.SIZE;
		final OptionalDouble steps = Once.STEPS_PER_SECOND.join();
		return steps.isPresent() ? OptionalDouble.of(1 / (steps.getAsDouble() * pixels))
			: OptionalDouble.empty();
	}
}
