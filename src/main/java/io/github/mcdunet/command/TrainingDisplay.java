package io.github.mcdunet.command;

import ij.macro.Interpreter;

import io.github.mcdunet.Progress;
import io.github.mcdunet.training.TrainingListener;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.view.training.TrainingWindow;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The training window where one is wanted and can be, and what its buttons mean for the command.
 */
final class TrainingDisplay implements AutoCloseable {

	private final Optional<TrainingWindow> window;
	private final Progress progress;
	private boolean stays;

	private TrainingDisplay(final Optional<TrainingWindow> window, final Progress progress) {
		this.window = window;
		this.progress = progress;
	}

	/** @param wanted by the person; no window opens without a screen or in a macro's batch mode */
	static TrainingDisplay open(final boolean wanted, final Path modelFile,
		final Progress progress) {
		final boolean possible = wanted && !GraphicsEnvironment.isHeadless()
			&& !Interpreter.isBatchMode();
		return new TrainingDisplay(possible
			? Optional.of(new TrainingWindow("Training " + modelFile.getFileName(), progress))
			: Optional.empty(), progress);
	}

	TrainingListener listener() {
		return window.map(TrainingWindow::listener).orElse(TrainingListener.NONE);
	}

	Progress progress() {
		return window.map(TrainingWindow::progress).orElse(progress);
	}

	/** Whether the person pressed "Cancel". */
	boolean isDiscarded() {
		return window.isPresent() && window.get().isDiscarded();
	}

	/** @throws CancellationException if the person wants nothing of the training */
	void checkWanted() {
		if (isDiscarded())
			throw new CancellationException("The training was canceled, and nothing was written.");
	}

	/** The model is written: the window says so and stays, unless a macro continues. */
	void end(final TrainingResult.End end, final Path modelFile, final Runnable predict) {
		stays = Interpreter.getInstance() == null;
		window.ifPresent(w -> w.end(
			"Done (" + end.text() + "). Model written to " + modelFile.getFileName(), predict));
	}

	/** Closes the window unless it shows a training that ended well. */
	@Override
	public void close() {
		if (!stays) window.ifPresent(TrainingWindow::close);
	}
}
