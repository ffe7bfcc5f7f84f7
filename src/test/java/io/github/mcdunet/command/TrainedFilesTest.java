package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.TrainingResult;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrainedFilesTest {

	private static final Dataset WORMS = new SyntheticWorms(32).generate(1, 1);

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void onlyACanceledTrainingKeepsItsCheckpoint() throws IOException {
		for (final TrainingResult.End end : TrainingResult.End.values()) {
			final File file = new File(folder.newFolder(), "w.mcdunet.zip");
			Files.write(CheckpointFile.beside(file.toPath()), new byte[1]);
			new TrainedFiles(new OutputFile(file)).write(result(end), WORMS, Progress.NONE);
			assertEquals(end.text(), end == TrainingResult.End.CANCELED ? 4 : 3,
				file.getParentFile().list().length);
		}
	}

	@Test
	public void aModelThatCannotBeSavedLeavesItsCheckpoint() throws IOException {
		final File file = folder.newFolder("w.mcdunet.zip");
		final TrainedFiles files = new TrainedFiles(new OutputFile(file));
		assertFalse(refusal(files).contains("Resume Training"));
		Files.write(CheckpointFile.beside(file.toPath()), new byte[1]);
		final String refusal = refusal(files);
		assertTrue(refusal,
			refusal.contains("is a folder") && refusal.contains("Resume Training makes"));
		assertTrue(Files.exists(CheckpointFile.beside(file.toPath())));
	}

	private static String refusal(final TrainedFiles files) {
		return assertThrows(McdUnetException.class,
			() -> files.write(result(TrainingResult.End.ALL_EPOCHS), WORMS, Progress.NONE))
			.getMessage();
	}

	/** NB: whatever the manifest says. */
	private static TrainingResult result(final TrainingResult.End end) {
		final UNetModel model = new UNetModel(
			new Parameters(Architecture.reference(1).baseFilters(1).depth(1)),
			Normalization.maximum(), List.of("gray"), PixelSize.UNCALIBRATED,
			Map.of("result.end", "?"), List.of("epoch"));
		return new TrainingResult(model, History.EMPTY, new Split(List.of(), List.of(), List.of()),
			end);
	}
}
