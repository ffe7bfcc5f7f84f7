package io.github.mcdunet.network.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.SmallModels;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Reads many altered models and checkpoints. Each must be refused with a sentence, or be a model:
 * the one that was written, unless somebody made the checksums right again; then one that can be
 * written and read. In little time and memory, and nothing else may come into being on the disk.
 */
final class ModelFuzz {

	/** Far above what a small file takes, even where other programs compute at the same time. */
	private static final double MOST_SECONDS = 10;
	private static final long MOST_BYTES = 32L << 20;
	private static final int BYTES_PER_BYTE = 100;

	private final Path folder;
	private final long seed;
	private final Map<AlteredFiles.Kind, int[]> readAndRefused = new EnumMap<>(
		AlteredFiles.Kind.class);
	private double slowest;
	private long largest;

	ModelFuzz(final Path folder, final long seed) {
		this.folder = folder;
		this.seed = seed;
	}

	/** @param args seed and number of files */
	public static void main(final String[] args) throws IOException {
		final Path folder = Files.createTempDirectory("fuzz");
		final ModelFuzz fuzz = new ModelFuzz(folder, Long.parseLong(args[0]));
		fuzz.run(Integer.parseInt(args[1]));
		System.out.println(fuzz);
		Files.delete(folder);
	}

	void run(final int count) throws IOException {
		final Path model = folder.resolve("worms.mcdunet.zip"),
			checkpoint = folder.resolve("worms.mcdunet.checkpoint.zip");
		ModelFile.write(SmallModels.counted(), model);
		CheckpointFile.write(checkpoint(), checkpoint);
		final AlteredFiles models = new AlteredFiles(model),
			checkpoints = new AlteredFiles(checkpoint);
		final AlteredFiles.Kind[] kinds = AlteredFiles.Kind.values();
		for (int i = 0; i < count; i++) {
			final AlteredFiles.Kind kind = kinds[i / 2 % kinds.length];
			final Random random = new Random(seed * 1_000_003 + i);
			final Path file = i % 2 == 0 ? model : checkpoint;
			Files.write(file, (i % 2 == 0 ? models : checkpoints).altered(kind, random));
			try {
				check(file, kind, i % 2 == 1);
			}
			catch (final RuntimeException | Error e) {
				throw new AssertionError("seed " + seed + ", file " + i + ", " + kind + ": " + e,
					e);
			}
			assertEquals(2, folder.toFile().list().length);
		}
		for (final String path : new String[]{ "/tmp/evil", "evil", "../evil",
			folder + "/../evil" })
			assertFalse(path, Files.exists(Path.of(path)));
		Files.delete(model);
		Files.delete(checkpoint);
	}

	static Checkpoint checkpoint() {
		final UNetModel best = SmallModels.counted();
		final Parameters now = best.parameters().copy(),
			gradients = new Parameters(best.architecture());
		gradients.arrays().forEach(a -> Arrays.fill(a, 1));
		final Adam adam = new Adam(now);
		adam.step(now, gradients, 0.25);
		return new Checkpoint(best, now, adam, Map.of("steps", "1"));
	}

	private void check(final Path file, final AlteredFiles.Kind kind, final boolean both)
		throws IOException {
		final int[] tally = readAndRefused.computeIfAbsent(kind, k -> new int[2]);
		final long before = allocated(), start = System.nanoTime();
		final long length = Files.size(file);
		try {
			checkModel(ModelFile.read(file), kind);
			if (both) checkState(CheckpointFile.read(file), kind);
			tally[0]++;
		}
		catch (final McdUnetException e) {
			checkSentence(e.getMessage(), file);
			tally[1]++;
		}
		final double seconds = (System.nanoTime() - start) / 1e9;
		final long bytes = allocated() - before;
		slowest = Math.max(slowest, seconds);
		largest = Math.max(largest, bytes);
		assertTrue(seconds + " s", seconds < MOST_SECONDS);
		assertTrue(bytes + " bytes for " + length, bytes < MOST_BYTES + BYTES_PER_BYTE * length);
	}

	private void checkModel(final UNetModel model, final AlteredFiles.Kind kind) {
		if (!kind.signed()) {
			SmallModels.assertSame(SmallModels.counted(), model);
			return;
		}
		for (final Parameters.Entry e : model.parameters().entries())
			for (final float v : e.values())
				assertTrue(e.name(),
					Float.isFinite(v) && (v >= 0 || !e.name().endsWith("/variance")));
		final Path copy = folder.resolve("copy.zip");
		ModelFile.write(model, copy);
		SmallModels.assertSame(model, ModelFile.read(copy));
		assertTrue(copy.toFile().delete());
	}

	private void checkState(final Checkpoint read, final AlteredFiles.Kind kind) {
		if (kind.signed()) {
			assertTrue(read.optimizer().steps() >= 0);
			return;
		}
		final Checkpoint written = checkpoint();
		assertEquals(written.training(), read.training());
		assertEquals(written.optimizer().steps(), read.optimizer().steps());
		for (int k = 0; k < written.parameters().arrays().size(); k++)
			assertTrue(Arrays.equals(written.parameters().arrays().get(k),
				read.parameters().arrays().get(k)));
		for (int k = 0; k < written.optimizer().moments().size(); k++)
			assertTrue(Arrays.equals(written.optimizer().moments().get(k),
				read.optimizer().moments().get(k)));
	}

	/** For a person: names the file, ends as a sentence, and is short enough to be read. */
	private static void checkSentence(final String sentence, final Path file) {
		assertTrue(sentence, sentence.contains(file.getFileName().toString()));
		assertTrue(sentence, sentence.endsWith("."));
		assertTrue(sentence.length() + " letters", sentence.length() < 1000);
		for (int i = 0; i < sentence.length(); i++)
			assertFalse(sentence, Character.isISOControl(sentence.charAt(i)));
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
			.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	int read(final AlteredFiles.Kind kind) {
		return readAndRefused.get(kind)[0];
	}

	int refused(final AlteredFiles.Kind kind) {
		return readAndRefused.get(kind)[1];
	}

	@Override
	public String toString() {
		final StringBuilder text = new StringBuilder();
		readAndRefused.forEach((kind, n) -> text
			.append(String.format("%-14s %6d read %6d refused%n", kind, n[0], n[1])));
		return text + String.format("slowest %.2f s, largest %.1f MB", slowest, largest / 1e6);
	}
}
