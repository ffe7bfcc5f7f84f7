package io.github.mcdunet.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The macros that the README, the tutorial, the page on objects and those of docs/commands show.
 */
final class DocumentedMacros {

	private static final Pattern BLOCK = Pattern.compile("```ijm\\n(.*?)```", Pattern.DOTALL);

	private DocumentedMacros() {
	}

	/** @return macros by page and number, in order */
	static Map<String, String> read() throws IOException {
		final List<Path> pages;
		try (Stream<Path> files = Files.list(Paths.get("docs/commands"))) {
			pages = files.filter(f -> f.toString().endsWith(".md")).sorted()
				.collect(Collectors.toList());
		}
		pages.add(Paths.get("docs/tutorial.md"));
		pages.add(Paths.get("docs/objects.md"));
		pages.add(Paths.get("README.md"));
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final Path page : pages) {
			final Matcher blocks = BLOCK
				.matcher(new String(Files.readAllBytes(page), StandardCharsets.UTF_8));
			for (int n = 1; blocks.find(); n++)
				macros.put(page.getFileName() + " " + n, blocks.group(1));
		}
		return macros;
	}

	/**
	 * The same macro on fewer and smaller images, with one epoch, and with another folder for
	 * "/data/worms".
	 */
	static String small(final String macro, final Path folder) {
		return macro.replaceAll("\\bnumber=\\d+", "number=5")
			.replaceAll("\\bsize=[1-9]\\d*", "size=32").replaceAll("\\bepochs=\\d+", "epochs=1")
			.replaceAll("\\bsamples=\\d+", "samples=2")
			.replace("/data/worms", folder.toString().replace('\\', '/'));
	}
}
