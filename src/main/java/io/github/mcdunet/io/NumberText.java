package io.github.mcdunet.io;

import java.util.Locale;

/** Numbers, sizes and times as text, the same in every country. */
public final class NumberText {

	private static final double KB = 1e3, MB = 1e6, GB = 1e9, MINUTE = 60;

	/** Larger whole numbers need not be exact. */
	private static final long EXACT = 1L << 53;

	private NumberText() {
	}

	/** A whole number without a point, any other with all its digits. */
	public static String exact(final double number) {
		return isWhole(number, EXACT) ? Long.toString((long) number) : Double.toString(number);
	}

	/** A whole number without a point, any other with six significant digits. */
	public static String significant(final double number) {
		return isWhole(number, 1e15) ? Long.toString((long) number)
			: String.format(Locale.ROOT, "%.6g", number);
	}

	private static boolean isWhole(final double number, final double limit) {
		return number == Math.rint(number) && Math.abs(number) < limit;
	}

	/** With as many digits after the point as told. */
	public static String decimals(final double number, final int digits) {
		return String.format(Locale.ROOT, "%." + digits + "f", number);
	}

	/** Such as "12 KB", "1.2 MB", "830 MB" or "1.2 GB", in powers of 1000. */
	public static String bytes(final double bytes) {
		if (bytes < MB) return Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / KB)) + " KB";
		if (bytes < 10 * MB) return decimals(bytes / MB, 1) + " MB";
		return bytes < GB ? Math.round(bytes / MB) + " MB" : decimals(bytes / GB, 1) + " GB";
	}

	/**
	 * A length of time as a person says it.
	 *
	 * @return such as "less than a minute", "about 8 min", "about 1 h 30 min", "about 12 h", "about
	 * 3 days"
	 */
	public static String duration(final double seconds) {
		if (seconds < MINUTE / 2) return "less than a minute";
		final long minutes = Math.max(1, Math.round(seconds / MINUTE));
		if (minutes < 90) return "about " + minutes + " min";
		final long tens = Math.round(minutes / 10.0) * 10, hours = Math.round(minutes / 60.0);
		if (tens < 600) return "about " + tens / 60 + " h " + tens % 60 + " min";
		return hours < 48 ? "about " + hours + " h" : "about " + Math.round(hours / 24.0) + " days";
	}
}
