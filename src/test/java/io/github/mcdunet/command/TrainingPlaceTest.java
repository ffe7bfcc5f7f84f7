package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.network.file.ModelFile;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrainingPlaceTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void aSecondTrainingOfTheSameFileIsRefused() {
		final OutputFile file = new OutputFile(new File(folder.getRoot(), "w.mcdunet.zip"));
		final OutputFile other = new OutputFile(new File(folder.getRoot(), "v.mcdunet.zip"));
		try (TrainingPlace first = TrainingPlace.take(file);
			TrainingPlace elsewhere = TrainingPlace.take(other)) {
			final String message = assertThrows(McdUnetException.class,
				() -> TrainingPlace.take(file)).getMessage();
			assertEquals(
				"Another training is writing to '" + file.path()
					+ "' just now. Wait for its end, stop it, or choose another model file.",
				message);
			assertFalse(first.canceling(Progress.NONE).isCanceled());
		}
		TrainingPlace.take(file).close();
		assertEquals(0, folder.getRoot().list().length);
	}

	@Test
	public void theCommandSaysSo() throws Exception {
		try (Commands commands = new Commands()) {
			final File file = new File(folder.getRoot(), "w.mcdunet.zip");
			final Object[] inputs = new TinyTraining(commands).with(file);
			try (TrainingPlace other = TrainingPlace.take(new OutputFile(file))) {
				final String reason = commands.reason(Train.class, inputs);
				assertTrue(reason, reason.startsWith("Another training is writing to"));
			}
			commands.run(Train.class, inputs);
		}
	}

	/**
	 * The best model so far is written before the program ends, and the checkpoint to go on from is
	 * kept.
	 */
	@Test
	public void quittingKeepsTheBestModel() throws Exception {
		final File model = new File(folder.newFolder(), "w.mcdunet.zip"), log = folder.newFile();
		final ProcessBuilder builder = new ProcessBuilder(
			Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
			"-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
			QuitDriver.class.getName(), model.getPath()).redirectErrorStream(true)
			.redirectOutput(log);
		builder.environment().put("OMP_WAIT_POLICY", "passive");
		final Process process = builder.start();
		assertTrue("still running", process.waitFor(10, TimeUnit.MINUTES));
		final String said = Files.readString(log.toPath());
		assertEquals(said, 3, process.exitValue());
		final String[] files = model.getParentFile().list();
		Arrays.sort(files);
		assertArrayEquals(said + Arrays.toString(files), new String[]{ "w-history.csv",
			"w-split.csv", "w.mcdunet.checkpoint.zip", "w.mcdunet.zip" }, files);
		assertTrue(
			Integer.parseInt(ModelFile.read(model.toPath()).manifest().get("result.epochs")) >= 1);
	}
}
