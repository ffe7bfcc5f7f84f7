package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What happens when the system has no more memory for the native library: not a made-up error, but
 * the real one.
 */
public class MemoryLimitIT {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test(timeout = 1_200_000)
	public void tilesAndBatchesBecomeSmallerAndTheWorkGoesOn() throws Exception {
		assumeTrue("needs Linux's prlimit", Files.isExecutable(Path.of("/usr/bin/prlimit")));
		final Path log = folder.newFile().toPath();
		final ProcessBuilder program = new ProcessBuilder(
			System.getProperty("java.home") + "/bin/java", "-Xms512m", "-Xmx512m",
			"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
			MemoryLimit.class.getName());
		program.environment().put("OMP_WAIT_POLICY", "passive");
		program.environment().put("OMP_NUM_THREADS", "1");
		// NB: what is freed goes back to the system, so that the limit means what it says
		for (final String threshold : List.of("MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"))
			program.environment().put(threshold, "262144");
		program.environment().put("MALLOC_ARENA_MAX", "1");
		assertEquals(0,
			program.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor());
		final List<String> lines = Files.readAllLines(log);
		assertTrue(lines.toString(), lines.contains("Done"));
		// NB: what is freed may be enough for the whole image later, or not enough for half a batch: that is up to the system
		assertTrue(lines.toString(), lines.stream()
			.anyMatch(line -> line.startsWith("Memory ran out; going on with tiles of")));
		assertTrue(lines.toString(),
			lines.contains("Memory ran out; going on with 4 images per step."));
	}
}
