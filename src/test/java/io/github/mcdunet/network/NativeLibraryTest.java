package io.github.mcdunet.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Engines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.Test;

/**
 * What happens on a platform for which there is no native library: a JVM whose class path has none.
 */
public class NativeLibraryTest {

	private static final String SENTENCE = "The native library of the network (oneDNN) could not be loaded on this computer ("
		+ System.getProperty("os.name");

	/** Tries twice to use an engine, and prints what it is told. */
	public static void main(final String[] args) {
		Engines.notice().ifPresent(System.out::println);
		for (int i = 0; i < 2; i++)
			try (TrainingGraph graph = new TrainingGraph(Architecture.reference(1), 1, 16, 16)) {
				System.out.println("loss " + graph.forward(0, 0).loss());
			}
			catch (final McdUnetException e) {
				System.out.println(e.getMessage());
			}
	}

	private static String[] run(final String engine) throws IOException, InterruptedException {
		final String jars = Arrays
			.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(j -> !j.matches(".*-(linux|windows|macosx)-.*\\.jar"))
			.collect(Collectors.joining(File.pathSeparator));
		final Process java = new ProcessBuilder(
			Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
			"-Dmcdunet.engine=" + engine, "-cp", jars, NativeLibraryTest.class.getName())
			.redirectErrorStream(true).start();
		final String[] lines = new String(java.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8).trim().split("\\R");
		assertEquals(Arrays.toString(lines), 0, java.waitFor());
		return lines;
	}

	@Test
	public void whoAsksForAMissingLibraryGetsASentence() throws IOException, InterruptedException {
		final String[] lines = run("onednn");
		assertEquals(Arrays.toString(lines), 2, lines.length);
		for (final String line : lines)
			assertTrue(line, line.startsWith(SENTENCE) && line.contains("Update the plugin"));
	}

	@Test
	public void withoutTheLibraryTheNetworkComputesInJava()
		throws IOException, InterruptedException {
		final String[] lines = run("auto");
		final boolean expected = !System.getProperty("os.arch").equals("aarch64");
		assertEquals(Arrays.toString(lines), expected ? 3 : 2, lines.length);
		if (expected)
			assertTrue(lines[0],
				lines[0].startsWith(SENTENCE) && lines[0].endsWith("about four times as long."));
		// all weights are 0, so every pixel's probability is 1/2
		for (int i = lines.length - 2; i < lines.length; i++)
			assertEquals(Math.log(2), Double.parseDouble(lines[i].substring("loss ".length())),
				1e-6);
	}
}
