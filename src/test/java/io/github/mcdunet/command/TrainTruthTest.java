package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;

import java.io.File;
import java.util.Arrays;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.CommandModule;

/** Trains on what else than masks tells objects: numbers, classes, and marks of some pixels. */
public class TrainTruthTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private final Commands commands = new Commands();
	private String groups;
	private File file;

	@Before
	public void begin() {
		groups = Roi.getGroupNames();
		file = new File(folder.getRoot(), "w.mcdunet.zip");
	}

	@After
	public void end() {
		Roi.setGroupNames(groups == null ? "" : groups);
		commands.close();
	}

	private CommandModule sample(final String scene) throws Exception {
		return commands.run(OpenSample.class, "number", 4, "size", 64, "seed", 1L, "scene", scene);
	}

	private Object[] inputs(final CommandModule sample, final Object... others) {
		final Object[] base = { "images", sample.getOutput("images"), "masks",
			sample.getOutput("masks"), "modelFile", file, "epochs", 2, "seed", 3L, "baseFilters", 2,
			"depth", 2 };
		final Object[] all = Arrays.copyOf(base, base.length + others.length);
		System.arraycopy(others, 0, all, base.length, others.length);
		return all;
	}

	@Test
	public void separatesTheObjectsOfALabelStack() throws Exception {
		final CommandModule sample = sample("Nuclei that touch");
		commands.run(Train.class,
			inputs(sample, "truth", "Label stack", "objects", "Separate touching objects"));
		final UNetModel model = ModelFile.read(file.toPath());
		assertEquals(new Outputs(2, true), model.architecture().outputs());
		assertEquals(LabelClass.OF_MASKS, model.classes());
		final ImagePlus labels = (ImagePlus) commands.run(Predict.class, "images",
			sample.getOutput("images"), "modelFile", file, "samples", 2).getOutput("labels");
		final ResultsTable scores = (ResultsTable) commands.run(Evaluate.class, "prediction",
			labels, "truth", sample.getOutput("masks"), "compare", "Label images")
			.getOutput("scores");
		assertTrue(scores.getValue("True objects", 0) > 1);
	}

	@Test
	public void learnsTheClassesOfAClassStack() throws Exception {
		final CommandModule sample = sample("Round cells and rods");
		commands.run(Train.class, inputs(sample, "truth", "Class stack"));
		final UNetModel model = ModelFile.read(file.toPath());
		assertEquals(new Outputs(3, false), model.architecture().outputs());
		assertEquals("as the stack says", "rods", model.classes().get(2).name());
		final ImagePlus classes = (ImagePlus) commands.run(Predict.class, "images",
			sample.getOutput("images"), "modelFile", file, "samples", 2).getOutput("classMap");
		final ResultsTable scores = (ResultsTable) commands.run(Evaluate.class, "prediction",
			classes, "truth", sample.getOutput("masks"), "compare", "Class maps")
			.getOutput("scores");
		assertTrue(Arrays.asList(scores.getHeadings()).contains("Dice rods"));
		commands.run(Trust.class, "images", sample.getOutput("images"), "truth", "Class stack",
			"masks", sample.getOutput("masks"), "modelFile", file, "samples", 2);
		final String reason = commands.reason(Train.class, inputs(sample, "truth", "Mask stack",
			"startModel", file, "modelFile", new File(folder.getRoot(), "2.zip")));
		assertTrue(reason, reason.contains(
			"tells [background, round cells, rods] apart, but these images are marked with [background, object]"));
	}

	/** Three classes in two of four images, by rectangles. */
	private Overlay marks() {
		Roi.setGroupNames("round,background,rods");
		final Overlay overlay = new Overlay();
		for (final int image : new int[]{ 1, 3 })
			for (int group = 1; group <= 3; group++) {
				final Roi roi = new Roi(20 * group - 15, 10, 8, 6);
				roi.setGroup(group);
				roi.setPosition(0, 0, image);
				overlay.add(roi);
			}
		return overlay;
	}

	@Test
	public void learnsFromMarksOfSomePixels() throws Exception {
		final CommandModule sample = sample("Round cells and rods");
		final ImagePlus images = (ImagePlus) sample.getOutput("images");
		images.setOverlay(marks());
		commands.run(Train.class,
			inputs(sample, "truth", "Overlay", "marks", "Only some pixels", "masks", null));
		final UNetModel model = ModelFile.read(file.toPath());
		assertEquals("[background, round, rods]",
			model.classes().stream().map(LabelClass::name).toList().toString());
		assertEquals("of the two that are marked", 1,
			model.manifest().get("split.numbers.training").split(" ").length);
		assertTrue(("1 3").contains(model.manifest().get("split.numbers.validation")));
		final ResultsTable calibration = (ResultsTable) commands.run(Trust.class, "images", images,
			"truth", "Overlay", "marks", "Only some pixels", "modelFile", file, "samples", 2)
			.getOutput("calibration");
		assertEquals("two images, and all pixels", 3, calibration.size());
	}

	@Test
	public void tooFewMarksOfAClassAreNamed() throws Exception {
		final CommandModule sample = sample("Round cells and rods");
		final ImagePlus images = (ImagePlus) sample.getOutput("images");
		final Overlay overlay = marks();
		for (final Roi roi : overlay.toArray())
			if (roi.getGroup() == 3) overlay.remove(roi);
		for (final int image : new int[]{ 1, 3 }) {
			final Roi tiny = new Roi(50, 50, 1, 1);
			tiny.setGroup(3);
			tiny.setPosition(0, 0, image);
			overlay.add(tiny);
		}
		images.setOverlay(overlay);
		assertReason(
			"Of the class 'rods' only one pixel is marked in the one image chosen to learn from",
			inputs(sample, "truth", "Overlay", "marks", "Only some pixels", "masks", null));
		assertReason("nothing says where background is",
			inputs(sample, "truth", "Label stack", "marks", "Only some pixels"));
		assertReason("which masks, class stacks and strokes do not say",
			inputs(sample, "truth", "Class stack", "objects", "Separate touching objects"));
		assertEquals(0, folder.getRoot().list().length);
	}

	private void assertReason(final String part, final Object[] inputs) throws Exception {
		final String reason = commands.reason(Train.class, inputs);
		assertTrue(reason, reason.contains(part));
	}
}
