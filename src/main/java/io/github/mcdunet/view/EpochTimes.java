package io.github.mcdunet.view;

import java.util.OptionalDouble;

/** How long a training still takes at most, judged by its last epochs. */
final class EpochTimes {

	/** A computer that was busy for a while is forgotten after so many epochs. */
	private static final int LAST_EPOCHS = 5;

	/** In seconds; before that, the first batches say nothing. */
	private static final double FIRST_WORD = 2;

	private static final double MINUTE = 60;

	private EpochTimes() {
	}

	/**
	 * @param epochs of the whole training
	 * @param seconds of each epoch that is done
	 * @param part of the current epoch that is done, 0..1
	 * @param elapsed seconds since the current epoch began
	 * @return seconds; empty as long as nothing can be said
	 */
	static OptionalDouble seconds(final int epochs, final double[] seconds, final double part,
		final double elapsed) {
		final double left = Math.max(0, epochs - seconds.length - part);
		if (seconds.length == 0)
			return part > 0 && elapsed >= FIRST_WORD
				? OptionalDouble.of(left * elapsed / part)
				: OptionalDouble.empty();
		double sum = 0;
		final int n = Math.min(LAST_EPOCHS, seconds.length);
		for (int i = seconds.length - n; i < seconds.length; i++)
			sum += seconds[i];
		return OptionalDouble.of(left * sum / n);
	}

	/**
	 * In words.
	 *
	 * @param atMost whether the training may end before all its epochs are done
	 */
	static String text(final double seconds, final boolean atMost) {
		return duration(seconds) + " left" + (atMost ? ", at most" : "");
	}

	private static String duration(final double seconds) {
		if (seconds < MINUTE / 2) return "less than a minute";
		final long minutes = Math.max(1, Math.round(seconds / MINUTE));
		if (minutes < 90) return "about " + minutes + " min";
		final long tens = Math.round(minutes / 10.0) * 10;
		return tens < 600
			? "about " + tens / 60 + " h " + tens % 60 + " min"
			: "about " + Math.round(minutes / 60.0) + " h";
	}
}
