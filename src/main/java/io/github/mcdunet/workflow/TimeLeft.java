package io.github.mcdunet.workflow;

/** Says in a person's words how long work will still take, if it goes on as it went so far. */
public final class TimeLeft {

	/** The first moments tell little: libraries are loaded, and code is compiled while it runs. */
	private static final double EARLIEST_SECONDS = 3;

	private TimeLeft() {
	}

	/**
	 * @param seconds since the work began
	 * @param done part of the work that is done, 0..1
	 * @return such as "5 min left"; empty while nothing can be said
	 */
	public static String of(final double seconds, final double done) {
		if (seconds < EARLIEST_SECONDS || !(done > 0)) return "";
		final double left = Math.max(0, seconds * (1 - done) / done);
		if (left < 60) return "less than 1 min left";
		final long minutes = Math.round(left / 60);
		if (minutes < 60) return minutes + " min left";
		final long hours = minutes / 60;
		return hours < 48
			? hours + " h " + minutes % 60 + " min left"
			: Math.round(hours / 24.0) + " days left";
	}

	/**
	 * A length of time as a person says it.
	 *
	 * @return such as "less than a minute", "about 8 min", "about 1 h 30 min", "about 12 h"
	 */
	public static String inWords(final double seconds) {
		if (seconds < 30) return "less than a minute";
		final long minutes = Math.max(1, Math.round(seconds / 60));
		if (minutes < 90) return "about " + minutes + " min";
		final long tens = Math.round(minutes / 10.0) * 10;
		return tens < 600
			? "about " + tens / 60 + " h " + tens % 60 + " min"
			: "about " + Math.round(minutes / 60.0) + " h";
	}

	/** As {@link #inWords}, at the beginning of a sentence. */
	static String sentence(final double seconds) {
		final String words = inWords(seconds);
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}
}
