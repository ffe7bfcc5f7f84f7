package io.github.mcdunet.command;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.plugin.PluginService;
import org.scijava.task.TaskService;

/** Runs commands in a bare SciJava context, as a script without Fiji does. */
public final class Commands implements AutoCloseable {

	private final Context context = new Context(CommandService.class, ModuleService.class,
		TaskService.class, ConvertService.class, LogService.class);

	/** Makes a command known that has no annotation. */
	Commands add(final Class<? extends Command> command) {
		context.service(PluginService.class).addPlugin(new CommandInfo(command));
		return this;
	}

	Context context() {
		return context;
	}

	/** @param inputs name, value, name, value ... */
	public CommandModule run(final Class<? extends Command> command, final Object... inputs)
		throws InterruptedException, ExecutionException {
		final CommandModule module = context.service(CommandService.class)
			.run(command, true, inputs).get();
		assertFalse(module.getCancelReason(), module.isCanceled());
		return module;
	}

	/** Why the command was canceled; fails if it was not. */
	String reason(final Class<? extends Command> command, final Object... inputs)
		throws InterruptedException, ExecutionException {
		final CommandModule module = context.service(CommandService.class)
			.run(command, true, inputs).get();
		assertTrue("not canceled", module.isCanceled());
		return module.getCancelReason();
	}

	@Override
	public void close() {
		context.dispose();
	}
}
