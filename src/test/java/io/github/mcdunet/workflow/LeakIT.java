package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LeakIT {

	/**
	 * In kB: what the compiler and the collector of Java may still take; seven leaked graphs would
	 * be more.
	 */
	private static final long TOLERANCE = 40_000;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	/** 40 in every build, and 100 with -Pnightly. */
	private static final int TRAININGS = Integer.getInteger("leak.count", 40);

	@Test(timeout = 3_600_000)
	public void manyTrainingsAndTenTimesAsManyPredictionsLeaveNothing() throws Exception {
		assumeTrue("needs Linux", Files.isReadable(Path.of("/proc/self/status")));
		final Path log = folder.newFile().toPath();
		final ProcessBuilder program = new ProcessBuilder(
			System.getProperty("java.home") + "/bin/java", "-Xms300m", "-Xmx300m", "-cp",
			System.getProperty("java.class.path"), LeakSoak.class.getName(),
			String.valueOf(TRAININGS));
		program.environment().put("OMP_WAIT_POLICY", "passive");
		program.environment().put("OMP_NUM_THREADS", "1");
		assertEquals(0,
			program.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor());
		final List<Long> resident = Files.readAllLines(log).stream().map(Long::valueOf)
			.collect(Collectors.toList());
		assertEquals(resident.toString(), 10, resident.size());
		final long early = resident.get(1), late = Math.min(resident.get(8), resident.get(9));
		assertTrue(resident.toString(), late < early + TOLERANCE);
	}
}
