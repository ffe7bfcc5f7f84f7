package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

public class ManualPagesTest {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

	/** A page for every command, and a command for every page. */
	@Test
	public void everyCommandHasItsPage() throws IOException {
		final Set<String> said = new TreeSet<>(), there;
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : context.service(CommandService.class).getCommands())
				if (info.getClassName().startsWith("io.github.mcdunet.command.")) {
					said.add(info.get(ManualPages.PAGE) + ".md");
					assertTrue(ManualPages.address(info)
						.endsWith("/docs/commands/" + info.get(ManualPages.PAGE) + ".md"));
				}
		}
		try (Stream<Path> files = Files.list(Paths.get("docs/commands"))) {
			there = files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
		assertEquals(there, said);
	}

	@Test
	public void everyLinkOfTheDocumentationLeadsSomewhere() throws IOException {
		final Set<String> broken = new TreeSet<>();
		int links = 0;
		try (Stream<Path> docs = Files.walk(Paths.get("docs"))) {
			for (final Path page : Stream.concat(docs, Stream.of("README.md", "SECURITY.md", "CHANGELOG.md",
				"update-site/README.md").map(Paths::get)).filter(f -> f.toString().endsWith(".md"))
				.collect(Collectors
					.toList())) {
				final Matcher m = LINK.matcher(Files.readString(page));
				for (; m.find(); links++)
					if (!Files.exists(page.toAbsolutePath().getParent().resolve(m.group(1))))
						broken.add(page + ": " + m.group(1));
			}
		}
		assertTrue("found " + links, links > 40);
		assertEquals(Set.of(), broken);
	}
}
