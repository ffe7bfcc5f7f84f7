package io.github.mcdunet.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.Test;

/** What happens on a platform for which there is no native library: a JVM whose class path has none. */
public class NativeLibraryTest {

	/** Tries twice to use the engine, and prints what it is told. */
	public static void main(final String[] args) {
		for (int i = 0; i < 2; i++)
			try (TrainingGraph graph = new TrainingGraph(Architecture.reference(1), 1, 16, 16)) {
				System.out.println("works");
			}
			catch (final McdUnetException e) {
				System.out.println(e.getMessage());
			}
	}

	@Test
	public void aMissingLibraryGetsASentence() throws IOException, InterruptedException {
		final String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(j -> !j.matches(
				".*-(linux|windows|macosx)-.*\\.jar"))
			.collect(Collectors.joining(File.pathSeparator));
		final Process java = new ProcessBuilder(
			Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-cp", jars,
			NativeLibraryTest.class.getName()).redirectErrorStream(true).start();
		final String[] lines = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim()
			.split("\\R");
		assertEquals(0, java.waitFor());
		assertEquals(Arrays.toString(lines), 2, lines.length);
		for (final String line : lines)
			assertTrue(line,
				line.startsWith(
					"The native library of the network (oneDNN) could not be loaded on this computer (" +
						System.getProperty("os.name"))
					&& line.contains("Update the plugin"));
	}
}
