package io.github.mcdunet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs every benchmark in a Java of its own, so that none sees another's memory or compiled code, and writes target/benchmarks.md.
 * Arguments: parts of the names of those to run; none for all.
 */
public final class Benchmarks {

	/** NB: threads that spin while they wait would measure one another. */
	private static final Map<String, String> TWO_THREADS = Map.of("OMP_WAIT_POLICY", "passive",
		"OMP_NUM_THREADS", "2");

	private final List<String> only;
	private final StringBuilder report = new StringBuilder();

	private Benchmarks(final String... only) {
		this.only = Arrays.asList(only);
	}

	public static void main(final String[] args) throws IOException, InterruptedException {
		new Benchmarks(args).run();
	}

	private void run() throws IOException, InterruptedException {
		part("network.EngineBenchmark", TWO_THREADS);
		part("network.ThreadsBenchmark", TWO_THREADS);
		part("network.StepsBenchmark", TWO_THREADS);
		part("network.LayerProfile", TWO_THREADS);
		part("workflow.MemoryBenchmark", TWO_THREADS);
		part("workflow.LargeImageBenchmark", TWO_THREADS);
		part("workflow.SoakBenchmark", TWO_THREADS, "-Xmx256m");
		final Path file = Paths.get("target", "benchmarks.md");
		Files.createDirectories(file.getParent());
		Files.write(file, report.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void part(final String name, final Map<String, String> environment)
		throws IOException, InterruptedException {
		part(name, environment, "-Xmx2g");
	}

	private void part(final String name, final Map<String, String> environment, final String heap)
		throws IOException, InterruptedException {
		if (!only.isEmpty() && only.stream().noneMatch(name::contains)) return;
		final String table = String.join("\n",
			java("io.github.mcdunet." + name, environment, List.of(heap))) + "\n\n";
		System.out.print(table);
		report.append(table);
	}

	/**
	 * Runs a class's main in a new Java with this one's class path.
	 *
	 * @param options to Java, and after a "--" arguments to the class
	 * @return what it printed
	 * @throws IOException if it ended with an error
	 */
	public static List<String> java(final String main, final Map<String, String> environment,
		final List<String> options) throws IOException, InterruptedException {
		final int split = options.contains("--") ? options.indexOf("--") : options.size();
		final List<String> command = new ArrayList<>(
			List.of(Paths.get(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(options.subList(0, split));
		command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main));
		command.addAll(options.subList(Math.min(options.size(), split + 1), options.size()));
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().putAll(environment);
		final Process process = builder.start();
		final List<String> lines = new ArrayList<>();
		try (BufferedReader out = new BufferedReader(
			new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = out.readLine(); line != null; line = out.readLine())
				lines.add(line);
		}
		if (process.waitFor() != 0) throw new IOException(main + " ended with " + process.exitValue());
		return lines;
	}

	/** A process's memory in MB as Linux reports it: "VmRSS" now, "VmHWM" its peak. */
	public static double memory(final String key) throws IOException {
		for (final String line : Files.readAllLines(Paths.get("/proc/self/status")))
			if (line.startsWith(key + ":")) return Double.parseDouble(line.replaceAll("\\D+", "")) / 1024;
		throw new IOException("No " + key);
	}

	public static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
