package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import io.github.mcdunet.imagej.result.LeftOutImages;
import io.github.mcdunet.imagej.result.PredictionMark;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.CommandModule;

/** What becomes of frames that are black or hold NaN, from the forecast to the scores. */
public class LeftOutFramesTest {

	@ClassRule
	public static final TemporaryFolder MODELS = new TemporaryFolder();

	private static Commands commands;
	private static TinyTraining tiny;
	private static File model;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private ImagePlus damaged;

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

	/** Five frames: the second is black, the fourth has a NaN. */
	@Before
	public void damage() {
		damaged = tiny.images.duplicate();
		damaged.setTitle("Worms");
		final ImageStack floats = new ImageStack(damaged.getWidth(), damaged.getHeight());
		for (int i = 1; i <= damaged.getStackSize(); i++)
			floats.addSlice(damaged.getStack().getSliceLabel(i),
				damaged.getStack().getProcessor(i).convertToFloat());
		damaged.setStack(floats, damaged.getNChannels(), 1, 5);
		damaged.setDimensions(damaged.getNChannels(), 1, 5);
		plane(2, 1).set(0);
		plane(2, 2).set(0);
		plane(4, 2).setf(7, Float.NaN);
	}

	private ImageProcessor plane(final int frame, final int channel) {
		return damaged.getStack().getProcessor(damaged.getStackIndex(channel, 1, frame));
	}

	private CommandModule predict(final ImagePlus images) throws Exception {
		return commands.run(Predict.class, "images", images, "modelFile", model, "samples", 2);
	}

	private static ResultsTable evaluate(final ImagePlus prediction) throws Exception {
		return (ResultsTable) commands
			.run(Evaluate.class, "prediction", prediction, "truth", tiny.masks).getOutput("scores");
	}

	@Test
	public void theTableHasNoNumbersForWhatWasNotPredicted() throws Exception {
		final ResultsTable table = (ResultsTable) predict(damaged).getOutput("imageTable");
		assertEquals(5, table.size());
		assertEquals("a black frame holds nothing", 0, table.getValue("Objects", 1), 0);
		for (final String heading : table.getHeadings()) {
			final String cell = table.getStringValue(heading, 3);
			if (heading.equals("Unlike the training images"))
				assertTrue(cell,
					cell.contains("not a number (NaN) in channel 2, pixel x = 7, y = 0"));
			else if (!List.of("Image", "Slice", "Prediction").contains(heading))
				assertEquals(heading, "", cell);
		}
	}

	/** The marks last in a TIFF file. */
	@Test
	public void evaluationLeavesThemOutToo() throws Exception {
		final ImagePlus made = (ImagePlus) predict(damaged).getOutput("mask");
		final File file = new File(folder.getRoot(), "mask.tif");
		assertTrue(new FileSaver(made).saveAsTiff(file.toString()));
		final ImagePlus mask = IJ.openImage(file.toString());
		assertEquals(Set.of(3), LeftOutImages.of(mask));
		final ResultsTable scores = evaluate(mask), without = evaluate(unmarked(made));
		assertEquals(4 + 2, scores.size());
		assertEquals(5 + 2, without.size());
		for (int i = 0; i < 4; i++)
			assertEquals(without.getStringValue("Image", i < 3 ? i : 4),
				scores.getStringValue("Image", i));
		assertEquals(PredictionMark.of(made).get().prediction(),
			scores.getStringValue("Prediction", 0));
		assertFalse(Arrays.asList(without.getHeadings()).contains("Prediction"));
	}

	private static ImagePlus unmarked(final ImagePlus mask) {
		return new ImagePlus(mask.getTitle(), mask.getStack().duplicate());
	}

	@Test
	public void nothingLeftGetsASentence() throws Exception {
		for (int frame = 1; frame <= 5; frame++)
			plane(frame, 1).setf(0, Float.NaN);
		final String predicted = commands.reason(Predict.class, "images", damaged, "modelFile",
			model, "samples", 2);
		assertTrue(predicted, predicted.contains("not a number"));
		for (int frame = 1; frame <= 5; frame++)
			for (int channel = 1; channel <= 2; channel++)
				plane(frame, channel).set(frame < 5 ? 1 : 2);
		plane(5, 1).setf(0, Float.NaN);
		final String trust = commands.reason(Trust.class, "images", damaged, "masks", tiny.masks,
			"modelFile", model, "samples", 2);
		assertTrue(trust, trust.startsWith("There is no image to judge the model by. Image '")
			&& trust.contains("same value") && trust.endsWith("And so on. Choose other images."));
		final ImagePlus mask = unmarked(tiny.masks);
		mask.setProp("mcdunet.leftOut", "1 2 3 4 5 of 5");
		for (final String said : List.of(
			commands.reason(Evaluate.class, "prediction", mask, "truth", tiny.masks),
			commands.reason(CompareModels.class, "first", mask, "second", unmarked(tiny.masks),
				"truth", tiny.masks)))
			assertTrue(said,
				said.startsWith("There is nothing to compare: the prediction left all 5"));
	}

	/** Four frames are compared: with themselves, and with the masks of which one is left out. */
	@Test
	public void whatOneModelLeftOutIsComparedOfNone() throws Exception {
		final ImagePlus mask = unmarked(tiny.masks);
		mask.setProp("mcdunet.leftOut", "4 of 5");
		final ResultsTable table = (ResultsTable) commands.run(CompareModels.class, "first",
			unmarked(tiny.masks), "second", mask, "truth", tiny.masks).getOutput("comparison");
		final String all = String.join("\n", Arrays.asList(table.getColumnAsStrings("Image")));
		assertFalse(all, all.contains(MaskStacks.names(tiny.masks).get(3)));
		assertTrue(all, all.contains(MaskStacks.names(tiny.masks).get(4)));
	}

	/** NB: ImageJ itself reads the first frame of a stack that it is given. */
	@Test
	public void aVirtualStackIsReadOnce() throws Exception {
		final int[] reads = new int[damaged.getStackSize() + 1];
		final ImageStack frames = damaged.getStack();
		final ImagePlus stack = new ImagePlus("Worms", new VirtualStack(32, 32, null, "") {

			@Override
			public int getSize() {
				return frames.getSize();
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				reads[n]++;
				return frames.getProcessor(n).duplicate();
			}

			@Override
			public String getSliceLabel(final int n) {
				return frames.getSliceLabel(n);
			}
		});
		stack.setDimensions(2, 1, 5);
		Arrays.fill(reads, 0);
		final CommandModule virtual = predict(stack), real = predict(damaged);
		final int[] once = new int[reads.length];
		Arrays.fill(once, 3, once.length, 1);
		once[2] = 1;
		once[1] = reads[1];
		assertEquals(Arrays.toString(once), Arrays.toString(reads));
		for (int i = 1; i <= 5; i++)
			assertEquals(sum(real, i), sum(virtual, i), 0);
	}

	private static double sum(final CommandModule module, final int frame) {
		return ((ImagePlus) module.getOutput("probability")).getStack().getProcessor(frame)
			.getStatistics().mean;
	}
}
