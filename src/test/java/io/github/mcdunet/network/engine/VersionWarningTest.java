package io.github.mcdunet.network.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.bytedeco.javacpp.Loader;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class VersionWarningTest {

	private final PrintStream before = System.err;
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final PrintStream console = new PrintStream(bytes, true, StandardCharsets.UTF_8);

	@Before
	public void watchTheConsole() {
		System.setErr(console);
	}

	@After
	public void putBack() {
		System.setErr(before);
	}

	/** JavaCPP itself compares its version with that of any library; gson's is another. */
	@Test
	public void whatJavaCppSaysIsHidden() {
		Loader.checkVersion("com.google.code.gson", "gson", "-", true, com.google.gson.Gson.class);
		final String said = printed();
		assertEquals(said, "Warning: Versions of org.bytedeco:javacpp:",
			said.substring(0, Math.min(42, said.length())));
		bytes.reset();
		VersionWarning.hiddenWhile(() -> Loader.checkVersion("com.google.code.gson", "gson", "-",
			true, com.google.gson.Gson.class));
		assertEquals("", printed());
	}

	@Test
	public void everythingElseIsPrintedAndTheConsoleIsBack() {
		assertEquals("result", VersionWarning.hiddenWhile(() -> {
			System.err.println("Warning: something else");
			System.err.print("ü");
			System.err.println(5);
			return "result";
		}));
		assertEquals("Warning: something else\nü5\n", printed());
		assertSame(console, System.err);
	}

	@Test
	public void whenLoadingFailsTheWarningIsPrinted() {
		assertThrows(UnsatisfiedLinkError.class, () -> VersionWarning.hiddenWhile(() -> {
			System.err.println("Warning: Versions of org.bytedeco:javacpp:1 and x:2 do not match.");
			throw new UnsatisfiedLinkError("no dnnl");
		}));
		assertEquals("Warning: Versions of org.bytedeco:javacpp:1 and x:2 do not match.\n",
			printed());
		assertSame(console, System.err);
	}

	private String printed() {
		return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}
}
