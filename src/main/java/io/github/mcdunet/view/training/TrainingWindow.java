package io.github.mcdunet.view.training;

import io.github.mcdunet.Progress;
import io.github.mcdunet.training.TrainingListener;

import javax.swing.SwingUtilities;

/**
 * A window that shows how a training goes: curves, the time that is left and a validation image as
 * the network predicts it by now; with buttons to end it. May be used from any thread; needs a
 * screen.
 */
public final class TrainingWindow {

	private final TrainingMonitor monitor;
	private TrainingFrame frame; // NB: only the event thread, which builds it, touches it.

	/**
	 * Opens the window.
	 *
	 * @param progress is told everything too, and may cancel
	 */
	public TrainingWindow(final String title, final Progress progress) {
		monitor = new TrainingMonitor(progress);
		SwingUtilities.invokeLater(() -> {
			frame = new TrainingFrame(title, monitor);
			frame.setVisible(true);
		});
	}

	/** What the training tells. */
	public TrainingListener listener() {
		return monitor;
	}

	/** What the training reports to, and is canceled by, whichever button was pressed. */
	public Progress progress() {
		return monitor;
	}

	/** Whether "Cancel" was pressed: nothing of the training shall be kept. */
	public boolean isDiscarded() {
		return monitor.isDiscarded();
	}

	/**
	 * The training is over; the window stays until it is closed.
	 *
	 * @param text how it ended, for the person
	 * @param predict what the button "Predict..." does, in the event thread
	 */
	public void end(final String text, final Runnable predict) {
		SwingUtilities.invokeLater(() -> frame.end(text, predict));
	}

	/** Closes the window without a question. */
	public void close() {
		SwingUtilities.invokeLater(() -> frame.dispose());
	}
}
