package io.github.mcdunet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

/** The house's one-way streets: which package may import which. */
public class ImportRulesTest {

	private static final String ROOT = "io.github.mcdunet";
	private static final Path SOURCES = Paths.get("src/main/java/io/github/mcdunet");
	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);",
		Pattern.MULTILINE);

	/**
	 * The floors of the house, from the ground up. A package imports from the floors below its own,
	 * and from its own floor only what {@link #circles} shows to be no circle.
	 */
	private static final List<Set<String>> FLOORS = List.of(Set.of(""), Set.of("io"),
		Set.of("dataset", "dataset/synthetic", "network/engine"), Set.of("augment", "nd4j"),
		Set.of("network", "network/file"),
		Set.of("training", "inference", "objects", "evaluation", "evaluation/trust",
			"evaluation/comparison", "evaluation/quality"),
		Set.of("forecast"), Set.of("workflow", "review", "exchange/dl4j"),
		Set.of("imagej", "imagej/file", "imagej/tiff", "imagej/result"), Set.of("folder"),
		Set.of("view", "view/chart", "view/figure", "view/training", "view/review"),
		Set.of("command", "command/dialog"), Set.of("bridge"));

	/** The packages that hold an engine, which nobody imports: they are found by this file. */
	private static final Set<String> ENGINES = engines(Paths
		.get("src/main/resources/META-INF/services/" + ROOT + ".network.engine.EngineProvider"));

	/** The side of the house that ImageJ may be seen from. */
	private static final Set<String> KNOW_IMAGEJ = Set.of("imagej", "folder", "view", "command",
		"bridge");

	/** What needs ND4J or DL4J, without which the rest must do: only these know each other. */
	private static final Set<String> KNOW_ND4J = Set.of("nd4j", "network/nd4j", "exchange/dl4j");

	private static Set<String> engines(final Path services) {
		try (Stream<String> providers = Files.lines(services)) {
			return providers.map(ImportRulesTest::target).collect(Collectors.toSet());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static int floor(final String name) {
		if (ENGINES.contains(name))
			return floor(name.equals("network/nd4j") ? "nd4j" : "network/engine");
		for (int i = 0; i < FLOORS.size(); i++)
			if (FLOORS.get(i).contains(name)) return i;
		throw new AssertionError("The package '" + name + "' has no floor");
	}

	/** "view/chart" is a room of "view". */
	private static String room(final String name) {
		return name.replaceAll("/.*", "");
	}

	@Test
	public void packagesImportOneWay() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : sources())
			for (final String name : imports(file)) {
				final String from = packageOf(file), room = room(from);
				if (name.startsWith(ROOT + ".") && floor(target(name)) > floor(from)
					|| name.startsWith("ij.") && !KNOW_IMAGEJ.contains(room)
					|| name.startsWith("org.bytedeco.") && !ENGINES.contains(from)
						&& !KNOW_ND4J.contains(from)
					|| (name.startsWith("org.nd4j.") || name.startsWith("org.deeplearning4j.")
						|| name.startsWith(ROOT + ".") && KNOW_ND4J.contains(target(name)))
						&& !KNOW_ND4J.contains(from)
					|| name.startsWith("org.scijava.")
						&& !Set.of("command", "bridge").contains(room)
					|| (name.startsWith("java.awt.") || name.startsWith("javax.swing."))
						&& !KNOW_IMAGEJ.contains(room))
					wrong.add(file + " imports " + name);
			}
		assertEquals(List.of(), wrong);
	}

	@Test
	public void nobodyKnowsAnEngine() throws IOException {
		assertTrue(ENGINES.toString(), ENGINES.size() > 1);
		for (final Path file : sources())
			for (final String name : imports(file))
				if (name.startsWith(ROOT + ".") && ENGINES.contains(target(name)))
					assertEquals(file + " imports " + name, target(name), packageOf(file));
	}

	/** Leaves away every package that imports nothing but what has been left away already. */
	@Test
	public void noPackagesImportEachOtherInACircle() throws IOException {
		final Map<String, Set<String>> circles = circles();
		assertEquals(Map.of(), circles);
	}

	private static Map<String, Set<String>> circles() throws IOException {
		final Map<String, Set<String>> left = new TreeMap<>();
		for (final Path file : sources()) {
			final Set<String> targets = left.computeIfAbsent(packageOf(file), p -> new TreeSet<>());
			for (final String name : imports(file))
				if (name.startsWith(ROOT + ".") && !target(name).equals(packageOf(file)))
					targets.add(target(name));
		}
		while (left.values().removeIf(Set::isEmpty))
			left.values().forEach(targets -> targets.removeIf(t -> !left.containsKey(t)));
		return left;
	}

	@Test
	public void packagesAreSmallEnoughToHoldInMind() throws IOException {
		final Map<String, Integer> sizes = new TreeMap<>();
		for (final Path file : sources())
			if (!file.endsWith("package-info.java")) sizes.merge(packageOf(file), 1, Integer::sum);
		sizes.forEach((name, size) -> assertTrue(name + " holds " + size + " classes", size <= 28));
		final double mean = sizes.values().stream().mapToInt(n -> n).average().getAsDouble();
		assertTrue(mean + " classes a package", mean <= 15);
	}

	@Test
	public void everyPackageSaysWhatItIs() throws IOException {
		for (final Path file : sources())
			assertTrue(file.getParent() + " has no package-info",
				Files.exists(file.resolveSibling("package-info.java")));
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			final List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).sorted()
				.collect(Collectors.toList());
			assertTrue(sources.size() > 50);
			return sources;
		}
	}

	private static String packageOf(final Path file) {
		return SOURCES.relativize(file.getParent()).toString();
	}

	private static List<String> imports(final Path file) throws IOException {
		final Matcher m = IMPORT
			.matcher(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
		final List<String> names = new ArrayList<>();
		while (m.find())
			names.add(m.group(1));
		return names;
	}

	/**
	 * "io.github.mcdunet.network.engine.Tensor" is in "network/engine",
	 * "io.github.mcdunet.Progress" in "".
	 */
	private static String target(final String name) {
		return Stream.of(name.substring(ROOT.length() + 1).split("\\."))
			.takeWhile(part -> Character.isLowerCase(part.charAt(0)))
			.collect(Collectors.joining("/"));
	}
}
