package io.github.mcdunet.view.training;

import java.awt.Font;
import java.util.List;

import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;

/** A window with the lines that a training wrote, to read and copy. */
final class TrainingLog {

	private TrainingLog() {
	}

	static void show(final JFrame window, final List<String> lines) {
		final JTextArea text = new JTextArea(String.join("\n", lines), 20, 90);
		text.setEditable(false);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		final JDialog dialog = new JDialog(window, "Log: " + window.getTitle(), false);
		dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		dialog.add(new JScrollPane(text));
		dialog.pack();
		dialog.setLocationRelativeTo(window);
		dialog.setVisible(true);
	}
}
