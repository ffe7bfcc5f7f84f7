package io.github.mcdunet.view.review;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.bridge.PackagedPlugin;
import io.github.mcdunet.bridge.PlainImageJ;
import io.github.mcdunet.bridge.ReviewWindowDriver;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Reviews a prediction with the packaged plug-in in plain ImageJ on a screen, which may be a
 * virtual one (xvfb-run).
 */
public class ReviewWindowIT {

	private static final Path TARGET = PackagedPlugin.jar().toPath().getParent();
	private static final Path PICTURES = TARGET.resolve("screenshots");

	private static PlainImageJ imagej;

	@BeforeClass
	public static void playInAnotherMachine() throws IOException, InterruptedException {
		PlainImageJ.needsScreen();
		final Path models = Files.createDirectories(TARGET.resolve("review-models"));
		for (final String old : models.toFile().list())
			Files.delete(models.resolve(old));
		imagej = new PlainImageJ(TARGET.resolve("review-imagej")).play(ReviewWindowDriver.class,
			Arrays.asList(PICTURES.toString(), models.toString()));
	}

	@Test
	public void everyButtonDoesItsWork() {
		assertEquals(imagej.output(), 0, imagej.exit());
		assertFalse(imagej.output(), imagej.output().contains("Exception"));
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
