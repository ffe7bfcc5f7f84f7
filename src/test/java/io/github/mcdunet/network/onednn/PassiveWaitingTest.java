package io.github.mcdunet.network.onednn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.junit.Test;

/** In a Java of its own, whose variables the test decides. */
public class PassiveWaitingTest {

	/** Loads oneDNN, and prints what the C library's variables say. */
	public static void main(final String[] args) {
		OneDnn.get();
		final PointerPointer<Pointer> list = new PointerPointer<>(
			new PointerPointer<>(Loader.addressof("environ")).get(0));
		final List<String> variables = new ArrayList<>();
		for (int i = 0; list.get(i) != null; i++)
			variables.add(new BytePointer(list.get(i)).getString());
		Collections.sort(variables);
		variables.stream().filter(v -> v.startsWith("OMP_WAIT") || v.startsWith("OTHER"))
			.forEach(System.out::println);
		System.out.println("Java: " + System.getenv("OMP_WAIT_POLICY"));
	}

	@Test
	public void theCLibraryIsToldBeforeOpenMpIsLoaded() throws Exception {
		assumeTrue(System.getProperty("os.name").equals("Linux"));
		assertEquals("OMP_WAIT_POLICY=PASSIVE\nOTHER=1\nJava: null\n", said(null));
	}

	@Test
	public void thePersonsOwnPolicyStays() throws Exception {
		assumeTrue(System.getProperty("os.name").equals("Linux"));
		assertEquals("OMP_WAIT_POLICY=ACTIVE\nOTHER=1\nJava: ACTIVE\n", said("ACTIVE"));
	}

	private static String said(final String policy) throws Exception {
		final ProcessBuilder java = new ProcessBuilder(
			Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), PassiveWaitingTest.class.getName());
		java.environment().put("OTHER", "1");
		java.environment().remove("OMP_WAIT_POLICY");
		if (policy != null) java.environment().put("OMP_WAIT_POLICY", policy);
		final Process process = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final String text = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		assertEquals(text, 0, process.waitFor());
		return text;
	}
}
