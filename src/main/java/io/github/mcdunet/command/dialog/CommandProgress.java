package io.github.mcdunet.command.dialog;

import io.github.mcdunet.Progress;
import io.github.mcdunet.forecast.TimeLeft;

import java.util.function.Consumer;

import org.scijava.task.Task;

/**
 * Shows progress as a SciJava task, which Fiji draws with a button to cancel it; messages go to a
 * log.
 */
final class CommandProgress implements Progress, AutoCloseable {

	private final Task task;
	private final Consumer<String> log;
	private final long start = System.nanoTime();
	private String stage = "";

	CommandProgress(final Task task, final Consumer<String> log) {
		this.task = task;
		this.log = log;
		task.start();
	}

	@Override
	public void report(final String newStage, final long done, final long total) {
		if (task.getProgressMaximum() != total) task.setProgressMaximum(total);
		final String status = newStage + timeLeft(newStage, (double) done / Math.max(1, total));
		if (!status.equals(stage)) task.setStatusMessage(status);
		stage = status;
		task.setProgressValue(done);
	}

	/** NB: some stages know better themselves. */
	private String timeLeft(final String newStage, final double done) {
		final String left = TimeLeft.of((System.nanoTime() - start) / 1e9, done);
		return left.isEmpty() || newStage.endsWith("left") ? "" : ", " + left;
	}

	@Override
	public void message(final String line) {
		log.accept(line);
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
