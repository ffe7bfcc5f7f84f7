package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.Training;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ResumeTrainingTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	/**
	 * Leaves a checkpoint of a training of two epochs whose second one never began; the result it
	 * would have had.
	 */
	private UNetModel breakOff(final TinyTraining tiny, final File checkpoint) {
		final Dataset data = Datasets.of(tiny.images, tiny.masks);
		final Training training = new Training(
			TrainingSettings.defaults().epochs(2).baseFilters(2).depth(2).seed(3));
		training.checkpoints(checkpoint.toPath(), Duration.ofHours(1)).run(data, Progress.NONE);
		return training.run(data, Progress.NONE).model();
	}

	@Test
	public void writesWhatTheTrainingWouldHaveWritten() throws Exception {
		try (Commands commands = new Commands()) {
			final TinyTraining tiny = new TinyTraining(commands);
			final File checkpoint = new File(folder.getRoot(), "w.mcdunet.checkpoint.zip");
			final UNetModel expected = breakOff(tiny, checkpoint);
			tiny.images.setTitle("Worms-1");
			commands.run(ResumeTraining.class, inputs(tiny, checkpoint));
			final String[] names = folder.getRoot().list();
			Arrays.sort(names);
			assertArrayEquals(new String[]{ "w-history.csv", "w-split.csv", "w.mcdunet.zip" },
				names);
			final UNetModel model = ModelFile
				.read(new File(folder.getRoot(), "w.mcdunet.zip").toPath());
			assertEquals(expected.manifest(), model.manifest());
			for (int k = 0; k < expected.parameters().entries().size(); k++)
				assertArrayEquals(expected.parameters().entries().get(k).values(),
					model.parameters().entries().get(k).values(), 0);
		}
	}

	private static Object[] inputs(final TinyTraining tiny, final File checkpoint,
		final Object... others) {
		final Object[] base = { "checkpointFile", checkpoint, "images", tiny.images, "truth",
			Choices.MASK_STACK, "masks", tiny.masks };
		final Object[] all = Arrays.copyOf(base, base.length + others.length);
		System.arraycopy(others, 0, all, base.length, others.length);
		return all;
	}

	@Test
	public void mistakesAreNamedAndTheCheckpointStays() throws Exception {
		try (Commands commands = new Commands()) {
			final TinyTraining tiny = new TinyTraining(commands);
			final File checkpoint = new File(folder.getRoot(), "w.mcdunet.checkpoint.zip"),
				renamed = new File(folder.getRoot(), "copy.zip"),
				model = new File(folder.getRoot(), "m.zip");
			breakOff(tiny, checkpoint);
			assertReason("There is no checkpoint file", commands,
				inputs(tiny, new File(folder.getRoot(), "no.checkpoint.zip")));
			assertReason("'Checkpoint file' is missing", commands, inputs(tiny, new File("")));
			assertReason("No image is given for 'Mask stack'", commands,
				inputs(tiny, checkpoint, "masks", null));
			ModelFile.write(CheckpointFile.read(checkpoint.toPath()).best(), model.toPath());
			assertReason("is not a checkpoint", commands, inputs(tiny, model));
			CheckpointFile.write(CheckpointFile.read(checkpoint.toPath()), renamed.toPath());
			assertReason("worms.mcdunet.checkpoint.zip", commands, inputs(tiny, renamed));
			tiny.images.getStack().getProcessor(1).setf(3, 77);
			assertReason("are not those of the training", commands, inputs(tiny, checkpoint));
			assertTrue(checkpoint.exists());
			assertFalse(new File(folder.getRoot(), "w.mcdunet.zip").exists());
		}
	}

	/** The log, and the dialog while one chooses, say which training the checkpoint is of. */
	@Test
	public void itIsSaidWhoseCheckpointItIs() throws Exception {
		try (Commands commands = new Commands()) {
			final TinyTraining tiny = new TinyTraining(commands);
			final File checkpoint = new File(folder.getRoot(), "w.mcdunet.checkpoint.zip");
			breakOff(tiny, checkpoint);
			final String said = Training.resume(checkpoint.toPath()).description();
			assertTrue(said,
				said.matches("The training that \"w.mcdunet.checkpoint.zip\" is of has "
					+ "done 1 of at most 2 epochs, last \\d{4}-\\d\\d-\\d\\d at \\d\\d:\\d\\d, with "
					+ tiny.images.getStackSize() / 2
					+ " images, learning rate 0.005, 2 base filters, "
					+ "depth 2, dropout rate 0.5 and seed 3."));
			final List<String> messages = new ArrayList<>();
			TrainedFiles.tellOlder(new File(folder.getRoot(), "w.mcdunet.zip").toPath(),
				new Progress() {

					@Override
					public void report(final String stage, final long done, final long total) {
						// nothing to show
					}

					@Override
					public void message(final String line) {
						messages.add(line);
					}
				});
			assertEquals(1, messages.size());
			assertTrue(messages.get(0), messages.get(0).contains(said));
		}
	}

	/** Predict takes a checkpoint where it takes a model. */
	@Test
	public void theCheckpointPredicts() throws Exception {
		try (Commands commands = new Commands()) {
			final TinyTraining tiny = new TinyTraining(commands);
			final File checkpoint = new File(folder.getRoot(), "w.mcdunet.checkpoint.zip");
			breakOff(tiny, checkpoint);
			assertTrue(commands
				.run(Predict.class, "images", tiny.images, "modelFile", checkpoint, "samples", 2)
				.getOutput("probability") != null);
		}
	}

	private static void assertReason(final String part, final Commands commands,
		final Object[] inputs) throws Exception {
		final String reason = commands.reason(ResumeTraining.class, inputs);
		assertTrue(reason, reason.contains(part));
	}
}
