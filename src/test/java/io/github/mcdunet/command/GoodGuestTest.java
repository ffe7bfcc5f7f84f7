package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A command leaves the program that it runs in as it was. */
public class GoodGuestTest {

	/** Shared threads of Java and JavaCPP that are made on first use, are daemons, and sleep. */
	private static final Set<String> SHARED = Set.of("ForkJoinPool.commonPool",
		"JavaCPP Deallocator", "Java2D Disposer", "AWT-Shutdown", "Cleaner-0",
		"Batik CleanerThread", "process reaper");

	/** At the end of a command line's run, and put back when the library is loaded. */
	private static final Map<String, String> ALLOWED = Map.of("CommandLineRun.java", "System.exit",
		"VersionWarning.java", "System.setErr");

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void noThreadIsLeft() throws Exception {
		final Set<Thread> before = Thread.getAllStackTraces().keySet();
		try (Commands commands = new Commands()) {
			trainAndPredict(commands);
		}
		final Set<String> left = new TreeSet<>();
		final long end = System.currentTimeMillis() + 60_000; // threads that have been told to end need a moment
		do {
			left.clear();
			for (final Thread t : Thread.getAllStackTraces().keySet())
				if (!before.contains(t) && t.isAlive()
					&& SHARED.stream().noneMatch(s -> t.getName().startsWith(s)))
					left.add(t.getName());
			Thread.sleep(50);
		} while (!left.isEmpty() && System.currentTimeMillis() < end);
		assertEquals(Set.of(), left);
	}

	@Test
	public void loggingAndUncaughtExceptionsStayOthersBusiness() throws Exception {
		final Logger root = LogManager.getLogManager().getLogger("");
		final Level level = root.getLevel();
		final List<Handler> handlers = Arrays.asList(root.getHandlers());
		final Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
		final PrintStream out = System.out, err = System.err;
		final ClassLoader loader = Thread.currentThread().getContextClassLoader();
		try (Commands commands = new Commands()) {
			trainAndPredict(commands);
		}
		assertEquals(level, root.getLevel());
		assertEquals(handlers, Arrays.asList(root.getHandlers()));
		assertSame(out, System.out);
		assertSame(err, System.err);
		assertSame(handler, Thread.getDefaultUncaughtExceptionHandler());
		assertSame(loader, Thread.currentThread().getContextClassLoader());
	}

	@Test
	public void nothingEndsTheProgramOrChangesItsSettings() throws IOException {
		final Set<String> wrong = new TreeSet<>();
		int sources = 0;
		try (Stream<Path> files = Files.walk(Paths.get("src/main/java"))) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java"))
				.collect(Collectors.toList())) {
				sources++;
				final String text = Files.readString(file);
				for (final String word : List.of("System.exit", "Runtime.getRuntime().halt",
					"System.setProperty", "setDefaultUncaughtExceptionHandler", "LogManager",
					"Locale.setDefault", "UIManager.setLookAndFeel", "System.setOut",
					"System.setErr", "printStackTrace"))
					if (text.contains(word)
						&& !word.equals(ALLOWED.get(file.getFileName().toString())))
						wrong.add(file + ": " + word);
			}
		}
		assertTrue(sources > 100);
		assertEquals(Set.of(), wrong);
	}

	private void trainAndPredict(final Commands commands) throws Exception {
		final TinyTraining tiny = new TinyTraining(commands);
		final File model = new File(folder.getRoot(), "w.mcdunet.zip");
		commands.run(Train.class, tiny.with(model));
		commands.run(Predict.class, "images", tiny.images, "modelFile", model, "samples", 2);
	}
}
