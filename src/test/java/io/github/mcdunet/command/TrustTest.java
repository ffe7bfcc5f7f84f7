package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.CommandModule;

public class TrustTest {

	@ClassRule
	public static final TemporaryFolder MODELS = new TemporaryFolder();

	private static Commands commands;
	private static TinyTraining tiny;
	private static File model;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@BeforeClass
	public static void train() throws Exception {
		commands = new Commands();
		tiny = new TinyTraining(commands);
		model = new File(MODELS.getRoot(), "w.zip");
		commands.run(Train.class, tiny.with(model));
	}

	@AfterClass
	public static void dispose() {
		commands.close();
	}

	/** Brier score and Dice from the maps of Predict, pixel by pixel. */
	@Test
	public void numbersAreThoseOfThePrediction() throws Exception {
		final ResultsTable calibration = (ResultsTable) run("samples", 3, "seed", 7L)
			.getOutput("calibration");
		final CommandModule predicted = commands.run(Predict.class, "images", tiny.images,
			"modelFile", model, "samples", 3, "seed", 7L);
		final ImagePlus p = (ImagePlus) predicted.getOutput("probability");
		assertEquals(6, calibration.size());
		assertEquals("All pixels", calibration.getStringValue("Image", 5));
		double all = 0;
		for (int i = 0; i < 5; i++) {
			double sum = 0, wrong = 0;
			for (int k = 0; k < 1024; k++) {
				final double said = p.getStack().getProcessor(i + 1).getf(k);
				final int is = tiny.masks.getStack().getProcessor(i + 1).get(k) != 0 ? 1 : 0;
				sum += Math.pow(said - is, 2);
				wrong += (said >= 0.5 ? 1 : 0) == is ? 0 : 1;
			}
			assertEquals(sum / 1024, calibration.getValue("Brier", i), 1e-7);
			assertEquals(wrong / 1024, calibration.getValue("Wrong share", i), 1e-12);
			all += sum;
		}
		assertEquals(all / 5 / 1024, calibration.getValue("Brier", 5), 1e-7);
	}

	@Test
	public void allIsWrittenBesideTheTable() throws Exception {
		final CommandModule module = run("samples", 9, "estimator", Choices.BY_AUGMENTATION,
			"csvFile", new File(folder.getRoot(), "trust.csv"));
		final String[] files = folder.getRoot().list();
		Arrays.sort(files);
		assertArrayEquals(
			new String[]{ "trust-checking.png", "trust-detection.csv", "trust-notes.txt",
				"trust-reliability.png", "trust-risk.png", "trust-summary.csv", "trust.csv" },
			files);
		assertEquals(1 + 6 * 4, read("trust-detection.csv").split("\n").length);
		assertTrue(read("trust-notes.txt").contains("expected calibration error"));
		assertEquals("Worms reliability", ((ImagePlus) module.getOutput("reliability")).getTitle());
		assertEquals(640, ((ImagePlus) module.getOutput("checking")).getWidth());
		assertEquals(560, ((ImagePlus) module.getOutput("risk")).getHeight());
		assertEquals(4, ((ResultsTable) module.getOutput("summary")).size());
	}

	/**
	 * A plain U-Net has no model uncertainty of its own, but disagrees with itself about turned
	 * images.
	 */
	@Test
	public void augmentationServesAPlainNetwork() throws Exception {
		final File plain = new File(folder.getRoot(), "plain.zip");
		commands.run(Train.class, tiny.with(plain, "network", Choices.PLAIN));
		final ResultsTable alone = (ResultsTable) run("modelFile", plain).getOutput("detection"),
			turned = (ResultsTable) run("modelFile", plain, "estimator", Choices.BY_AUGMENTATION)
				.getOutput("detection");
		assertEquals("Variance", alone.getStringValue("Score", 22));
		assertEquals("", alone.getStringValue("AURC", 22));
		assertFalse(turned.getStringValue("AURC", 22).isEmpty());
		assertEquals(alone.getStringValue("Image", 23), "All pixels");
	}

	@Test
	public void estimatorsStandSideBySide() throws Exception {
		final File other = new File(folder.getRoot(), "other.zip");
		commands.run(Train.class, tiny.with(other, "seed", 2L));
		final CommandModule module = run("samples", 2, "secondModel", other, "estimator",
			Choices.SIDE_BY_SIDE, "csvFile", new File(folder.getRoot(), "t.csv"));
		final ResultsTable table = (ResultsTable) module.getOutput("estimators");
		assertEquals(3, table.size());
		assertEquals("MC dropout", table.getStringValue("Estimator", 0));
		assertEquals("Test-time augmentation", table.getStringValue("Estimator", 1));
		assertEquals("Ensemble", table.getStringValue("Estimator", 2));
		final ResultsTable alone = (ResultsTable) run("samples", 2, "secondModel", other,
			"estimator", Choices.BY_ENSEMBLE).getOutput("calibration");
		assertEquals(alone.getValue("Brier", 5), table.getValue("Brier", 2), 0);
		assertEquals(4, read("t-estimators.csv").split("\n").length);
		assertEquals("without a second model there is no ensemble", 2,
			((ResultsTable) run("samples", 2, "estimator", Choices.SIDE_BY_SIDE)
				.getOutput("estimators")).size());
	}

	@Test
	public void mistakesAreNamedAndNothingIsWritten() throws Exception {
		assertReason("masks", new ImagePlus(), "No image is given for 'Mask stack'");
		assertReason("estimator", "Guessing", "must be one of");
		assertReason("estimator", Choices.BY_ENSEMBLE, "at least two models");
		assertReason("samples", 0, "1 to 8000, not 0");
		assertReason("modelFile", new File(folder.getRoot(), "no.zip"), "no.zip");
		assertReason("csvFile", new File(folder.getRoot(), "no/t.csv"), "does not exist");
		assertEquals(0, folder.getRoot().list().length);
	}

	private void assertReason(final String name, final Object value, final String part)
		throws Exception {
		final String reason = commands.reason(Trust.class, with(name, value));
		assertTrue(reason, reason.contains(part));
	}

	private CommandModule run(final Object... others) throws Exception {
		return commands.run(Trust.class, with(others));
	}

	private static Object[] with(final Object... others) {
		final Object[] base = { "images", tiny.images, "masks", tiny.masks, "modelFile", model };
		final Object[] all = Arrays.copyOf(base, base.length + others.length);
		System.arraycopy(others, 0, all, base.length, others.length);
		return all;
	}

	private String read(final String file) throws Exception {
		return new String(Files.readAllBytes(folder.getRoot().toPath().resolve(file)),
			StandardCharsets.UTF_8);
	}
}
