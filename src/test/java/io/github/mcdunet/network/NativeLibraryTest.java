package io.github.mcdunet.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Engines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What happens on a platform for which there is no native library: a JVM whose class path has none.
 */
public class NativeLibraryTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

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
		return run("-Dmcdunet.engine=" + engine, "-cp", withoutNatives());
	}

	private static String withoutNatives() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(j -> !j.matches(".*-(linux|windows|macosx)-.*\\.jar"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String[] run(final String... options) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(
			List.of(Paths.get(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(List.of(options));
		command.add(NativeLibraryTest.class.getName());
		final Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
		// NB: without what later Javas say of native access, and JavaCPP of its versions
		final String[] lines = new String(java.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8).lines()
			.filter(line -> !line.isBlank() && !line.matches("WARNING: .*|Warning: Versions of .*"))
			.toArray(String[]::new);
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

	/** The home folder and the temporary one are files, so that nobody can write into them. */
	@Test
	public void aCacheThatCannotBeWrittenGetsItsOwnAdvice() throws Exception {
		final String file = folder.newFile().getPath();
		final String[] lines = run("-Dmcdunet.engine=auto", "-Duser.home=" + file,
			"-Djava.io.tmpdir=" + file, "-cp", System.getProperty("java.class.path"));
		assertEquals(Arrays.toString(lines), 3, lines.length);
		assertTrue(lines[0], lines[0].startsWith(SENTENCE)
			&& lines[0].contains("into the folder .javacpp in your home folder, but nothing can be "
				+ "written there. Allow that, or start Fiji with -Dorg.bytedeco.javacpp.cachedir=")
			&& !lines[0].contains("Update"));
	}

	/** A library that was torn as it was unpacked. */
	@Test
	public void aTornLibraryGetsItsOwnAdvice() throws Exception {
		final Path cache = folder.newFolder().toPath();
		final String option = "-Dorg.bytedeco.javacpp.cachedir=" + cache;
		final String jars = System.getProperty("java.class.path");
		assertEquals(2, run("-Dmcdunet.engine=onednn", option, "-cp", jars).length);
		try (Stream<Path> files = Files.walk(cache)) {
			for (final Path file : files.filter(f -> f.toString().contains("jnidnnl")).toList())
				if (Files.isRegularFile(file)) {
					final FileTime time = Files.getLastModifiedTime(file);
					Files.write(file, new byte[(int) Files.size(file)]);
					Files.setLastModifiedTime(file, time);
				}
		}
		// NB: Java has its own warnings of such a file
		final String[] lines = run("-Dmcdunet.engine=auto", option, "-cp", jars);
		assertTrue(Arrays.toString(lines),
			Arrays.stream(lines).anyMatch(line -> line.startsWith(SENTENCE) && line.contains(
				"It was unpacked into '" + cache + "', perhaps not whole: delete that folder")));
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
