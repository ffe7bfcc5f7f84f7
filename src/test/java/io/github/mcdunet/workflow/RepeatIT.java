package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.file.ModelFile;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The same seed, data and version give the same weights on the same machine, bit for bit, for any
 * one number of threads.
 */
public class RepeatIT {

	private static final int EPOCHS = 4;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void oneThread() throws Exception {
		assertEquals(weights("1", "onednn"), weights("1", "onednn"));
	}

	@Test
	public void twoThreads() throws Exception {
		assertEquals(weights("2", "onednn"), weights("2", "onednn"));
	}

	/**
	 * The engine in Java gives the same bits for any number of processors, though not those of
	 * oneDNN.
	 */
	@Test
	public void anyNumberOfProcessorsInJava() throws Exception {
		final String one = weights("1", "portable");
		assertEquals(one, weights("2", "portable"));
		assertNotEquals(one, weights("1", "onednn"));
	}

	/** SHA-256 of all parameters after a training in a Java of its own. */
	private String weights(final String threads, final String engine) throws Exception {
		final Path out = folder.newFolder().toPath();
		final ProcessBuilder builder = new ProcessBuilder(
			System.getProperty("java.home") + "/bin/java", "-Xmx512m",
			"-XX:ActiveProcessorCount=" + threads, "-Dmcdunet.engine=" + engine, "-cp",
			System.getProperty("java.class.path"), SoakTraining.class.getName(), out.toString(),
			String.valueOf(EPOCHS));
		builder.environment().put("OMP_NUM_THREADS", threads);
		builder.environment().put("OMP_WAIT_POLICY", "passive");
		final Process process = builder.redirectErrorStream(true)
			.redirectOutput(out.resolve("log").toFile()).start();
		assertTrue("not done in ten minutes", process.waitFor(10, TimeUnit.MINUTES));
		assertEquals(Files.readString(out.resolve("log")), 0, process.exitValue());
		final MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (final Parameters.Entry entry : ModelFile.read(SoakTraining.model(out)).parameters()
			.entries()) {
			final ByteBuffer bytes = ByteBuffer.allocate(4 * entry.values().length);
			bytes.asFloatBuffer().put(entry.values());
			digest.update(bytes);
		}
		return Base64.getEncoder().encodeToString(digest.digest());
	}
}
