package io.github.mcdunet.bridge;

import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import ij.ImageJ;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged plug-in in a plain ImageJ of its own folder, played by a driver in another Java, on
 * a screen.
 */
public final class PlainImageJ {

	private static final int MINUTES = 15;

	private final Path home;
	private int exit;
	private String output;

	/** @param home folder for ImageJ's settings and plugins; made anew where it is missing */
	public PlainImageJ(final Path home) throws IOException {
		this.home = Files.createDirectories(home);
		PackagedPlugin.install(home.resolve("plugins"));
	}

	/** Tests of windows are skipped on a machine without a screen, but never in CI. */
	public static void needsScreen() {
		final boolean screen = System.getenv("DISPLAY") != null;
		assumeTrue("No DISPLAY", screen || System.getenv("CI") != null);
		assertTrue("CI must offer a DISPLAY, such as by xvfb-run", screen);
	}

	/** Runs the main of a driver to its end, or for a quarter of an hour. */
	public PlainImageJ play(final Class<?> driver, final List<String> arguments)
		throws IOException, InterruptedException {
		final List<String> line = new ArrayList<>(Arrays.asList(
			Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
			"-Djava.util.prefs.userRoot=" + home, "-Duser.home=" + home, "-Dplugins.dir=" + home,
			"-cp", origin(ImageJ.class) + File.pathSeparator + origin(driver), driver.getName()));
		line.addAll(arguments);
		final File log = home.resolve("output.txt").toFile();
		final Process process = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(log).start();
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
		exit = process.exitValue();
		output = new String(Files.readAllBytes(log.toPath()), StandardCharsets.UTF_8);
		return this;
	}

	private static File origin(final Class<?> type) {
		return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
	}

	/** 0 if the driver was content. */
	public int exit() {
		return exit;
	}

	/** What the driver, ImageJ and the plug-in wrote to the console. */
	public String output() {
		return output;
	}
}
