package io.github.mcdunet.command.dialog;

import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.view.ResultLayout;

import java.awt.GraphicsEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;

/**
 * What all our commands do alike: check the parameters, show progress, and turn what the person can
 * mend into a cancellation with a reason, which SciJava shows as a dialog. Bugs stay exceptions.
 */
public abstract class CancelableCommand extends ContextCommand {

	@Parameter
	private TaskService taskService;

	@Parameter
	private CommandService commandService;

	@Parameter
	private LogService logService;

	@Parameter(required = false)
	private UIService uiService;

	/** What was typed into a dialog and is no value, by parameter: a sentence each. */
	private final Map<String, String> mistyped = new LinkedHashMap<>();

	private boolean askedFor;

	/** Notes that a person, and no macro or script, has given the parameters. */
	final void askedFor() {
		askedFor = true;
	}

	final boolean isAskedFor() {
		return askedFor;
	}

	/**
	 * What a dialog's field holds.
	 *
	 * @param problem a sentence if that is no value, else empty
	 */
	final void typed(final String parameter, final String problem) {
		if (problem.isEmpty()) mistyped.remove(parameter);
		else
			mistyped.put(parameter, problem);
	}

	/** @throws McdUnetException if a dialog's field holds what is no value */
	final void checkTyped() {
		mistyped.values().stream().findFirst().ifPresent(problem -> {
			throw new McdUnetException(problem);
		});
	}

	@Override
	public final void run() {
		final CommandInfo info = commandService.getCommand(getClass());
		try (CommandProgress progress = new CommandProgress(taskService.createTask(info.getTitle()),
			this::log)) {
			InputChecks.check(info.createModule(this));
			execute(progress);
		}
		catch (final McdUnetException | CancellationException e) {
			stop(info, e.getMessage());
		}
		catch (final OutOfMemoryError e) {
			logService.error(e);
			stop(info, "Memory ran out (" + e.getMessage() + "). " + MemoryBudget.remedy());
		}
	}

	/**
	 * In Fiji, SciJava's own log is in a console that nobody has open: where there is a screen,
	 * ImageJ's log.
	 */
	private void log(final String line) {
		if (uiService != null && uiService.isVisible()) ResultLayout.log(line);
		else
			logService.info(line);
	}

	private void stop(final CommandInfo info, final String reason) {
		// NB: without a screen nobody else tells the reason.
		if (GraphicsEnvironment.isHeadless()) logService.error(info.getTitle() + " " + reason);
		cancel(reason);
	}

	/**
	 * Does the work; the parameters have been checked.
	 *
	 * @throws McdUnetException if the person can mend what is wrong
	 * @throws CancellationException if canceled
	 */
	protected abstract void execute(Progress progress);
}
