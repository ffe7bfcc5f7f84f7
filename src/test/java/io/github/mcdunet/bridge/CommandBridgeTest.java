package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Runs the bridge as a macro without a screen does. */
public class CommandBridgeTest {

	private ImagePlus first;
	private ImagePlus second;

	@Before
	public void openTwoImages() {
		Interpreter.batchMode = true;
		first = IJ.createImage("first", "8-bit ramp", 4, 3, 1);
		second = IJ.createImage("second one", "8-bit ramp", 4, 3, 1);
		first.show();
		second.show();
	}

	@After
	public void closeImages() {
		Interpreter.removeBatchModeImage(first);
		Interpreter.removeBatchModeImage(second);
		Interpreter.batchMode = false;
	}

	@Test
	public void everyKindOfValueArrives() throws Exception {
		run("image=first count=5 weight=0.25 kind=[second kind] add=false textfile=[/a b/c.txt]");
		assertEquals("5 0.25 second kind false " + new java.io.File("/a b/c.txt"),
			first.getProperty("seen"));
		assertNull(second.getProperty("seen"));
	}

	@Test
	public void imageIsFoundByTitleWithSpacesAndById() throws Exception {
		run("image=[second one] count=1");
		assertEquals("1 0.5 first kind true null", second.getProperty("seen"));
		run("image=" + first.getID() + " count=3");
		assertEquals("3 0.5 first kind true null", first.getProperty("seen"));
	}

	@Test
	public void theOnlyImageOfACommandIsTheActiveOne() throws Exception {
		run("count=4");
		final ImagePlus active = WindowManager.getCurrentImage();
		assertNotNull(active);
		assertEquals("4 0.5 first kind true null", active.getProperty("seen"));
	}

	@Test
	public void unknownImageUnknownKeyAndBadNumberAreNamed() throws Exception {
		assertTrue(
			run("image=third").contains("no open image 'third'. Open are: 'first', 'second one'"));
		assertTrue(run("image=first cuont=3")
			.contains("'cuont' is unknown to this command. It knows: image, count"));
		assertTrue(
			run("image=first count=many").contains("'many' is not a value for count (Count)"));
		assertTrue(
			run("image=first add=perhaps").contains("'perhaps' is not a value for add (Add)"));
		assertNull(first.getProperty("seen"));
	}

	@Test
	public void aCanceledCommandSaysWhy() throws Exception {
		assertTrue(run("image=first count=7").contains("Sum: Seven is not allowed."));
	}

	@Test
	public void aBugKeepsItsStackTrace() throws Exception {
		final AtomicReference<Throwable> thrown = new AtomicReference<>();
		runOnMacroThread("image=first count=8", thrown);
		assertEquals("a bug", thrown.get().getMessage());
	}

	@Test
	public void contextClassLoaderIsRestored() throws Exception {
		final ClassLoader mine = new ClassLoader(null) {
		};
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(mine);
		try {
			new CommandBridge().run(SumCommand.class.getName());
		}
		finally {
			assertSame(mine, thread.getContextClassLoader());
			thread.setContextClassLoader(before);
		}
	}

	/** What was printed or logged; fails if the command threw. */
	private static String run(final String options) throws Exception {
		final AtomicReference<Throwable> thrown = new AtomicReference<>();
		final String printed = runOnMacroThread(options, thrown);
		assertFalse(String.valueOf(thrown.get()), thrown.get() != null);
		return printed;
	}

	private static String runOnMacroThread(final String options,
		final AtomicReference<Throwable> thrown) throws Exception {
		final PrintStream out = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		// NB: ImageJ hands options only to threads of this name.
		final Thread thread = new Thread(() -> {
			Macro.setOptions(options);
			new CommandBridge().run(SumCommand.class.getName());
		}, "Run$_test");
		thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
		System.setOut(new PrintStream(printed, true, "UTF-8"));
		try {
			thread.start();
			thread.join();
		}
		finally {
			System.setOut(out);
		}
		return new String(printed.toByteArray(), StandardCharsets.UTF_8);
	}
}
