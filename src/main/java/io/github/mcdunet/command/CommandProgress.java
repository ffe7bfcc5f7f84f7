package io.github.mcdunet.command;

import io.github.mcdunet.Progress;

import org.scijava.log.LogService;
import org.scijava.task.Task;

/** Shows progress as a SciJava task, which Fiji draws with a button to cancel it; messages go to the log. */
final class CommandProgress implements Progress, AutoCloseable {

	private final Task task;
	private final LogService log;

	CommandProgress(final Task task, final LogService log) {
		this.task = task;
		this.log = log;
		task.start();
	}

	@Override
	public void report(final String stage, final long done, final long total) {
		if (task.getProgressMaximum() != total) task.setProgressMaximum(total);
		if (!stage.equals(task.getStatusMessage())) task.setStatusMessage(stage);
		task.setProgressValue(done);
	}

	@Override
	public void message(final String line) {
		log.info(line);
	}

	@Override
	public boolean isCanceled() {
		return task.isCanceled();
	}

	@Override
	public void close() {
		task.finish();
	}
}
