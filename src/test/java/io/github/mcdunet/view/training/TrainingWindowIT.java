package io.github.mcdunet.view.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.bridge.PackagedPlugin;
import io.github.mcdunet.bridge.PlainImageJ;
import io.github.mcdunet.bridge.TrainingWindowDriver;
import io.github.mcdunet.network.file.ModelFile;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Trains with the packaged plug-in in plain ImageJ on a screen, which may be a virtual one
 * (xvfb-run), and ends it by its window.
 */
public class TrainingWindowIT {

	private static final Path TARGET = PackagedPlugin.jar().toPath().getParent();
	private static final Path PICTURES = TARGET.resolve("screenshots");
	private static final Path MODELS = TARGET.resolve("window-models");

	private static PlainImageJ imagej;

	@BeforeClass
	public static void playInAnotherMachine() throws IOException, InterruptedException {
		PlainImageJ.needsScreen();
		if (Files.isDirectory(MODELS)) for (final String old : MODELS.toFile().list())
			Files.delete(MODELS.resolve(old));
		imagej = new PlainImageJ(TARGET.resolve("window-imagej")).play(TrainingWindowDriver.class,
			Arrays.asList(PICTURES.toString(), MODELS.toString()));
	}

	@Test
	public void everyButtonDoesItsWork() {
		assertEquals(imagej.output(), 0, imagej.exit());
		assertFalse(imagej.output(), imagej.output().contains("Exception"));
	}

	@Test
	public void stoppingWritesTheModel() {
		assertEquals("stopped by the user",
			ModelFile.read(MODELS.resolve("stopped.mcdunet.zip")).manifest().get("result.end"));
		assertTrue(Files.exists(MODELS.resolve("stopped-history.csv")));
	}

	@Test
	public void cancelingWritesNothing() {
		assertEquals(0, MODELS.toFile().list((folder, name) -> name.startsWith("canceled")).length);
	}

	@Test
	public void trainingGoesOnWithoutItsWindow() {
		assertEquals("all epochs done",
			ModelFile.read(MODELS.resolve("background.mcdunet.zip")).manifest().get("result.end"));
	}

	/** Two charts in their two colours, and previews in the colours of the maps. */
	@Test
	public void windowShowsCurvesAndPreview() throws IOException {
		final BufferedImage picture = ImageIO
			.read(PICTURES.resolve("training-window.png").toFile());
		for (final int color : new int[]{ 0x0072B2, 0xD55E00, 0xf0e442 })
			assertTrue(Integer.toHexString(color), count(picture, color) > 50);
	}

	private static int count(final BufferedImage picture, final int color) {
		int n = 0;
		for (final int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0,
			picture.getWidth()))
			if ((rgb & 0xffffff) == color) n++;
		return n;
	}
}
