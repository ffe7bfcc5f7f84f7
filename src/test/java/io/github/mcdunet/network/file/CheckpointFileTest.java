package io.github.mcdunet.network.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.SmallModels;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CheckpointFileTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path file;

	@Before
	public void choose() {
		file = temporary.getRoot().toPath().resolve("worms.mcdunet.checkpoint.zip");
	}

	/**
	 * After two steps of Adam whose gradients are all 1, then all -2: parameters and moments by
	 * hand in the test below.
	 */
	private static Checkpoint small() {
		final UNetModel best = SmallModels.counted();
		final Parameters now = best.parameters().copy(),
			gradients = new Parameters(best.architecture());
		final Adam adam = new Adam(now);
		for (final float g : new float[]{ 1, -2 }) {
			gradients.arrays().forEach(a -> Arrays.fill(a, g));
			adam.step(now, gradients, 0.25);
		}
		final Map<String, String> training = new LinkedHashMap<>();
		training.put("steps", "2");
		training.put("a \"key\"", "line\nbreak \u00b5");
		return new Checkpoint(best, now, adam, training);
	}

	private static void assertSame(final Checkpoint expected, final Checkpoint actual) {
		SmallModels.assertSame(expected.best(), actual.best());
		assertArrays(expected.parameters().arrays(), actual.parameters().arrays());
		assertArrays(expected.optimizer().moments(), actual.optimizer().moments());
		assertEquals(expected.optimizer().steps(), actual.optimizer().steps());
		assertEquals(new ArrayList<>(expected.training().entrySet()),
			new ArrayList<>(actual.training().entrySet()));
	}

	private static void assertArrays(final List<float[]> expected, final List<float[]> actual) {
		assertEquals(expected.size(), actual.size());
		for (int k = 0; k < expected.size(); k++)
			assertArrayEquals(expected.get(k), actual.get(k), 0);
	}

	@Test
	public void everythingComesBack() {
		final Checkpoint checkpoint = small();
		checkpoint.optimizer().moments().get(0)[0] = Float.POSITIVE_INFINITY;
		checkpoint.optimizer().moments().get(1)[0] = Float.MIN_VALUE;
		CheckpointFile.write(checkpoint, file);
		assertSame(checkpoint, CheckpointFile.read(file));
	}

	@Test
	public void stateIsTheParametersThenBothMoments() throws IOException {
		CheckpointFile.write(small(), file);
		final Map<String, byte[]> parts = Archive.of(file);
		assertEquals(List.of("model.json", "history.csv", "parameters.bin", "checkpoint.json",
			"state.bin", "SHA256SUMS"), new ArrayList<>(parts.keySet()));
		final int n = parts.get("parameters.bin").length;
		final ByteBuffer state = ByteBuffer.wrap(parts.get("state.bin"))
			.order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(3 * n, state.capacity());
		assertEquals(0.9 * 0.1 * 1 + 0.1 * -2, state.getFloat(n), 1e-7);
		assertEquals(0.999 * 0.001 * 1 + 0.001 * 4, state.getFloat(2 * n), 1e-7);
		final double first = 0.25, m = -0.11, v = 0.004999,
			second = 0.25 * Math.sqrt(1 - 0.999 * 0.999) / (1 - 0.81) * m / Math.sqrt(v);
		assertEquals(1 / 64.0 - first - second, state.getFloat(0), 1e-4);
	}

	/** The file was written by code that is no more. */
	@Test
	public void oldCheckpointsStayReadableAndTheirBytesAreStillWritten() throws Exception {
		final Path old = Paths
			.get(getClass().getResource("/models/version1.mcdunet.checkpoint.zip").toURI());
		final Checkpoint read = CheckpointFile.read(old);
		assertSame(small(), read);
		assertEquals("2", read.training().get("steps"));
		assertEquals(2, read.optimizer().steps());
		assertEquals(-0.11, read.optimizer().moments().get(0)[0], 1e-7);
		assertArrayEquals(new float[]{ 2 / 64f, -4 / 64f },
			read.best().parameters().get("encoder0/conv1/bias"), 0);
		CheckpointFile.write(small(), file);
		assertArrayEquals(Files.readAllBytes(old), Files.readAllBytes(file));
	}

	@Test
	public void aCheckpointIsTheBestModelToo() {
		CheckpointFile.write(small(), file);
		SmallModels.assertSame(SmallModels.counted(), ModelFile.read(file));
	}

	@Test
	public void aModelIsNoCheckpoint() {
		ModelFile.write(SmallModels.counted(), file);
		assertTrue(readError().contains("is not a checkpoint"));
	}

	@Test
	public void aNewerCheckpointAsksForAnUpdate() throws IOException {
		CheckpointFile.write(small(), file);
		final Map<String, byte[]> parts = Archive.of(file);
		parts.put("checkpoint.json", Archive.text(parts.get("checkpoint.json"))
			.replace("\"version\": 1", "\"version\": 2").getBytes(StandardCharsets.UTF_8));
		Files.write(file, Archive.stored(parts));
		assertTrue(readError().contains("newer"));
	}

	@Test(timeout = 300_000)
	public void damageIsFound() throws IOException {
		CheckpointFile.write(small(), file);
		final byte[] good = Files.readAllBytes(file);
		final Random random = new Random(5);
		for (int i = 0; i < 200; i++) {
			final byte[] bytes = i % 2 == 0 ? good.clone()
				: Arrays.copyOf(good, random.nextInt(good.length));
			if (i % 2 == 0) bytes[random.nextInt(bytes.length)] ^= 1 << random.nextInt(8);
			Files.write(file, bytes);
			try {
				// NB: a zip has fields that nobody reads, such as the times
				assertSame(small(), CheckpointFile.read(file));
				assertEquals(0, i % 2);
			}
			catch (final McdUnetException e) {
				assertTrue(e.getMessage(), e.getMessage().contains("worms.mcdunet.checkpoint.zip"));
			}
		}
		final Map<String, byte[]> parts = archive(good);
		parts.get("state.bin")[7] ^= 1;
		Files.write(file, Archive.stored(parts));
		assertTrue(readError().contains("state.bin does not match its checksum"));
		parts.put("state.bin", new byte[8]);
		Files.write(file, Archive.stored(parts));
		assertTrue(readError().contains("holds 8 bytes of training state"));
	}

	private Map<String, byte[]> archive(final byte[] bytes) throws IOException {
		Files.write(file, bytes);
		return Archive.of(file);
	}

	@Test
	public void whatCouldNotBeReadIsNotWritten() {
		final Checkpoint bad = small();
		CheckpointFile.write(bad, file);
		bad.parameters().get("encoder0/conv1/bias")[0] = Float.NaN;
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> CheckpointFile.write(bad, file));
		assertTrue(e.getMessage(), e.getMessage().contains("encoder0/conv1/bias"));
		assertSame(small(), CheckpointFile.read(file));
	}

	@Test
	public void anInterruptedThreadWritesToo() {
		Thread.currentThread().interrupt();
		try {
			CheckpointFile.write(small(), file);
		}
		finally {
			assertTrue(Thread.interrupted());
		}
		assertSame(small(), CheckpointFile.read(file));
	}

	@Test
	public void theNameFollowsFromTheModelsAndBack() {
		for (final String name : new String[]{ "worms.mcdunet.zip", "1.zip", "a.b", "model" }) {
			final Path model = Paths.get("folder", name);
			assertEquals(model, CheckpointFile.model(CheckpointFile.beside(model)));
		}
		assertEquals(Paths.get("w.mcdunet.checkpoint.zip"),
			CheckpointFile.beside(Paths.get("w.mcdunet.zip")));
		assertThrows(McdUnetException.class, () -> CheckpointFile.model(Paths.get("copy.zip")));
	}

	@Test
	public void deletingTakesWhatAKilledProcessLeft() throws IOException {
		CheckpointFile.write(small(), file);
		final Path other = file.resolveSibling("other.checkpoint.zip");
		final Path mine = leftover(file, "mine"), others = leftover(other, "others"),
			models = leftover(file.resolveSibling("worms.mcdunet.zip"), "model");
		CheckpointFile.delete(file);
		assertFalse(Files.exists(mine) || Files.exists(models) || Files.exists(file));
		assertTrue(Files.exists(others));
		CheckpointFile.delete(file);
	}

	/** As a process leaves it that was killed while it wrote. */
	private static Path leftover(final Path file, final String id) throws IOException {
		final String hash = Integer.toHexString(file.getFileName().toString().hashCode());
		return Files.write(file.resolveSibling(".mcdunet-" + hash + "-" + id + ".tmp"),
			new byte[3]);
	}

	private String readError() {
		return assertThrows(McdUnetException.class, () -> CheckpointFile.read(file)).getMessage();
	}
}
