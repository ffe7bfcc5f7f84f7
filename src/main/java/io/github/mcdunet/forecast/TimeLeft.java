package io.github.mcdunet.forecast;

import io.github.mcdunet.io.NumberText;

import java.util.OptionalDouble;

/** How long work will still take, at the pace so far. */
public final class TimeLeft {

	/** The first moments tell little: libraries are loaded, and code is compiled while it runs. */
	private static final double EARLIEST_SECONDS = 2;

	/** A computer that was busy for a while is forgotten after so many epochs. */
	private static final int LAST_EPOCHS = 5;

	private TimeLeft() {
	}

	/**
	 * @param seconds since the work began
	 * @param done part of the work that is done, 0..1
	 * @return such as "about 5 min left"; empty while nothing can be said
	 */
	public static String of(final double seconds, final double done) {
		if (seconds < EARLIEST_SECONDS || !(done > 0)) return "";
		return NumberText.duration(Math.max(0, seconds * (1 - done) / done)) + " left";
	}

	/**
	 * Of a training, judged by its last epochs.
	 *
	 * @param epochs of the whole training
	 * @param seconds of each epoch that is done
	 * @param part of the current epoch that is done, 0..1
	 * @param elapsed seconds since the current epoch began
	 * @return seconds; empty as long as nothing can be said
	 */
	public static OptionalDouble ofEpochs(final int epochs, final double[] seconds,
		final double part, final double elapsed) {
		final double left = Math.max(0, epochs - seconds.length - part);
		if (seconds.length == 0)
			return part > 0 && elapsed >= EARLIEST_SECONDS
				? OptionalDouble.of(left * elapsed / part) : OptionalDouble.empty();
		double sum = 0;
		final int n = Math.min(LAST_EPOCHS, seconds.length);
		for (int i = seconds.length - n; i < seconds.length; i++)
			sum += seconds[i];
		return OptionalDouble.of(left * sum / n);
	}

	/** As {@link NumberText#duration}, at the beginning of a sentence. */
	static String sentence(final double seconds) {
		final String words = NumberText.duration(seconds);
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}
}
