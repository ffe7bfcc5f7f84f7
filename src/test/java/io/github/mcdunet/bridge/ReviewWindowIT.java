package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import ij.ImageJ;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.BeforeClass;
import org.junit.Test;

/** Reviews a prediction with the packaged plug-in in plain ImageJ on a screen, which may be a virtual one (xvfb-run). */
public class ReviewWindowIT {

	private static final Path TARGET = PackagedPlugin.jar().toPath().getParent();
	private static final Path PICTURES = TARGET.resolve("screenshots");

	private static String output;
	private static int exit;

	@BeforeClass
	public static void playInAnotherMachine() throws IOException, InterruptedException {
		final boolean screen = System.getenv("DISPLAY") != null;
		assumeTrue("No DISPLAY", screen || System.getenv("CI") != null);
		assertTrue("CI must offer a DISPLAY, such as by xvfb-run", screen);
		final Path home = Files.createDirectories(TARGET.resolve("review-imagej"));
		PackagedPlugin.install(home.resolve("plugins"));
		final Path models = Files.createDirectories(TARGET.resolve("review-models"));
		for (final String old : models.toFile().list())
			Files.delete(models.resolve(old));
		final File log = home.resolve("output.txt").toFile();
		final Process process = new ProcessBuilder(Arrays.asList(Paths.get(System.getProperty("java.home"),
			"bin", "java").toString(), "-Xmx1g", "-Djava.util.prefs.userRoot=" + home, "-Duser.home=" + home,
			"-Dplugins.dir=" + home, "-cp", origin(ImageJ.class) + File.pathSeparator + origin(
				ReviewWindowDriver.class),
			ReviewWindowDriver.class.getName(), PICTURES.toString(), models
				.toString()))
			.redirectErrorStream(true).redirectOutput(log).start();
		if (!process.waitFor(4, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
		exit = process.exitValue();
		output = new String(Files.readAllBytes(log.toPath()), StandardCharsets.UTF_8);
	}

	private static File origin(final Class<?> type) {
		return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
	}

	@Test
	public void everyButtonDoesItsWork() {
		assertEquals(output, 0, exit);
		assertFalse(output, output.contains("Exception"));
	}

	@Test
	public void windowShowsTheList() throws IOException {
		final BufferedImage picture = ImageIO.read(PICTURES.resolve("review-window.png").toFile());
		final Set<Integer> colors = new HashSet<>();
		for (int y = 0; y < picture.getHeight(); y++)
			for (int x = 0; x < picture.getWidth(); x++)
				colors.add(picture.getRGB(x, y));
		assertTrue(colors.size() + " colours", colors.size() > 20);
	}
}
