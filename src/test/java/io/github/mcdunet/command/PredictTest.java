package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;

import io.github.mcdunet.imagej.result.PredictedImages;

import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.CommandModule;

public class PredictTest {

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

	@Test
	public void oneHyperstackHasAllMaps() throws Exception {
		final CommandModule module = commands.run(Predict.class, "images", tiny.images, "modelFile",
			model, "samples", 2, "variance", true, "results", Choices.HYPERSTACK);
		final ImagePlus all = (ImagePlus) module.getOutput("hyperstack");
		assertEquals("Worms prediction", all.getTitle());
		assertArrayEquals("probability, uncertainty, variance, mask", new int[]{ 32, 32, 4, 1, 5 },
			all.getDimensions());
		assertEquals(null, module.getOutput("mask"));
		final ImagePlus alone = (ImagePlus) commands
			.run(Predict.class, "images", tiny.images, "modelFile", model, "samples", 2)
			.getOutput("uncertainty");
		assertArrayEquals((float[]) alone.getStack().getPixels(3),
			(float[]) all.getStack().getPixels(all.getStackIndex(2, 1, 3)), 0);
	}

	/** A dropped frame and one with a NaN pixel do not take the others' results away. */
	@Test
	public void aBlackFrameAndOneWithNaNLeaveTheOthersTheirResults() throws Exception {
		final float[][] whole = predict(tiny.images);
		final ImagePlus damaged = tiny.images.duplicate();
		final ImageStack floats = new ImageStack(damaged.getWidth(), damaged.getHeight());
		for (int i = 1; i <= damaged.getStackSize(); i++)
			floats.addSlice(damaged.getStack().getSliceLabel(i),
				damaged.getStack().getProcessor(i).convertToFloat());
		final int channels = damaged.getNChannels();
		damaged.setStack(floats, channels, damaged.getNSlices(), damaged.getNFrames());
		for (int c = 1; c <= channels; c++) {
			damaged.getStack().getProcessor(damaged.getStackIndex(c, 1, 2)).set(0);
			damaged.getStack().getProcessor(damaged.getStackIndex(c, 1, 4)).setf(7, Float.NaN);
		}
		final float[][] rest = predict(damaged);
		for (int i = 0; i < 5; i++)
			assertArrayEquals("frame " + (i + 1), i == 1 || i == 3 ? new float[1024] : whole[i],
				rest[i], 0);
	}

	private static float[][] predict(final ImagePlus images) throws Exception {
		final CommandModule module = commands.run(Predict.class, "images", images, "modelFile",
			model, "samples", 2);
		final ImagePlus probability = (ImagePlus) module.getOutput("probability");
		final ResultsTable table = (ResultsTable) module.getOutput("imageTable");
		final float[][] maps = new float[5][];
		for (int i = 0; i < 5; i++) {
			maps[i] = (float[]) probability.getStack().getPixels(i + 1);
			final String unlike = table.getStringValue("Unlike the training images", i);
			if (maps[i][0] == 0)
				assertTrue(unlike, unlike.contains(i == 1 ? "same value" : "not a number"));
		}
		return maps;
	}

	@Test
	public void atThresholdZeroEachImageIsOneObject() throws Exception {
		final File table = new File(folder.getRoot(), "objects.csv"),
			rois = new File(folder.getRoot(), "rois.zip");
		final CommandModule module = commands.run(Predict.class, "images", tiny.images, "modelFile",
			model, "samples", 2, "threshold", 0.0, "csvFile", table, "roiFile", rois);
		final ImagePlus mask = (ImagePlus) module.getOutput("mask");
		assertEquals("Worms mask", mask.getTitle());
		assertArrayEquals(new int[]{ 32, 32, 1, 1, 5 }, mask.getDimensions());
		for (int i = 1; i <= 5; i++)
			for (int k = 0; k < 1024; k++)
				assertEquals(255, mask.getStack().getProcessor(i).get(k));
		final ResultsTable objects = (ResultsTable) module.getOutput("objects");
		assertEquals(5, objects.size());
		assertEquals(1024, objects.getValue("Pixels", 4), 0);
		assertEquals("all samples agree", 1, objects.getValue("Confidence", 4), 0);
		assertEquals(1, objects.getValue("Exists", 4), 0);
		assertEquals("1.00 0005-0001", objects.getStringValue("ROI", 4));
		final ResultsTable perImage = (ResultsTable) module.getOutput("imageTable");
		assertEquals(5, perImage.size());
		assertEquals(1, perImage.getValue("Objects", 2), 0);
		assertEquals(1024, perImage.getValue("Total area", 2), 0);
		assertEquals(1, perImage.getValue("Agreement", 2), 0);
		assertEquals(6, Files.readAllLines(table.toPath()).size());
		assertTrue(rois.length() > 0);
		assertEquals(2, folder.getRoot().list().length);
	}

