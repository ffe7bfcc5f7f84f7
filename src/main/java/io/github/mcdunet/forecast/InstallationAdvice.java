package io.github.mcdunet.forecast;

import java.util.Locale;

/**
 * When something found by the {@link InstallationCheck} is off, and what to do then. Each answer is
 * empty if all is well.
 */
final class InstallationAdvice {

	static final long GIGABYTE = 1L << 30;

	/** Below this, large images and tiles make the computer swap. */
	private static final long LITTLE_MEMORY = 4 * GIGABYTE;
	private static final long LITTLE_HEAP = 2 * GIGABYTE;

	/** Measurements of a second scatter, and processors differ: only what is far below is told. */
	private static final double MUCH_SLOWER = 1 / 3.0;

	private InstallationAdvice() {
	}

	/**
	 * @param slowerThanNeeded whether the processor has fast kernels that are not used
	 * @param notice why they are not, if the plugin knows
	 */
	static String engine(final boolean slowerThanNeeded, final String notice) {
		if (!notice.isEmpty()) return notice;
		return slowerThanNeeded
			? "The network computes in Java because the system property mcdunet.engine or Choose Engine... asks for it. Leave the property out where"
				+ " Fiji is started, and choose auto: oneDNN is about four times as fast on this processor."
			: "";
	}

	static String processors(final int processors) {
		return processors > 1 ? ""
			: "Java may use one processor only, so training takes long. In a virtual machine or a cluster job, ask for more processors.";
	}

	/** @param threads the threads that the engine uses */
	static String threads(final int threads, final int processors) {
		return threads > 1 || processors == 1 ? ""
			: "The network uses one of " + processors
				+ " processors. Remove the environment variable OMP_NUM_THREADS (or set it to "
				+ processors + ") and start Fiji again.";
	}

	static String heap(final long bytes) {
		return bytes >= LITTLE_HEAP ? "" : "Images share less than " + gigabytes(LITTLE_HEAP)
			+ ". Raise the limit in Edit > Options > Memory & Threads and start Fiji again.";
	}

	/** NB: the limit of Java's memory bounds what a native library may take, too. */
	static String memory(final long bytes) {
		return bytes >= LITTLE_MEMORY ? "" : "Less than " + gigabytes(LITTLE_MEMORY)
			+ " is free for the network. Close images and other programs. If the computer has more, raise the limit in"
			+ " Edit > Options > Memory & Threads and start Fiji again; else train on smaller images.";
	}

	/** @param share speed as a share of what this processor should reach, 1 is as expected */
	static String speed(final double share) {
		return share >= MUCH_SLOWER ? "" : String.format(Locale.ROOT,
			"Training runs at %.0f %% of the expected speed. ", 100 * share)
			+ "Close other programs that compute and check again. If they must go on, start Fiji with the environment variable"
			+ " OMP_NUM_THREADS set to the number of processors that they leave free. Remove ONEDNN_MAX_CPU_ISA if it is set.";
	}

	/** Such as "3.4 GB". */
	static String gigabytes(final long bytes) {
		return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE);
	}
}
