package io.github.mcdunet.network.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.SmallModels;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The operating system refuses to write more, here because of a limit on the size of a process's
 * files.
 */
public class FullDiskTest {

	private static final String BASH = "/bin/bash";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	/** Tries to replace both files by larger ones. */
	public static final class Program {

		private Program() {
		}

		public static void main(final String[] args) {
			final UNetModel large = SmallModels.model(
				Parameters.initial(Architecture.reference(2), 7),
				SmallModels.counted().normalization());
			say(() -> CheckpointFile.write(checkpoint(large), Paths.get(args[0])));
			say(() -> ModelFile.write(large, Paths.get(args[1])));
		}

		private static void say(final Runnable writing) {
			try {
				writing.run();
				System.out.println("written");
			}
			catch (final McdUnetException e) {
				System.out.println(e.getMessage());
			}
		}
	}

	private static Checkpoint checkpoint(final UNetModel model) {
		return new Checkpoint(model, model.parameters(), new Adam(model.parameters()), Map.of());
	}

	@Test
	public void whatWasThereStaysAndNothingElseIsLeft() throws IOException, InterruptedException {
		assumeTrue("no " + BASH, Files.exists(Paths.get(BASH)));
		final Path folder = temporary.getRoot().toPath(), a = folder.resolve("a.checkpoint.zip"),
			b = folder.resolve("a.zip");
		CheckpointFile.write(checkpoint(SmallModels.counted()), a);
		ModelFile.write(SmallModels.counted(), b);
		final byte[] before = Files.readAllBytes(a);
		final Process process = new ProcessBuilder(BASH, "-c",
			"ulimit -f 500; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\" \"$4\"",
			System.getProperty("java.home") + "/bin/java", System.getProperty("java.class.path"),
			Program.class.getName(), a.toString(), b.toString()).redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		assertEquals(said, 0, process.waitFor());
		assertTrue(said,
			said.contains("The checkpoint cannot be saved as \"" + a + "\" (IOException"));
		assertTrue(said, said.contains("The model cannot be saved as \"" + b + "\" (IOException"));
		assertTrue(said, said.contains("that its disk is not full"));
		assertArrayEquals(before, Files.readAllBytes(a));
		SmallModels.assertSame(SmallModels.counted(), ModelFile.read(b));
		assertEquals(2, folder.toFile().list().length);
	}
}