	@Test
	public void maskIsWhereTheProbabilityReachesTheThreshold() throws Exception {
		final CommandModule module = commands.run(Predict.class, "images", tiny.images, "modelFile",
			model, "samples", 3, "threshold", 0.3, "mutualInformation", true, "entropyParts", true);
		final ImagePlus probability = (ImagePlus) module.getOutput("probability");
		final ImagePlus mask = (ImagePlus) module.getOutput("mask");
		final ImagePlus uncertainty = (ImagePlus) module.getOutput("uncertainty");
		for (int k = 0; k < 1024; k++) {
			final double p = probability.getStack().getProcessor(3).getf(k);
			assertEquals(p >= 0.3 ? 255 : 0, mask.getStack().getProcessor(3).get(k));
			assertEquals(-p * Math.log(p) - (1 - p) * Math.log(1 - p),
				uncertainty.getStack().getProcessor(3).getf(k), 1e-5);
		}
		assertNotNull(module.getOutput("mutualInformationMap"));
		assertNotNull(module.getOutput("foregroundEntropyMap"));
		assertNotNull(module.getOutput("backgroundEntropyMap"));
		assertNull(module.getOutput("varianceMap"));
	}

	@Test
	public void withoutObjectsTablesHaveHeadingsAndNoRows() throws Exception {
		final String[] headings = new String[2];
		for (final boolean confidence : new boolean[]{ false, true }) {
			final File all = new File(folder.getRoot(), "all.csv"),
				none = new File(folder.getRoot(), "none.csv");
			commands.run(Predict.class, "images", tiny.images, "modelFile", model, "samples", 2,
				"threshold", 0.0, "confidence", confidence, "csvFile", all);
			final CommandModule module = commands.run(Predict.class, "images", tiny.images,
				"modelFile", model, "samples", 2, "threshold", 1.0, "confidence", confidence,
				"csvFile", none);
			headings[confidence ? 1 : 0] = Files.readAllLines(all.toPath()).get(0);
			assertEquals(List.of(Files.readAllLines(all.toPath()).get(0)),
				Files.readAllLines(none.toPath()));
			final ResultsTable objects = (ResultsTable) module.getOutput("objects");
			assertEquals(0, objects.size());
			assertEquals(headings[confidence ? 1 : 0], String.join(",", objects.getHeadings()));
		}
		assertEquals("Image,Slice,Object,Area,Pixels,X,Y,Mean probability,Mean uncertainty,ROI",
			headings[0]);
		assertTrue(headings[1].contains("Mean Channel 2 high"));
	}

	@Test
	public void titlesThatEndLikeAnExtensionStayWhole() throws Exception {
		final List<ImagePlus> open = new ArrayList<>();
		for (final String title : List.of("mouse.day1", "mouse.day2")) {
			final ImagePlus images = tiny.images.duplicate();
			images.setTitle(title);
			for (int i = 1; i <= images.getStackSize(); i++)
				images.getStack().setSliceLabel(null, i);
			final CommandModule module = commands.run(Predict.class, "images", images, "modelFile",
				model, "samples", 2, "threshold", 0.0);
			open.add(images);
			for (final String kind : List.of("mask", "probability", "uncertainty")) {
				open.add((ImagePlus) module.getOutput(kind));
				assertEquals(title + " " + kind, open.get(open.size() - 1).getTitle());
			}
			for (final String table : List.of("objects", "imageTable"))
				assertEquals(title,
					((ResultsTable) module.getOutput(table)).getStringValue("Image", 0));
		}
		assertSame(open.get(5), new PredictedImages(open).needed(open.get(4), "mask"));
	}

	@Test
	public void confidenceMayBeLeftOut() throws Exception {
		final CommandModule module = commands.run(Predict.class, "images", tiny.images, "modelFile",
			model, "samples", 2, "threshold", 0.0, "confidence", false);
		final ResultsTable objects = (ResultsTable) module.getOutput("objects");
		assertEquals("0005-0001", objects.getStringValue("ROI", 4));
		assertFalse(objects.columnExists("Confidence"));
		assertEquals(0, ((ResultsTable) module.getOutput("imageTable")).size());
	}

	@Test
	public void mistakesAreNamedAndNothingIsWritten() throws Exception {
		final File table = new File(folder.getRoot(), "objects.csv");
		assertReason("modelFile", new File(folder.getRoot(), "no.zip"), "no.zip", table);
		assertReason("images", IJ.createImage("grey", "8-bit ramp", 32, 32, 3), "2", table);
		assertReason("images", new ImagePlus(), "No image is given for 'Images'", table);
		assertReason("threshold", 1.5, "'Threshold' must be 0 to 1, not 1.5", table);
		assertReason("samples", 0, "'Monte Carlo samples' must be 1 to 10000, not 0", table);
		assertReason("roiFile", new File(folder.getRoot(), "no/r.zip"), "does not exist", table);
		assertEquals(0, folder.getRoot().list().length);
	}

	private static void assertReason(final String name, final Object value, final String part,
		final File table) throws Exception {
		final String reason = commands.reason(Predict.class, "images", tiny.images, "modelFile",
			model, "samples", 1, "csvFile", table, name, value);
		assertTrue(reason, reason.contains(part));
	}
}
