package io.github.mcdunet.view;

import java.util.ArrayList;
import java.util.List;

import javax.swing.JFrame;
import javax.swing.JOptionPane;

/** What to do with a training whose window is closed. */
final class ClosingQuestion {

	static final String KEEP = "Keep training";
	static final String STOP = "Stop and keep best";
	static final String CANCEL = "Cancel training";

	private ClosingQuestion() {
	}

	static void ask(final JFrame window, final TrainingMonitor monitor) {
		final List<String> answers = new ArrayList<>(List.of(KEEP));
		if (monitor.status().history().isPresent()) answers.add(STOP);
		answers.add(CANCEL);
		final int answer = JOptionPane.showOptionDialog(window,
			"The network is still being trained. What shall become of it?\n'" + CANCEL
				+ "' writes nothing.",
			window.getTitle(), JOptionPane.DEFAULT_OPTION,
			JOptionPane.QUESTION_MESSAGE, null, answers.toArray(), KEEP);
		if (answer == JOptionPane.CLOSED_OPTION) return;
		if (answers.get(answer).equals(STOP)) monitor.stop();
		if (answers.get(answer).equals(CANCEL)) monitor.discard();
	}
}
