package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Test;
import org.scijava.Context;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * In Fiji a command takes the place of the entry of the same path and label, so both must be the
 * same.
 */
public class PluginsConfigTest {

	private static final Pattern LINE = Pattern.compile("(\\S[^,]*), \"([^\"]+)\", "
		+ Pattern.quote(JavaGate.class.getName()) + "\\(\"([^\"]+)\"\\)");

	@Test
	public void everyCommandHasItsLineWithTheSameMenuPath() throws IOException {
		final Map<String, String> menus = new TreeMap<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : context.service(CommandService.class).getCommands())
				if (info.getClassName().startsWith("io.github.mcdunet.command."))
					menus.put(info.getClassName(), path(info.getMenuPath()));
		}
		assertTrue(menus.size() >= 7);
		assertEquals(menus, entries());
	}

	private static String path(final MenuPath menu) {
		final StringBuilder path = new StringBuilder();
		menu.forEach(entry -> path.append(path.length() == 0 ? "" : ">").append(entry.getName()));
		return path.toString();
	}

	private static Map<String, String> entries() throws IOException {
		final Map<String, String> entries = new TreeMap<>();
		for (final String line : Files.readAllLines(Paths.get("plugins.config"),
			StandardCharsets.UTF_8)) {
			if (line.startsWith("#") || line.isEmpty()) continue;
			final Matcher matcher = LINE.matcher(line);
			assertTrue(line, matcher.matches());
			entries.put(matcher.group(3), matcher.group(1) + ">" + matcher.group(2));
		}
		return entries;
	}
}
