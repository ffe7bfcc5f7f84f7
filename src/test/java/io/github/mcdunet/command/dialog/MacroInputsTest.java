package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import ij.Macro;

import io.github.mcdunet.command.Train;

import org.junit.After;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.task.TaskService;

/** How a macro's line is read in Fiji, after Fiji's own reading. */
public class MacroInputsTest {

	private final Context context = new Context(CommandService.class, ModuleService.class,
		TaskService.class);
	private final Module train = context.service(ModuleService.class)
		.createModule(context.service(CommandService.class).getCommand(Train.class));

	@After
	public void dispose() {
		context.dispose();
	}

	@Test
	public void anUnknownKeyIsNamedWithTheOneThatIsNear() throws Exception {
		final String reason = reason("images=Worms epoch=1");
		assertTrue(reason, reason.startsWith(
			"Did you mean 'epochs'? The macro's option 'epoch' is unknown to this command. It knows: images, truth, masks, marks, objects, modelfile,"));
		assertFalse(train.isInputResolved("epochs"));
	}

	@Test
	public void aValueThatIsNoneIsNamed() throws Exception {
		assertEquals(
			"'many' is not a value for epochs (Epochs (at most)). It takes a whole number.",
			reason("epochs=many"));
		assertEquals(
			"'many' is not a value for patience (Patience (epochs)). It takes a whole number.",
			reason("patience=many"));
		assertEquals("'1.5' is not a value for epochs (Epochs (at most)). It takes a whole number.",
			reason("epochs=1.5"));
		assertEquals(
			"'0,5' is not a value for dropoutrate (Dropout rate). It takes a number with a point, such as 0.5.",
			reason("dropoutrate=0,5"));
		assertEquals(
			"'perhaps' is not a value for augment (Flip and rotate images). It takes true or false.",
			reason("augment=perhaps"));
	}

	@Test
	public void numbersAndKeysAloneArrive() throws Exception {
		train.setInput("patience", 0); // what Fiji makes of an empty text
		assertNull(reason("epochs=20.0 seed=5 dropoutrate=.25 advanced augment=0 patience=[]"));
		assertEquals(20, train.getInput("epochs"));
		assertEquals(5L, train.getInput("seed"));
		assertEquals(0.25, train.getInput("dropoutRate"));
		assertEquals(true, train.getInput("advanced"));
		assertEquals(false, train.getInput("augment"));
		assertEquals(40, train.getInput("patience"));
		assertTrue(train.isInputResolved("epochs"));
		assertFalse(train.isInputResolved("batchSize"));
	}

	/** Fiji shows a macro's line to the commands of the script that it calls too. */
	@Test
	public void whatIsMeantForAScriptIsNoneOfOurBusiness() throws Exception {
		train.setInput("epochs", 7);
		train.resolveInput("epochs");
		assertNull(reason("input=[/data] seed=many"));
		assertEquals(7, train.getInput("epochs"));
	}

	@Test
	public void withoutAMacroNothingHappens() {
		final MacroInputs inputs = new MacroInputs();
		context.inject(inputs);
		inputs.process(train);
		assertFalse(inputs.isCanceled());
		assertFalse(train.isInputResolved("epochs"));
	}

	/** Why the command was canceled, or null. NB: ImageJ hands options only to such threads. */
	private String reason(final String line) throws InterruptedException {
		final MacroInputs inputs = new MacroInputs();
		context.inject(inputs);
		final Thread macro = new Thread(() -> {
			Macro.setOptions(line);
			inputs.process(train);
			Macro.setOptions(null);
		}, "Run$_test");
		macro.start();
		macro.join();
		return inputs.getCancelReason();
	}
}
