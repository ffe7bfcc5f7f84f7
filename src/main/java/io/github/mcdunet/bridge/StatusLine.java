package io.github.mcdunet.bridge;

import ij.IJ;

import java.util.List;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/**
 * Shows a command's progress in ImageJ's window and its messages in the Log; the Escape key
 * cancels.
 */
public final class StatusLine {

	/** NB: SciJava holds subscribers weakly, so something must hold them. */
	private List<EventSubscriber<?>> subscribers;

	StatusLine() {
	}

	static void attachTo(final Context context) {
		final StatusLine line = new StatusLine();
		line.subscribers = context.service(EventService.class).subscribe(line);
		context.service(LogService.class).addLogListener(message -> {
			// NB: errors and warnings are shown with the command's end, once.
			if (message.level() == LogLevel.INFO) line.log(message.text());
		});
	}

	private void log(final String text) {
		if (!subscribers.isEmpty()) IJ.log(text);
	}

	@EventHandler
	void onEvent(final TaskEvent event) {
		final Task task = event.getTask();
		if (task.isDone()) {
			IJ.showProgress(1);
			IJ.showStatus("");
			return;
		}
		if (IJ.escapePressed() && !task.isCanceled()) task.cancel("Canceled.");
		if (task.getStatusMessage() != null) IJ.showStatus(task.getStatusMessage());
		if (task.getProgressMaximum() > 0)
			IJ.showProgress((double) task.getProgressValue() / task.getProgressMaximum());
	}
}
