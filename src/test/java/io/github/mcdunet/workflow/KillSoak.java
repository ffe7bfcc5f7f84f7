package io.github.mcdunet.workflow;

import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills trainings (as kill -9 does) at random moments and resumes them, again and again, and
 * compares each that reaches its end with one that was never killed. Any broken file, lost epoch or
 * other difference is an {@link AssertionError}.
 */
public final class KillSoak {

	private static final Pattern EPOCH = Pattern.compile("Epoch (\\d+) of .*");

	private final Path folder;
	private final int epochs;
	private final Random random;
	private final PrintStream out;
	private int kills;
	private int finished;
	private int inTheMiddleOfWriting;
	private int mostLost;
	private int reached;

	private KillSoak(final Path folder, final int epochs, final long seed, final PrintStream out) {
		this.folder = folder;
		this.epochs = epochs;
		this.random = new Random(seed);
		this.out = out;
	}

	/** @param args the number of kills, of epochs of a training, and the seed of the moments */
	public static void main(final String[] args) throws IOException, InterruptedException {
		run(Files.createTempDirectory("soak"), Integer.parseInt(args[0]), Integer.parseInt(args[1]),
			Long.parseLong(args[2]), System.out);
	}

	/** Needs some seconds for the uninterrupted training, and about two per kill. */
	static void run(final Path folder, final int kills, final int epochs, final long seed,
		final PrintStream out) throws IOException, InterruptedException {
		new KillSoak(folder, epochs, seed, out).run(kills);
	}

	private void run(final int most) throws IOException, InterruptedException {
		final Path whole = Files.createDirectory(folder.resolve("whole"));
		check(start(whole).waitFor() == 0,
			"the uninterrupted training ended badly: " + lines(whole));
		final UNetModel expected = ModelFile.read(SoakTraining.model(whole));
		final Path killed = Files.createDirectory(folder.resolve("killed"));
		while (kills < most || reached > 0) {
			final Process training = start(killed);
			if (kills < most) killAtRandom(training, killed);
			training.waitFor();
			if (lines(killed).contains("Done")) finish(killed, expected);
			else
				checkCheckpoint(killed);
		}
		out.printf(
			"%d kills, %d of them while a file was being written; %d trainings reached their end and were the same bit "
				+ "for bit; at most %d epoch lost whose checkpoint was being written%n",
			kills, inTheMiddleOfWriting, finished, mostLost);
	}

	private Process start(final Path folder) throws IOException {
		final ProcessBuilder program = new ProcessBuilder(
			System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-cp",
			System.getProperty("java.class.path"), SoakTraining.class.getName(), folder.toString(),
			String.valueOf(epochs));
		// NB: else oneDNN's threads wait for work by turning round, which makes a busy machine slow
		program.environment().put("OMP_WAIT_POLICY", "passive");
		program.environment().put("OMP_NUM_THREADS", "1");
		return program.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile())
			.start();
	}

	/**
	 * One in five while it starts or whenever; else at any moment in or soon after one of the next
	 * epochs.
	 */
	private boolean killAtRandom(final Process training, final Path killed)
		throws IOException, InterruptedException {
		if (random.nextInt(5) == 0) training.waitFor(random.nextInt(2500), TimeUnit.MILLISECONDS);
		else {
			final int lines = random.nextInt(12);
			while (training.isAlive() && lines(killed).size() < lines)
				training.waitFor(5, TimeUnit.MILLISECONDS);
			training.waitFor(random.nextInt(150_000), TimeUnit.MICROSECONDS);
		}
		if (!training.isAlive()) return false;
		kills++;
		training.destroyForcibly();
		return true;
	}

	private void checkCheckpoint(final Path killed) throws IOException {
		final Path file = CheckpointFile.beside(SoakTraining.model(killed));
		final int said = lastEpoch(killed);
		if (names(killed).stream().anyMatch(n -> n.endsWith(".tmp"))) inTheMiddleOfWriting++;
		if (!Files.exists(file)) {
			check(reached == 0 && said <= 1,
				"no checkpoint after epoch " + Math.max(said, reached));
			return;
		}
		final int stored = new ResumedTraining(file, CheckpointSaver.PAUSE).epochs();
		ModelFile.read(file);
		// NB: an epoch is told before its checkpoint is written, so one may have been told in vain
		check(stored >= said - 1 && stored >= reached,
			"epoch " + said + " was reached, but the checkpoint is of epoch " + stored);
		mostLost = Math.max(mostLost, said - stored);
		reached = stored;
	}

	private void finish(final Path killed, final UNetModel expected) throws IOException {
		ResumedTrainingTest.assertSame(expected, ModelFile.read(SoakTraining.model(killed)));
		check(names(killed).equals(List.of("log", "soak.mcdunet.zip")),
			"left behind: " + names(killed));
		Files.delete(SoakTraining.model(killed));
		finished++;
		reached = 0;
		out.println(kills + " kills so far, " + finished + " trainings to the end");
	}

	private static int lastEpoch(final Path folder) throws IOException {
		int last = 0;
		for (final String line : lines(folder)) {
			final Matcher m = EPOCH.matcher(line);
			if (m.matches()) last = Integer.parseInt(m.group(1));
		}
		return last;
	}

	private static List<String> lines(final Path folder) throws IOException {
		return Files.readAllLines(folder.resolve("log"));
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}

	private static void check(final boolean good, final String otherwise) {
		if (!good) throw new AssertionError(otherwise);
	}
}
