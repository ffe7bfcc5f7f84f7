package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;

import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrainTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void writesModelHistoryAndSplit() throws Exception {
		try (Commands commands = new Commands()) {
			final File file = new File(folder.getRoot(), "w.mcdunet.zip");
			commands.run(Train.class, new TinyTraining(commands).with(file, "network", "U-Net",
				"normalization", "Percentiles 1 to 99.8", "sizing", "Crop", "testFraction", 0.2));
			final String[] names = folder.getRoot().list();
			Arrays.sort(names);
			assertArrayEquals(new String[]{ "w-history.csv", "w-split.csv", "w.mcdunet.zip" },
				names);
			final UNetModel model = ModelFile.read(file.toPath());
			assertEquals(0, model.architecture().dropoutRate(), 0);
			assertEquals(99.8, model.normalization().high(), 0);
			assertEquals("CROP", model.manifest().get("settings.sizing"));
			assertEquals("3", model.manifest().get("settings.seed"));
			assertEquals(2,
				Files.readAllLines(new File(folder.getRoot(), "w-history.csv").toPath()).size());
			final List<String> split = Files
				.readAllLines(new File(folder.getRoot(), "w-split.csv").toPath());
			assertEquals(6, split.size());
			assertEquals(1, split.stream().filter(line -> line.contains("test")).count());
		}
	}

	@Test
	public void goesOnFromAModel() throws Exception {
		try (Commands commands = new Commands()) {
			final File first = new File(folder.getRoot(), "1.zip"),
				second = new File(folder.getRoot(), "2.zip");
			final TinyTraining tiny = new TinyTraining(commands);
			commands.run(Train.class, tiny.with(first));
			commands.run(Train.class, tiny.with(second, "startModel", first));
			assertEquals("another model", ModelFile.read(second.toPath()).manifest().get("start"));
		}
	}

	@Test
	public void learnsFromAnOverlay() throws Exception {
		try (Commands commands = new Commands()) {
			final TinyTraining tiny = new TinyTraining(commands);
			final Overlay overlay = new Overlay();
			for (int i = 1; i <= 5; i++) {
				final Roi roi = new Roi(2, 3, 10, 12);
				roi.setPosition(0, 1, i);
				overlay.add(roi);
			}
			tiny.images.setOverlay(overlay);
			final File file = new File(folder.getRoot(), "o.zip");
			commands.run(Train.class, tiny.with(file, "truth", "Overlay", "masks", null));
			assertTrue(file.length() > 0);
		}
	}

	@Test
	public void mistakesAreNamedBeforeAnythingIsWritten() throws Exception {
		try (Commands commands = new Commands()) {
			final TinyTraining tiny = new TinyTraining(commands);
			final File file = new File(folder.getRoot(), "w.zip");
			assertReason("No image is given for 'Mask stack'", commands,
				tiny.with(file, "masks", null));
			assertReason("No image is given for 'Images'", commands,
				tiny.with(file, "images", new ImagePlus()));
			assertReason("'Network' must be one of [MC dropout U-Net, U-Net], not 'V-Net'",
				commands, tiny.with(file, "network", "V-Net"));
			assertReason("'Epochs (at most)' must be 1 to 100000, not 0", commands,
				tiny.with(file, "epochs", 0));
			assertReason("'Share for validation' must be 0.01 to 0.9, not NaN", commands,
				tiny.with(file, "validationFraction", Double.NaN));
			assertReason("does not exist", commands,
				tiny.with(new File(folder.getRoot(), "no/w.zip")));
			assertReason("'Model file to write' is missing", commands, tiny.with(new File("")));
			assertReason("\"" + new File(folder.getRoot(), "no.zip") + "\"", commands,
				tiny.with(file, "startModel", new File(folder.getRoot(), "no.zip")));
			final ImagePlus four = IJ.createImage("four", "8-bit white", 32, 32, 4);
			assertReason("5", commands, tiny.with(file, "masks", four));
			assertEquals(0, folder.getRoot().list().length);
		}
	}

	private static void assertReason(final String part, final Commands commands,
		final Object[] inputs) throws Exception {
		final String reason = commands.reason(Train.class, inputs);
		assertTrue(reason, reason.contains(part));
	}
}
