package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.TrainedNetwork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrainedFilesTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void onlyACanceledTrainingKeepsItsCheckpoint() throws IOException {
		for (final TrainedNetwork.End end : TrainedNetwork.End.values()) {
			final File file = new File(folder.newFolder(), "w.mcdunet.zip");
			Files.write(CheckpointFile.beside(file.toPath()), new byte[1]);
			new TrainedFiles(new OutputFile(file)).write(model(end), "index,name,part\n",
				Progress.NONE);
			assertEquals(end.text(), end == TrainedNetwork.End.CANCELED ? 4 : 3,
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
			() -> files.write(model(TrainedNetwork.End.ALL_EPOCHS), "", Progress.NONE))
			.getMessage();
	}

	private static UNetModel model(final TrainedNetwork.End end) {
		return new UNetModel(new Parameters(Architecture.reference(1).baseFilters(1).depth(1)),
			Normalization.maximum(), List.of("gray"), PixelSize.UNCALIBRATED,
			Map.of("result.end", end.text()), List.of("epoch"));
	}
}
