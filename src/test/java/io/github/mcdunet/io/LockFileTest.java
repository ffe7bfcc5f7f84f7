package io.github.mcdunet.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LockFileTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void oneHolderAtATime() throws IOException {
		final Path file = folder.getRoot().toPath().resolve("a.lock");
		final LockFile lock = LockFile.take(file).orElseThrow();
		assertTrue(Files.exists(file));
		assertTrue(LockFile.take(file).isEmpty());
		assertTrue("by another name of the folder",
			LockFile.take(
				folder.getRoot().toPath().resolve("../" + folder.getRoot().getName() + "/a.lock"))
				.isEmpty());
		lock.close();
		assertArrayEquals(new String[0], folder.getRoot().list());
		LockFile.take(file).orElseThrow().close();
	}

	@Test
	public void whatAKilledProgramLeftIsNoLock() throws IOException {
		final Path file = folder.newFile("a.lock").toPath();
		LockFile.take(file).orElseThrow().close();
		assertTrue(Files.notExists(file));
	}

	/** A refused attempt in the same program must not give up the lock of the first. */
	@Test
	public void aRefusedAttemptLeavesTheLock() throws Exception {
		final Path file = folder.getRoot().toPath().resolve("a.lock");
		final LockFile lock = LockFile.take(file).orElseThrow();
		assertTrue(LockFile.take(file).isEmpty());
		final Process other = taker(folder.getRoot().toPath(), 200);
		assertTrue(other.waitFor(1, TimeUnit.MINUTES));
		assertEquals("how often another program had it", 0, other.exitValue());
		lock.close();
	}

	/**
	 * Three programs of two threads each take the lock and give it back as fast as they can, and
	 * whoever has it looks whether somebody else has it too.
	 */
	@Test
	public void noTwoHoldItAtOnce() throws Exception {
		final List<Process> programs = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			programs.add(taker(folder.getRoot().toPath(), 2500));
		int takings = 0;
		for (final Process program : programs) {
			assertTrue(program.waitFor(2, TimeUnit.MINUTES));
			assertTrue("two held it at once, or a failure: " + program.exitValue(),
				program.exitValue() < Taker.NOT_ALONE);
			takings += program.exitValue();
		}
		assertTrue("they took it " + takings + " times", takings > 10);
	}

	private static Process taker(final Path folder, final int milliseconds) throws IOException {
		return new ProcessBuilder(
			Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
			System.getProperty("java.class.path"), Taker.class.getName(), folder.toString(),
			String.valueOf(milliseconds)).inheritIO().start();
	}

	/** Ends with how often it had the lock, at most 199; with 200 if it was not alone then. */
	public static final class Taker {

		private static final int ENOUGH = 199, NOT_ALONE = 200, FAILED = 201;

		private Taker() {
		}

		public static void main(final String[] args) throws Exception {
			final Path lock = Paths.get(args[0], "a.lock"), inside = Paths.get(args[0], "inside");
			final long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000;
			final int[] taken = new int[2];
			final List<Thread> threads = new ArrayList<>();
			for (int i = 0; i < taken.length; i++) {
				final int me = i;
				threads.add(new Thread(() -> {
					while (System.nanoTime() < end)
						if (take(lock, inside)) taken[me]++;
				}));
			}
			threads.forEach(Thread::start);
			for (final Thread thread : threads)
				thread.join();
			System.exit(Math.min(ENOUGH, taken[0] + taken[1]));
		}

		private static boolean take(final Path lock, final Path inside) {
			try {
				final Optional<LockFile> mine = LockFile.take(lock);
				if (mine.isEmpty()) return false;
				// NB: fails if it is there
				if (!inside.toFile().createNewFile()) Runtime.getRuntime().halt(NOT_ALONE);
				Files.delete(inside);
				mine.get().close();
				return true;
			}
			catch (final IOException e) {
				System.out.println(e);
				Runtime.getRuntime().halt(FAILED);
				return false;
			}
		}
	}
}
