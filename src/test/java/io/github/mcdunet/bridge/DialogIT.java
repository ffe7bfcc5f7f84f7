package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Opens the packaged plug-in's dialogs in plain ImageJ on a screen, which may be a virtual one
 * (xvfb-run).
 */
public class DialogIT {

	private static final List<String> COMMANDS = Arrays.asList("Open Sample Worms...",
		"Import Training Folder...", "Train U-Net...", "Resume Training...",
		"Predict with U-Net...", "Predict Folder...", "Review Uncertain Objects...",
		"Evaluate U-Net...", "Compare Models...", "Make Figure...", "Trust Report...");
	private static final Path TARGET = PackagedPlugin.jar().toPath().getParent();
	private static final Path PICTURES = TARGET.resolve("screenshots");
	private static final Path RECORDED = TARGET.resolve("recorded.ijm");

	private static PlainImageJ imagej;

	@BeforeClass
	public static void playInAnotherMachine() throws IOException, InterruptedException {
		PlainImageJ.needsScreen();
		Files.deleteIfExists(RECORDED);
		final List<String> arguments = new ArrayList<>(
			Arrays.asList(PICTURES.toString(), RECORDED.toString()));
		arguments.addAll(COMMANDS);
		imagej = new PlainImageJ(TARGET.resolve("plain-imagej")).play(DialogDriver.class,
			arguments);
	}

	@Test
	public void everyDialogOpensAndCloses() {
		assertEquals(imagej.output(), 0, imagej.exit());
		assertFalse(imagej.output(), imagej.output().contains("Exception"));
	}

	@Test
	public void everyDialogShowsSomething() throws IOException {
		for (final String command : COMMANDS) {
			final String name = command.replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "")
				.toLowerCase() + ".png";
			final BufferedImage picture = ImageIO.read(PICTURES.resolve(name).toFile());
			final Set<Integer> colors = new HashSet<>();
			for (int y = 0; y < picture.getHeight(); y++)
				for (int x = 0; x < picture.getWidth(); x++)
					colors.add(picture.getRGB(x, y));
			assertTrue(name + " has " + colors.size() + " colours", colors.size() > 5);
		}
	}

	@Test
	public void everyKeyIsRecorded() throws IOException {
		final String recorded = new String(Files.readAllBytes(RECORDED), StandardCharsets.UTF_8);
		assertTrue(recorded, recorded
			.contains("run(\"Open Sample Worms...\", \"number=40 size=128 seed=1 scene=Worms\");"));
	}

	/**
	 * Two dialogs, one line: what was typed, and the defaults of what was not. The driver has run
	 * it again.
	 */
	@Test
	public void bothDialogsOfTheTrainingMakeOneLine() throws IOException {
		final String line = new String(Files.readAllBytes(TARGET.resolve("plain-imagej/train.ijm")),
			StandardCharsets.UTF_8);
		final String model = TARGET.resolve("plain-imagej/dialog.mcdunet.zip").toString();
		assertTrue(line, line.contains(
			"images=Worms truth=[Mask stack] masks=[Worms truth] marks=Complete objects=[Connected regions] modelfile="));
		assertTrue(line, line.contains(model));
		assertTrue(line,
			line.contains("network=[MC dropout U-Net] epochs=1 advanced=true batchsize=0 "
				+ "weights=Equal learningrate=0.005 schedule=Cosine patience=40 trainingsize=0 sizing=Resize "
				+ "normalization=[Percentiles 1 to 99.8] validationfraction=0.2 testfraction=0.0 seed=1 basefilters=8 depth=4 "
				+ "dropoutrate=0.5 momentum=0.8 augment=true showwindow=true\");"));
	}

	/** Fiji and the bridge both show outputs: none may be missing, none be there twice. */
	@Test
	public void everyResultIsOpenOnce() throws IOException {
		final List<String> titles = Files.readAllLines(TARGET.resolve("plain-imagej/titles.txt"));
		for (final String title : Arrays.asList("Worms", "Worms truth", "Worms uncertainty",
			"Worms probability", "Worms mask", "MC Dropout U-Net objects",
			"MC Dropout U-Net scores"))
			assertEquals(titles + ": " + title, 1, Collections.frequency(titles, title));
	}
}
