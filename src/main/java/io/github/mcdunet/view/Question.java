package io.github.mcdunet.view;

import java.awt.Dialog;
import java.awt.Window;
import java.util.List;

import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JOptionPane;

/** A question that a window asks, with a button for each answer. Used in the event thread only. */
public final class Question {

	private static final String NAME = "question";

	private Question() {
	}

	/**
	 * Waits for an answer.
	 *
	 * @param answers one at least; the first has the focus
	 * @return one of the answers, or an empty text if the question was closed
	 */
	public static String ask(final JFrame window, final String question,
		final List<String> answers) {
		final JOptionPane pane = new JOptionPane(question, JOptionPane.QUESTION_MESSAGE,
			JOptionPane.DEFAULT_OPTION, null, answers.toArray(), answers.get(0));
		final JDialog dialog = pane.createDialog(window, window.getTitle());
		dialog.setName(NAME);
		// NB: the rest of Fiji may be used while it waits for an answer.
		dialog.setModalityType(Dialog.ModalityType.DOCUMENT_MODAL);
		dialog.setVisible(true);
		dialog.dispose();
		return answers.contains(pane.getValue()) ? (String) pane.getValue() : "";
	}

	/** Closes the window's question: nobody needs an answer any more. */
	public static void withdraw(final JFrame window) {
		for (final Window dialog : window.getOwnedWindows())
			if (NAME.equals(dialog.getName())) dialog.dispose();
	}
}
