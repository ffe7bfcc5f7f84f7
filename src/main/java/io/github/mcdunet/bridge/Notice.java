package io.github.mcdunet.bridge;

import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

import java.awt.Color;
import java.awt.Dimension;

/** The lines at the end of a dialog that say what the command will take, or what is still wrong. */
final class Notice {

	/** Longer texts make the dialog grow. */
	private static final int LINES = 2;
	private static final int COLUMNS = 68;

	private final GenericDialog dialog;
	private final MultiLineLabel label;

	/** Adds it below what the dialog holds so far. */
	Notice(final GenericDialog dialog) {
		this.dialog = dialog;
		// NB: ImageJ makes a label of several lines only of a text that has them
		dialog.addMessage(wrapped("-".repeat(COLUMNS)));
		label = (MultiLineLabel) dialog.getMessage();
	}

	void show(final String text, final boolean isProblem) {
		label.setForeground(isProblem ? new Color(176, 0, 0) : Color.BLACK);
		label.setText(wrapped(text));
		final Dimension wanted = label.getPreferredSize();
		if (label.isShowing()
			&& (wanted.height > label.getHeight() || wanted.width > label.getWidth()))
			dialog.pack();
	}

	/** At least as many lines as there is room for. */
	static String wrapped(final String text) {
		final StringBuilder wrapped = new StringBuilder();
		int lines = 1, column = 0;
		for (final String word : text.split(" ")) {
			if (column > 0 && column + 1 + word.length() > COLUMNS) {
				wrapped.append('\n');
				lines++;
				column = 0;
			}
			else if (column > 0) {
				wrapped.append(' ');
				column++;
			}
			wrapped.append(word);
			column += word.length();
		}
		// NB: a line needs something to be one
		while (lines++ < LINES)
			wrapped.append("\n ");
		return wrapped.toString();
	}
}
