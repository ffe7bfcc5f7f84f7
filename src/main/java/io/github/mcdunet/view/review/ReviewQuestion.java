package io.github.mcdunet.view.review;

import java.awt.Dialog;

import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JOptionPane;

/** What to do with the decisions of a review whose window is closed. */
final class ReviewQuestion {

	static final String FINISH = "Open reviewed masks";
	static final String DISCARD = "Discard review";
	static final String BACK = "Go on reviewing";

	private ReviewQuestion() {
	}

	/** @return one of the answers; closing the question is {@link #BACK} */
	static String ask(final JFrame window) {
		final String[] answers = { FINISH, DISCARD, BACK };
		final JOptionPane pane = new JOptionPane(
			"What shall become of your decisions?\n\n\"" + DISCARD + "\" loses them.",
			JOptionPane.QUESTION_MESSAGE, JOptionPane.DEFAULT_OPTION, null, answers, FINISH);
		final JDialog dialog = pane.createDialog(window, window.getTitle());
		// NB: the rest of Fiji may be used while it waits for an answer.
		dialog.setModalityType(Dialog.ModalityType.DOCUMENT_MODAL);
		dialog.setVisible(true);
		dialog.dispose();
		return FINISH.equals(pane.getValue()) || DISCARD.equals(pane.getValue())
			? (String) pane.getValue() : BACK;
	}
}
