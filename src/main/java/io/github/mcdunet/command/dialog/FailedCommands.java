package io.github.mcdunet.command.dialog;

import ij.Macro;
import ij.plugin.frame.Recorder;

import org.scijava.event.EventHandler;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.module.event.ModuleEvent;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * What follows in Fiji from a command of ours that failed or was canceled: the macro stops, the
 * recorder forgets the line, which would have no parameters, and if a command line without windows
 * runs it, Java's exit code tells.
 */
// NB: a SciJavaService, as Fiji starts only the kinds of services that it knows.
@Plugin(type = Service.class)
public class FailedCommands extends AbstractService implements SciJavaService {

	private volatile boolean hasFailed;

	// NB: called in the command's thread, before the macro continues.
	@EventHandler
	void onEvent(final ModuleCanceledEvent event) {
		if (!isOurs(event)) return;
		hasFailed = true;
		if (Recorder.record && Macro.getOptions() == null) Recorder.setCommand(null);
		CallingMacro.stop();
	}

	@EventHandler
	void onEvent(final ModuleErroredEvent event) {
		if (isOurs(event)) hasFailed = true;
	}

	private static boolean isOurs(final ModuleEvent event) {
		return event.getModule().getDelegateObject() instanceof CancelableCommand;
	}

	/** Fiji ends a run without windows by disposing all services. */
	@Override
	public void dispose() {
		if (hasFailed && CommandLineRun.isCalling()) CommandLineRun.fail();
	}
}
