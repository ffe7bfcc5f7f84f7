package io.github.mcdunet.forecast;

import static io.github.mcdunet.forecast.InstallationAdvice.gigabytes;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.Engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks at what decides whether the network runs and how fast: engine, processors, memory,
 * versions, and a test of one second.
 */
public final class InstallationCheck {

	/**
	 * What a training step costs in multiplications of {@link ProcessorSpeed}. Measured on one
	 * processor with AVX-512: 3.2e8 (3.8e8 with AVX2) on oneDNN, 1.2e9 in plain Java.
	 */
	private static final double NATIVE_COST = 3.5e8;
	private static final double PORTABLE_COST = 1.2e9;

	/** Of the speed test. */
	private static final double SECONDS = 1;

	/**
	 * One line of the check.
	 *
	 * @param item what was looked at, such as "Free memory"
	 * @param value what was found, such as "5.2 GB"
	 * @param advice what to do about it, in whole sentences; empty if all is well
	 */
	public record Item(String item, String value, String advice) {

		@Override
		public String toString() {
			return item + ": " + value + (advice.isEmpty() ? "" : ". " + advice);
		}
	}

	private final List<Item> items = new ArrayList<>();

	private InstallationCheck() {
	}

	/**
	 * Takes about a second, or a few where the network computes in Java.
	 *
	 * @return what was found, and what to do where something is off
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public static List<Item> run(final Progress progress) {
		final InstallationCheck check = new InstallationCheck();
		check.versions();
		check.computer();
		try {
			check.engine();
			progress.report("Measuring the speed", 0, 1);
			check.speed(progress);
		}
		catch (final McdUnetException e) {
			check.add("Engine", "none: the network cannot run", e.getMessage());
		}
		return List.copyOf(check.items);
	}

	private void versions() {
		add("MC Dropout U-Net",
			Optional.ofNullable(InstallationCheck.class.getPackage().getImplementationVersion())
				.orElse("built from source"),
			"");
		add("Java",
			System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
			"");
		add("Operating system", System.getProperty("os.name") + " "
			+ System.getProperty("os.version") + ", " + System.getProperty("os.arch"), "");
	}

	private void computer() {
		final int processors = Runtime.getRuntime().availableProcessors();
		add("Processors", String.valueOf(processors), InstallationAdvice.processors(processors));
		final long heap = Runtime.getRuntime().maxMemory();
		add("Memory limit of Java", gigabytes(heap), InstallationAdvice.heap(heap));
	}

	private void engine() {
		final EngineProvider engine = Engines.chosen();
		final Optional<String> library = engine.library();
		add("Engine", engine.name(),
			InstallationAdvice.engine(Engines.isSlowerThanNeeded(), Engines.notice().orElse("")));
		add("Native library", library.orElse("none"), "");
		add("Instruction set", engine.instructionSet(), "");
		if (library.isPresent()) threads();
		final long memory = Engines.availableMemory();
		add("Free memory for the network", gigabytes(memory), InstallationAdvice.memory(memory));
	}

	private void threads() {
		final int processors = Runtime.getRuntime().availableProcessors();
		final Optional<String> variable = variable("OMP_NUM_THREADS");
		final int threads = variable.filter(v -> v.matches("[1-9]\\d{0,5}")).map(Integer::valueOf)
			.orElse(processors);
		add("Threads", variable.map(v -> threads + " (OMP_NUM_THREADS=" + v + ")").orElse(
			threads + ", one per processor"), InstallationAdvice.threads(threads, processors));
		add("Waiting of threads", waiting(), "");
	}

	/** The engine asks for sleep on Linux alone, and only where nobody has set anything. */
	private static String waiting() {
		for (final String name : List.of("OMP_WAIT_POLICY", "GOMP_SPINCOUNT"))
			if (variable(name).isPresent()) return name + "=" + variable(name).get();
		return System.getProperty("os.name").equals("Linux") ? "asleep, as the plugin asks for"
			: "as the system has it (OMP_WAIT_POLICY is not set)";
	}

	private static Optional<String> variable(final String name) {
		return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isEmpty());
	}

	private void speed(final Progress progress) {
		final TrainingSpeed speed = new TrainingSpeed(
			Engines.chosen().library().isPresent() ? NATIVE_COST : PORTABLE_COST);
		speed.measure(SECONDS, progress);
		add("Processor speed", String.format(Locale.ROOT,
			"%.1f billion multiplications per second in Java", speed.multiplications() / 1e9), "");
		add("Training speed",
			String.format(Locale.ROOT, "%.0f steps per second, about %.0f expected",
				speed.perSecond(), speed.expected()),
			InstallationAdvice.speed(speed.perSecond() / speed.expected()));
	}

	private void add(final String item, final String value, final String advice) {
		items.add(new Item(item, value, advice));
	}
}
