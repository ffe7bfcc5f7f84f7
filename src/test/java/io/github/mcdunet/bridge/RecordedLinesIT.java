package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Test;

/** What the recorder wrote while a person played is run again, as it stands. */
public class RecordedLinesIT {

	private static final Path HOME = PackagedPlugin.jar().toPath().resolveSibling("lines-imagej");

	@Test
	public void theRecordedMacroGivesTheSameImagesAndTables() throws Exception {
		PlainImageJ.needsScreen();
		final PlainImageJ imagej = new PlainImageJ(HOME).play(RecordedLinesDriver.class,
			List.of(HOME.toString()));
		assertEquals(imagej.output(), 0, imagej.exit());
		assertFalse(imagej.output(), imagej.output().contains("Exception"));
		final List<String> lines = Files.readAllLines(HOME.resolve("lines.ijm")),
			results = Files.readAllLines(HOME.resolve("results.txt"));
		assertEquals(lines.toString(), 8, lines.size());
		assertFalse(lines.toString(), lines.toString().contains("=[]"));
		assertTrue(results.toString(), results.containsAll(List.of("Worms truth", "Worms mask",
			"Worms probability", "Worms uncertainty", "Worms figure", "Worms reliability",
			"MC Dropout U-Net objects", "MC Dropout U-Net images", "MC Dropout U-Net scores",
			"MC Dropout U-Net trust", "pairs images", "pairs masks", "MC Dropout U-Net folder")));
	}
}
