package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.Macro;

import io.github.mcdunet.command.dialog.MissingInputs;
import io.github.mcdunet.command.dialog.ShownTables;

import org.junit.After;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.task.TaskService;

/** What Fiji does for us before and after a command. */
public class ModuleProcessorsTest {

	private final Context context = new Context(CommandService.class, ModuleService.class,
		TaskService.class);
	private final Module evaluate = context.service(ModuleService.class)
		.createModule(context.service(CommandService.class).getCommand(Evaluate.class));

	@After
	public void dispose() {
		context.dispose();
	}

	@Test
	public void whatIsMissingIsNamedAsInTheDialog() {
		final MissingInputs missing = new MissingInputs();
		context.inject(missing);
		missing.process(evaluate);
		assertTrue(missing.isCanceled());
		assertEquals(
			"No image is given for 'Predicted masks'. Open the image first and choose it; a macro names "
				+ "it by its title.",
			missing.getCancelReason());
	}

	/** NB: ImageJ knows a macro's options by the name of its thread. */
	@Test
	public void aTitleThatNoImageHasIsNamed() throws InterruptedException {
		final MissingInputs missing = new MissingInputs();
		context.inject(missing);
		final Thread macro = new Thread(() -> missing.process(evaluate), "Run$_macro");
		Macro.setOptions(macro, "prediction=[my mask] truth=[Worms truth]");
		macro.start();
		macro.join();
		assertEquals(
			"No image 'my mask' is open, which the macro gives for 'Predicted masks'. Open it first; its "
				+ "title is what its window says.",
			missing.getCancelReason());
	}

	@Test
	public void tablesAreNotShownTwice() {
		new ShownTables().process(evaluate);
		assertTrue(evaluate.isOutputResolved("scores"));
	}
}
