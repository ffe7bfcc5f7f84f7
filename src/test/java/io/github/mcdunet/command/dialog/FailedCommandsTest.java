package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import ij.macro.Interpreter;

import io.github.mcdunet.command.CommandLine;
import io.github.mcdunet.command.Evaluate;
import io.github.mcdunet.command.ImportFolder;
import io.github.mcdunet.command.OpenSample;
import io.github.mcdunet.command.PredictFolder;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.SciJavaService;
import org.scijava.ui.UIService;

/** What follows from a command that failed in a run without windows. */
public class FailedCommandsTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	/** SciJava asks for the last file in vain, and cancels without a word. */
	@Test
	public void aMissingFileIsNamed() throws Exception {
		try (Context context = new Context()) {
			context.service(UIService.class).setHeadless(true);
			final CommandModule module = context.service(CommandService.class)
				.run(ImportFolder.class, true, "imagePattern", "*_image.*").get();
			assertTrue(module.isCanceled());
			assertTrue(module.getCancelReason(), module.getCancelReason().startsWith("'Folder"));
		}
	}

	/** Fiji starts services of the kinds that it knows, and no others. */
	@Test
	public void fijiStartsTheService() {
		try (Context context = new Context(SciJavaService.class)) {
			assertNotNull(context.getService(FailedCommands.class));
		}
	}

	/** What the last dialog had would make a macro's result depend on who ran it. */
	@Test
	public void aModelThatADialogRememberedIsNotTakenWithoutAScreen() throws Exception {
		try (Context context = new Context()) {
			context.service(UIService.class).setHeadless(true);
			final CommandService commands = context.service(CommandService.class);
			final ModuleItem<File> remembered = commands.getCommand(PredictFolder.class)
				.getInput("modelFile", File.class);
			context.service(ModuleService.class).save(remembered, folder.newFile("m.mcdunet.zip"));
			try {
				final CommandModule module = commands.run(PredictFolder.class, true, "imageFolder",
					folder.getRoot(), "resultFolder", folder.newFolder("results")).get();
				assertTrue(module.isCanceled());
				assertTrue(module.getCancelReason(),
					module.getCancelReason().startsWith("'Model file' is missing."));
			}
			finally {
				context.service(ModuleService.class).save(remembered, null);
			}
		}
	}

	/** A macro waits for its command, as in Fiji, and its next line must not run. */
	@Test
	public void theMacroStopsAtOnceAndQuietly() throws Exception {
		final PrintStream out = System.out, err = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		final long start = System.nanoTime();
		try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
			System.setOut(all);
			System.setErr(all);
			final Thread macro = new Thread(
				() -> new Interpreter().run("print('BEFORE');\n" + "call('"
					+ FailedCommandsTest.class.getName() + ".fail');\nprint('AFTER');", ""),
				"Run$_mainMacro$");
			macro.start();
			macro.join();
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		final double seconds = (System.nanoTime() - start) / 1e9;
		final String text = printed.toString(StandardCharsets.UTF_8);
		assertTrue(text, text.contains("BEFORE") && text.contains("No image is given"));
		assertFalse(text, text.contains("AFTER") || text.contains("ThreadDeath")
			|| text.contains("InterruptedException") || text.contains("\tat "));
		assertTrue(seconds + " s", seconds < 60);
	}

	/** Called by the macro. */
	public static String fail() throws InterruptedException, ExecutionException {
		try (Context context = new Context()) {
			final Future<CommandModule> failing = context.service(CommandService.class)
				.run(Evaluate.class, true);
			assertTrue(failing.get().isCanceled());
			return "";
		}
	}

	@Test
	public void theExitCodeTells() throws Exception {
		final CommandLine failed = new CommandLine(folder.newFolder())
			.run(ImportFolder.class.getName(), "imagePattern='*_image.*'");
		assertEquals(failed.output(), 1, failed.exit());
		assertTrue(failed.output(), failed.output().contains("'Folder"));
		assertFalse(failed.output(), failed.output().contains("\tat "));
		final CommandLine fine = new CommandLine(folder.newFolder()).run(OpenSample.class.getName(),
			"number=2,size=64");
		assertEquals(fine.output(), 0, fine.exit());
	}
}
