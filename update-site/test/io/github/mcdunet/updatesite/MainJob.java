package io.github.mcdunet.updatesite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SampleJob on nine small images, in a new Java with little memory that knows the given jars only.
 */
final class MainJob {

	private final List<Path> classPath;
	private final Path out;

	/** @param out an empty folder for the results */
	MainJob(final List<Path> classPath, final Path out) {
		this.classPath = classPath;
		this.out = out;
	}

	/** @return the engine that has computed, oneDNN or Java */
	String run() throws IOException, InterruptedException {
		return run(UnaryOperator.identity());
	}

	/** @param wrapping what to make of the command line */
	String run(final UnaryOperator<List<String>> wrapping)
		throws IOException, InterruptedException {
		final Path log = out.resolve("log.txt");
		final ProcessBuilder builder = new ProcessBuilder(wrapping.apply(command()))
			.redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("OMP_WAIT_POLICY", "passive");
		final Process process = builder.start();
		if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
		final String said = Files.readString(log, StandardCharsets.UTF_8);
		assertEquals(said, 0, process.exitValue());
		assertTrue(said, said.contains("Test images: median Dice"));
		assertTrue(Files.size(out.resolve("worms.mcdunet.zip")) > 10_000);
		assertTrue(Files.size(out.resolve("uncertainty.tif")) > 48 * 48);
		return unpacked() ? "oneDNN" : "Java";
	}

	private List<String> command() {
		return new ArrayList<>(
			List.of(Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-Djava.awt.headless=true",
				"-Dorg.bytedeco.javacpp.cachedir=" + out.resolve("cache"), "-cp",
				classPath.stream().map(Path::toString)
					.collect(Collectors.joining(File.pathSeparator)),
				"io.github.mcdunet.command.SampleJob", out.toString(), "9", "48", "2"));
	}

	/** Whether JavaCPP has unpacked oneDNN, as it does when it loads it. */
	private boolean unpacked() throws IOException {
		final Path cache = out.resolve("cache");
		if (!Files.exists(cache)) return false;
		try (Stream<Path> files = Files.walk(cache)) {
			return files.anyMatch(f -> f.getFileName().toString().contains("dnnl.so"));
		}
	}
}
