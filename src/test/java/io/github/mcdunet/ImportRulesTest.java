package io.github.mcdunet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

	private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();
	static {
		MAY_IMPORT.put("", Set.of());
		MAY_IMPORT.put("dataset", Set.of(""));
		MAY_IMPORT.put("augment", Set.of("", "dataset"));
		MAY_IMPORT.put("network",
			Set.of("", "dataset", "network/engine", "network/onednn", "network/portable"));
		MAY_IMPORT.put("training", Set.of("", "dataset", "augment", "network"));
		MAY_IMPORT.put("inference", Set.of("", "dataset"));
		MAY_IMPORT.put("objects", Set.of("", "dataset", "inference"));
		MAY_IMPORT.put("evaluation", Set.of("", "dataset", "inference", "objects"));
		MAY_IMPORT.put("imagej", Set.of("", "dataset", "inference", "objects", "evaluation"));
		MAY_IMPORT.put("workflow", Set.of("", "dataset", "augment", "network", "training",
			"inference", "objects", "evaluation"));
		MAY_IMPORT.put("view", Set.of("", "dataset", "inference", "objects", "evaluation", "imagej",
			"workflow", "training"));
		final Set<String> all = Set
			.copyOf(Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("command", "view"))
				.collect(Collectors.toSet()));
		MAY_IMPORT.put("command", all);
		MAY_IMPORT.put("bridge", all);
		MAY_IMPORT.put("network/engine", Set.of());
		MAY_IMPORT.put("network/onednn", Set.of("", "network/engine"));
		MAY_IMPORT.put("network/portable", Set.of("network/engine"));
	}

	@Test
	public void packagesImportOneWay() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : sources()) for (final String name : imports(file)) {
			final String from = packageOf(file);
			if (name.startsWith(ROOT + ".")) {
				final String to = target(name);
				if (!to.equals(from) && !MAY_IMPORT.get(from).contains(to))
					wrong.add(file + " imports " + name);
			}
			if (name.startsWith("ij.")
				&& !Set.of("imagej", "view", "command", "bridge").contains(from))
				wrong.add(file + " imports " + name);
			if (name.startsWith("org.bytedeco.") && !from.equals("network/onednn"))
				wrong.add(file + " imports " + name);
			if (name.startsWith("org.scijava.") && !Set.of("command", "bridge").contains(from))
				wrong.add(file + " imports " + name);
			if ((name.startsWith("java.awt.") || name.startsWith("javax.swing."))
				&& !Set.of("imagej", "view", "command", "bridge").contains(from))
				wrong.add(file + " imports " + name);
		}
		assertEquals(List.of(), wrong);
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
