package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.forecast.InstallationCheck;
import io.github.mcdunet.network.engine.Engines;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.bytedeco.javacpp.Loader;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A choice holds in later programs of the same person, who has a home folder here. */
public class ChooseEngineTest {

	@Rule
	public final TemporaryFolder home = new TemporaryFolder();

	private final List<String> options = new ArrayList<>();
	private String jars = System.getProperty("java.class.path");

	/** What another Java says, line by line. */
	private List<String> say(final String... words) throws Exception {
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Djava.awt.headless=true", "-Duser.home=" + home.getRoot(),
				"-Djava.util.prefs.userRoot=" + home.getRoot(),
				"-Dorg.bytedeco.javacpp.cachedir=" + Loader.getCacheDir()));
		command.addAll(options);
		command.addAll(List.of("-cp", jars, Person.class.getName()));
		command.addAll(List.of(words));
		final Process java = new ProcessBuilder(command).redirectError(home.newFile()).start();
		final List<String> said = new String(java.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("[INFO]")).toList();
		assertEquals(said.toString(), 0, java.waitFor());
		return said;
	}

	/** Chooses an engine, if one is given, and says which computes. */
	static final class Person {

		private Person() {
		}

		public static void main(final String[] engine) throws Exception {
			if (engine.length > 0) try (Commands commands = new Commands()) {
				commands.run(ChooseEngine.class, "engine", engine[0]);
			}
			System.out.println(Engines.chosen().id());
			System.out.println(Engines.announcement().orElse("nothing to say"));
			if (engine.length == 0)
				InstallationCheck.run(Progress.NONE).stream()
					.filter(item -> item.item().equals("Engine")).forEach(System.out::println);
			System.exit(0);
		}
	}

	@Test
	public void aChoiceIsRememberedAndNamed() throws Exception {
		say("nd4j");
		final List<String> said = say();
		assertEquals("nd4j", said.get(0));
		assertTrue(said.get(1), said.get(1).matches("The network computes with ND4J .* with "
			+ "oneDNN .*, chosen in Plugins > MC Dropout U-Net > Choose Engine\\.\\.\\.\\."));
		assertTrue(said.get(2), said.get(2).matches("Engine: ND4J \\S* with oneDNN [0-9.]+"));

		options.add("-Dmcdunet.engine=portable");
		assertEquals("the property comes first", "portable", say().get(0));
		options.clear();

		jars = Arrays.stream(jars.split(File.pathSeparator))
			.filter(jar -> !jar.matches(".*(nd4j|deeplearning4j|openblas).*\\.jar"))
			.collect(Collectors.joining(File.pathSeparator));
		final List<String> without = say();
		assertEquals(Engines.choose("auto", System.getProperty("os.arch")).id(), without.get(0));
		assertTrue(without.get(1),
			without.get(1).startsWith("The engine 'nd4j' that was chosen in ")
				&& without.get(1).contains("ND4J is not installed. It is not part")
				&& without.get(1).endsWith("computes; the results are the same."));
	}

	@Test
	public void autoForgetsTheChoice() throws Exception {
		say("portable");
		assertEquals("portable", say("portable").get(0));
		assertEquals(
			List.of(Engines.choose("auto", System.getProperty("os.arch")).id(), "nothing to say"),
			say("auto"));
	}

	@Test
	public void nonsenseInTheFileIsToldAndPassedOver() throws Exception {
		say("portable");
		try (var files = Files.walk(home.getRoot().toPath())) {
			final Path file = files.filter(f -> f.endsWith("MC_Dropout_UNet-engine.txt"))
				.findFirst().orElseThrow();
			Files.writeString(file, "gpu\n");
		}
		final List<String> said = say();
		assertEquals(Engines.choose("auto", System.getProperty("os.arch")).id(), said.get(0));
		assertTrue(said.get(1), said.get(1).contains("'gpu'")
			&& said.get(1).contains("no engine of that name: choose another."));
	}
}
