package io.github.mcdunet.view.training;

import java.awt.Dialog;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JOptionPane;

/**
 * What to do with a training whose window is closed, or that is canceled though something has been
 * learnt.
 */
final class ClosingQuestion {

	static final String BACKGROUND = "Keep training in background";
	static final String STOP = "Stop and keep best";
	static final String CANCEL = "Cancel training";
	static final String BACK = "Keep training";
	private static final String NAME = "question";

	private ClosingQuestion() {
	}

	/** The window is closed. */
	static void close(final JFrame window, final TrainingMonitor monitor) {
		final List<String> answers = new ArrayList<>(List.of(BACKGROUND));
		if (monitor.status().history().isPresent()) answers.add(STOP);
		answers.add(CANCEL);
		final String answer = ask(window,
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
			final String answer = ask(window,
				String.format(Locale.ROOT,
					"Throw this training away? Nothing will be written.\n\n%s",
					monitor.status().bestLine()),
				List.of(BACK, STOP, CANCEL));
			if (answer.equals(STOP)) monitor.stop();
			if (!answer.equals(CANCEL)) return;
		}
		monitor.discard();
	}

	/** @return one of the answers, or an empty text if there is none */
	private static String ask(final JFrame window, final String question,
		final List<String> answers) {
		final JOptionPane pane = new JOptionPane(question, JOptionPane.QUESTION_MESSAGE,
			JOptionPane.DEFAULT_OPTION, null, answers.toArray(), answers.get(0));
		final JDialog dialog = pane.createDialog(window, window.getTitle());
		dialog.setName(NAME);
		// NB: the rest of Fiji may be used while it waits for an answer.
		dialog.setModalityType(Dialog.ModalityType.DOCUMENT_MODAL);
		dialog.setVisible(true);
		dialog.dispose();
		return pane.getValue() instanceof String && answers.contains(pane.getValue())
			? (String) pane.getValue() : "";
	}

	/** The training is over: nobody needs an answer any more. */
	static void withdraw(final JFrame window) {
		for (final Window dialog : window.getOwnedWindows())
			if (NAME.equals(dialog.getName())) dialog.dispose();
	}
}
