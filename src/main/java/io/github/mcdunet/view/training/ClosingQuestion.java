package io.github.mcdunet.view.training;

import io.github.mcdunet.view.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.swing.JFrame;

/**
 * What to do with a training whose window is closed, or that is canceled though something has been
 * learnt.
 */
final class ClosingQuestion {

	static final String BACKGROUND = "Keep training in background";
	static final String STOP = "Stop and keep best";
	static final String CANCEL = "Cancel training";
	static final String BACK = "Keep training";

	private ClosingQuestion() {
	}

	/** The window is closed. */
	static void close(final JFrame window, final TrainingMonitor monitor) {
		final List<String> answers = new ArrayList<>(List.of(BACKGROUND));
		if (monitor.status().history().isPresent()) answers.add(STOP);
		answers.add(CANCEL);
		final String answer = Question.ask(window,
			"The network is still being trained. What shall become of it?\n\n\"" + CANCEL
				+ "\" writes nothing.",
			answers);
		if (answer.equals(BACKGROUND)) {
			monitor.message(
				"The training goes on without its window. Fiji's button beside its progress (Escape in plain "
					+ "ImageJ) ends it with the best epoch so far.");
			window.dispose();
		}
		if (answer.equals(STOP)) monitor.stop();
		if (answer.equals(CANCEL)) monitor.discard();
	}

	/** Cancel is pressed. Asks only if something would be lost. */
	static void cancel(final JFrame window, final TrainingMonitor monitor) {
		if (monitor.status().history().isPresent()) {
			final String answer = Question.ask(window,
				String.format(Locale.ROOT,
					"Throw this training away? Nothing will be written.\n\n%s",
					monitor.status().bestLine()),
				List.of(BACK, STOP, CANCEL));
			if (answer.equals(STOP)) monitor.stop();
			if (!answer.equals(CANCEL)) return;
		}
		monitor.discard();
	}
}
