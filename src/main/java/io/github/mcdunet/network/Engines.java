package io.github.mcdunet.network;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.onednn.OneDnnEngine;
import io.github.mcdunet.network.portable.PortableEngine;

import java.util.Optional;
import java.util.Set;

/**
 * Chooses the engine: oneDNN where it has fast kernels for the processor and can be loaded, else
 * plain Java. The system property mcdunet.engine (auto, onednn or portable) decides otherwise.
 */
public final class Engines {

	private static final String PROPERTY = "mcdunet.engine";

	/** Processors for which oneDNN, as it is published, has its slow reference kernels only. */
	private static final Set<String> WITHOUT_KERNELS = Set.of("aarch64", "arm64");

	private Engines() {
	}

	/**
	 * The engine for one graph.
	 *
	 * @throws McdUnetException if oneDNN is asked for and cannot be loaded, or something unknown is
	 * asked for
	 */
	public static Engine create() {
		return create(wanted(), System.getProperty("os.arch"));
	}

	public static Engine create(final String wanted, final String processor) {
		switch (wanted) {
			case "onednn" :
				return new OneDnnEngine();
			case "portable" :
				return new PortableEngine();
			case "auto" :
				return !WITHOUT_KERNELS.contains(processor) && OneDnnEngine.isFast()
					? new OneDnnEngine() : new PortableEngine();
			default :
				throw new McdUnetException("The system property " + PROPERTY + " is '" + wanted
					+ "', but can only be auto, onednn or portable. Correct it where Fiji is started, or leave it out.");
		}
	}

	private static String wanted() {
		return System.getProperty(PROPERTY, "auto");
	}

	/**
	 * What a user should know about the choice: that oneDNN should be here, but is not, so that
	 * everything takes longer.
	 */
	public static Optional<String> notice() {
		if (!wanted().equals("auto") || WITHOUT_KERNELS.contains(System.getProperty("os.arch")))
			return Optional.empty();
		return OneDnnEngine.problem().map(p -> p.getMessage()
			+ " Until then the network computes in Java: the results are the same, but training and prediction take about four times as long.");
	}

	/** The engine in use, with its version, such as "oneDNN 3.11.0". */
	public static String name() {
		try (Engine engine = create()) {
			return engine.name();
		}
	}

	/** The file of the engine's native library, or empty if it needs none. */
	public static Optional<String> library() {
		try (Engine engine = create()) {
			return engine.library();
		}
	}

	/** The processor instructions that the engine computes with, such as "AVX512_CORE_VNNI". */
	public static String instructionSet() {
		try (Engine engine = create()) {
			return engine.instructionSet();
		}
	}

	/**
	 * How many threads the engine uses at most: as many as there are processors, or fewer by
	 * OMP_NUM_THREADS for oneDNN.
	 */
	public static int threads() {
		final String wanted = library().isPresent() ? System.getenv("OMP_NUM_THREADS") : null;
		return wanted != null && wanted.matches("[1-9]\\d{0,4}") ? Integer.parseInt(wanted)
			: Runtime.getRuntime().availableProcessors();
	}

	/** Whether plain Java computes although this processor has fast kernels in oneDNN. */
	public static boolean isSlowerThanNeeded() {
		return !WITHOUT_KERNELS.contains(System.getProperty("os.arch")) && library().isEmpty()
			&& (OneDnnEngine.isFast() || OneDnnEngine.problem().isPresent());
	}

	/**
	 * Native code has its own word for it where small things find no memory.
	 *
	 * @throws OutOfMemoryError if that is what this failure says
	 */
	public static void checkMemory(final Throwable failure) {
		if (!String.valueOf(failure.getMessage()).contains("bad_alloc")) return;
		final OutOfMemoryError error = new OutOfMemoryError(failure.getMessage());
		error.initCause(failure);
		throw error;
	}

	/** Bytes that a network can still take. */
	public static long availableMemory() {
		try (Engine engine = create()) {
			return engine.availableMemory();
		}
	}

	/**
	 * As {@link #availableMemory()}; if that is less than needed, Java clears up first, as it
	 * counts what nobody uses any more.
	 */
	public static long availableMemory(final double needed) {
		final long available = availableMemory();
		if (available >= needed) return available;
		System.gc();
		return availableMemory();
	}
}
