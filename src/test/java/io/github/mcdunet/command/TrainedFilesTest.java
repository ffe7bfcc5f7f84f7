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
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.Training;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	/** Without a screen; the folder is gone by the end of the training. */
	@Test
	public void aModelWithoutAPlaceIsKeptInTheTemporaryFolder() throws IOException {
		final File gone = new File(folder.newFolder(), "gone/w.mcdunet.zip");
		final String refusal = refusal(
			new TrainedFiles(new OutputFile(gone), (problem, wanted) -> Optional.empty()));
		final Matcher m = Pattern.compile("it was written to \"(.*?)\"").matcher(refusal);
		assertTrue(refusal, refusal.startsWith("There is no folder to save the model") && m.find());
		final Path copy = Paths.get(m.group(1));
		assertEquals("w.mcdunet.zip", copy.getFileName().toString());
		assertEquals("?", ModelFile.read(copy).manifest().get("result.end"));
		Files.delete(copy);
		Files.delete(copy.getParent());
	}

	/** The person tries again once, and then chooses another folder. */
	@Test
	public void anotherPlaceTakesTheModelAndItsTables() throws IOException {
		final File gone = new File(folder.newFolder(), "gone/w.mcdunet.zip");
		final Path other = folder.newFolder().toPath().resolve("v.mcdunet.zip");
		final List<String> asked = new ArrayList<>();
		final Path written = new TrainedFiles(new OutputFile(gone), (problem, wanted) -> {
			asked.add(problem);
			return Optional.of(asked.size() == 1 ? wanted : other);
		}).write(result(TrainingResult.End.ALL_EPOCHS), WORMS, Progress.NONE);
		assertEquals(other, written);
		assertEquals(2, asked.size());
		assertEquals(List.of("v-history.csv", "v-split.csv", "v.mcdunet.zip"),
			Arrays.stream(other.getParent().toFile().list()).sorted().toList());
	}

	@Test
	public void theRoomIsLookedAtBefore() throws IOException {
		final OutputFile file = new OutputFile(new File(folder.newFolder(), "w.mcdunet.zip"));
		file.checkRoom(1, "model");
		final String message = assertThrows(McdUnetException.class,
			() -> file.checkRoom(Long.MAX_VALUE, "model and its checkpoints")).getMessage();
		assertTrue(message, message
			.startsWith("The model and its checkpoints need 9223372036.9 GB on disk, but only"));
		// 494,009 parameters of the reference network with two channels, nine times four bytes each
		assertEquals(494_009L * 36, new Training(TrainingSettings.defaults()).bytesOnDisk(2));
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
