package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import ij.ImageJ;
import io.github.mcdunet.network.ModelFile;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.BeforeClass;
import org.junit.Test;

/** Trains with the packaged plug-in in plain ImageJ on a screen, which may be a virtual one (xvfb-run), and ends it by its window. */
public class TrainingWindowIT {

	private static final Path TARGET = PackagedPlugin.jar().toPath().getParent();
	private static final Path PICTURES = TARGET.resolve("screenshots");
	private static final Path MODELS = TARGET.resolve("window-models");

	private static String output;
	private static int exit;

	@BeforeClass
	public static void playInAnotherMachine() throws IOException, InterruptedException {
		final boolean screen = System.getenv("DISPLAY") != null;
		assumeTrue("No DISPLAY", screen || System.getenv("CI") != null);
		assertTrue("CI must offer a DISPLAY, such as by xvfb-run", screen);
		final Path home = Files.createDirectories(TARGET.resolve("window-imagej"));
		PackagedPlugin.install(home.resolve("plugins"));
		if (Files.isDirectory(MODELS))
			for (final String old : MODELS.toFile().list())
				Files.delete(MODELS.resolve(old));
		final File log = home.resolve("output.txt").toFile();
		final Process process = new ProcessBuilder(Arrays.asList(Paths.get(System.getProperty("java.home"),
			"bin", "java").toString(), "-Xmx1g", "-Djava.util.prefs.userRoot=" + home, "-Duser.home=" + home,
			"-Dplugins.dir=" + home, "-cp", origin(ImageJ.class) + File.pathSeparator + origin(
				TrainingWindowDriver.class),
			TrainingWindowDriver.class.getName(), PICTURES.toString(),
			MODELS.toString())).redirectErrorStream(true).redirectOutput(log).start();
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
	public void stoppingWritesTheModel() {
		assertEquals("stopped by the user", ModelFile.read(MODELS.resolve("stopped.mcdunet.zip")).manifest()
			.get("result.end"));
		assertTrue(Files.exists(MODELS.resolve("stopped-history.csv")));
	}

	@Test
	public void cancelingWritesNothing() {
		assertEquals(0, MODELS.toFile().list((folder, name) -> name.startsWith("canceled")).length);
	}

	@Test
	public void trainingGoesOnWithoutItsWindow() {
		assertEquals("all epochs done", ModelFile.read(MODELS.resolve("background.mcdunet.zip")).manifest()
			.get("result.end"));
	}

	/** Two charts in their two colours, and previews in the colours of the maps. */
	@Test
	public void windowShowsCurvesAndPreview() throws IOException {
		final BufferedImage picture = ImageIO.read(PICTURES.resolve("training-window.png").toFile());
		for (final int color : new int[]{ 0x0072B2, 0xD55E00, 0xf0e442 })
			assertTrue(Integer.toHexString(color), count(picture, color) > 50);
	}

	private static int count(final BufferedImage picture, final int color) {
		int n = 0;
		for (final int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture
			.getWidth()))
			if ((rgb & 0xffffff) == color) n++;
		return n;
	}
}
