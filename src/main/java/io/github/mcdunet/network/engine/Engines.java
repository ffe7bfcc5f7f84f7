package io.github.mcdunet.network.engine;

import io.github.mcdunet.McdUnetException;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The engines on the class path, and the choice among them: the first that suits the processor,
 * unless the system property mcdunet.engine, or else a remembered choice, asks for another by its
 * id ("auto" asks for none).
 */
public final class Engines {

	/** The system property that asks for an engine by its id, and comes before any other choice. */
	public static final String PROPERTY = "mcdunet.engine";
	private static final String AUTO = "auto";

	// NB: the loader of this class, since ImageJ's plugins are unknown to a thread's context loader
	private static final List<EngineProvider> ALL = ServiceLoader
		.load(EngineProvider.class, Engines.class.getClassLoader()).stream()
		.map(ServiceLoader.Provider::get).collect(Collectors.toUnmodifiableList());

	private static final List<EngineSetting> SETTINGS = ServiceLoader
		.load(EngineSetting.class, Engines.class.getClassLoader()).stream()
		.map(ServiceLoader.Provider::get).collect(Collectors.toUnmodifiableList());

	private Engines() {
	}

	/** In the order of preference. */
	public static List<EngineProvider> all() {
		return ALL;
	}

	/**
	 * The one that computes here.
	 *
	 * @throws McdUnetException if the property asks for an unknown engine
	 */
	public static EngineProvider chosen() {
		return usable().orElseGet(() -> choose(property(), processor()));
	}

	/** What a person has chosen, unless the property says otherwise or it cannot be used here. */
	private static Optional<EngineProvider> usable() {
		return remembered().flatMap(id -> ALL.stream().filter(p -> p.id().equals(id)).findFirst())
			.filter(p -> fault(p).isEmpty());
	}

	private static Optional<String> remembered() {
		return System.getProperty(PROPERTY) != null ? Optional.empty() : SETTINGS.stream()
			.flatMap(s -> s.remembered().stream()).filter(id -> !id.equals(AUTO)).findFirst();
	}

	/** Why an engine cannot be used here, if it cannot. */
	private static Optional<String> fault(final EngineProvider provider) {
		try {
			provider.name();
			return Optional.empty();
		}
		catch (final McdUnetException e) {
			return Optional.of(e.getMessage());
		}
	}

	/**
	 * @param wanted an id or "auto"
	 * @param processor as the system property os.arch has it
	 * @throws McdUnetException if there is no engine of that id
	 */
	public static EngineProvider choose(final String wanted, final String processor) {
		return ALL.stream()
			.filter(p -> wanted.equals(AUTO) ? p.suits(processor) : p.id().equals(wanted))
			.findFirst().orElseThrow(() -> unknown(wanted));
	}

	private static McdUnetException unknown(final String wanted) {
		if (ALL.isEmpty())
			return new McdUnetException(
				"The plugin's file holds no engine to compute with. Install the plugin again.");
		final String ids = ALL.stream().map(EngineProvider::id).collect(Collectors.joining(", "));
		return new McdUnetException("The system property " + PROPERTY + " is '" + wanted
			+ "', but can only be " + AUTO + ", " + ids.replaceFirst(", (?!.*, )", " or ")
			+ ". Correct it where Fiji is started, or leave it out.");
	}

	private static String property() {
		return System.getProperty(PROPERTY, AUTO);
	}

	private static String processor() {
		return System.getProperty("os.arch");
	}

	/**
	 * A new engine for one graph.
	 *
	 * @throws McdUnetException if an engine is asked for that cannot be loaded or is unknown
	 */
	public static Engine create() {
		return chosen().create();
	}

	/**
	 * What a user should know about the choice: that a faster engine should be here, or the one
	 * chosen, but is not.
	 */
	public static Optional<String> notice() {
		if (!property().equals(AUTO)) return Optional.empty();
		final Optional<String> wanted = remembered();
		if (wanted.isEmpty())
			return preferred().flatMap(p -> p.notice(processor()).stream()).findFirst();
		return usable().isPresent() ? Optional.empty()
			: Optional.of("The engine '" + wanted.get() + "' that was chosen in " + menu()
				+ " cannot be used here. " + why(wanted.get()) + " Until then " + chosen().name()
				+ " computes; the results are the same.");
	}

	private static String why(final String id) {
		return ALL.stream().filter(p -> p.id().equals(id)).flatMap(p -> fault(p).stream())
			.findFirst().orElse("There is no engine of that name: choose another.");
	}

	private static String menu() {
		return SETTINGS.get(0).menu();
	}

	/** What to tell before a job begins: the notice, or else the engine if somebody chose it. */
	public static Optional<String> announcement() {
		final Optional<String> notice = notice();
		if (notice.isPresent()) return notice;
		if (usable().isPresent())
			return Optional
				.of("The network computes with " + chosen().name() + ", chosen in " + menu() + ".");
		return property().equals(AUTO) ? Optional.empty() : Optional.of("The network computes with "
			+ chosen().name() + ", as the system property " + PROPERTY + " asks.");
	}

	/** Whether an engine computes although a better one is there or should be. */
	public static boolean isSlowerThanNeeded() {
		return preferred().anyMatch(p -> p.suits(processor()) || p.notice(processor()).isPresent());
	}

	/** Those before the one whose arithmetic is used. */
	private static Stream<EngineProvider> preferred() {
		final EngineProvider chosen = chosen();
		return ALL.stream().takeWhile(p -> !p.id().equals(chosen.kernels()));
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
		return chosen().memory();
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
