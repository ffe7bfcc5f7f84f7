package io.github.mcdunet.view.review;

import io.github.mcdunet.review.ReviewItem;
import io.github.mcdunet.review.ReviewKind;

import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;

import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;

/** The buttons that decide on a place, and their keys. */
final class ReviewButtons extends JPanel {

	private static final long serialVersionUID = 1;

	private final JButton accept;
	private final JButton delete;
	private final JButton redraw;
	private final JButton split;
	private final JButton merge;

	/** @param after is run after each deed */
	ReviewButtons(final ReviewDesk desk, final JRootPane window, final Runnable after) {
		super(new FlowLayout(FlowLayout.CENTER, 4, 4));
		accept = button(window, "Accept", KeyEvent.VK_A, "It is as shown", desk::accept, after);
		delete = button(window, "Delete", KeyEvent.VK_D, "There is no object", desk::delete, after);
		redraw = button(window, "Redraw", KeyEvent.VK_R,
			"The selection that you have drawn in the image is the object's new outline",
			desk::redraw, after);
		split = button(window, "Split", KeyEvent.VK_S,
			"It is two: divides it along the most probable border", desk::split, after);
		merge = button(window, "Merge", KeyEvent.VK_G,
			"It is one with the neighbour with which the samples join it most often, or with which it shares the longest border",
			desk::merge, after);
		button(window, "Add", KeyEvent.VK_M,
			"The selection that you have drawn in the image is an object that was missed",
			desk::add, after);
		button(window, "Undo", KeyEvent.VK_U, "Takes the last decision back", desk::undo, after);
		button(window, "Next", KeyEvent.VK_N, "Goes to the next place that is open", desk::next,
			after);
		for (int k = 1; k < 10 && desk.hasClasses(); k++) {
			final int number = k;
			key(window, KeyEvent.VK_0 + k, "class " + k, () -> desk.setClass(number), after);
		}
	}

	private static AbstractAction key(final JRootPane window, final int key, final String name,
		final Runnable deed, final Runnable after) {
		final AbstractAction action = new AbstractAction(name) {

			private static final long serialVersionUID = 1;

			@Override
			public void actionPerformed(final ActionEvent e) {
				deed.run();
				after.run();
			}
		};
		window.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(key, 0),
			name);
		window.getActionMap().put(name, action);
		return action;
	}

	private JButton button(final JRootPane window, final String text, final int key,
		final String help, final Runnable deed, final Runnable after) {
		final JButton button = new JButton(key(window, key, text, deed, after));
		button.setName(text);
		button.setToolTipText(help + " (key " + KeyEvent.getKeyText(key) + ")");
		button.setFocusable(false); // NB: so that the keys keep working, the space bar too
		add(button);
		return button;
	}

	/** Says what the buttons do here. */
	void at(final Optional<ReviewItem> item) {
		final Optional<ReviewKind> kind = item.map(i -> i.entry().kind());
		final boolean missed = kind.filter(k -> k == ReviewKind.MAYBE_MISSED).isPresent();
		final boolean rest = kind.filter(k -> k == ReviewKind.ELSEWHERE).isPresent();
		accept.setText(missed ? "Accept as object" : rest ? "Nothing is missing" : "Accept");
		delete.setText(missed ? "Dismiss" : "Delete");
		accept.setEnabled(kind.isPresent());
		delete.setEnabled(kind.isPresent() && !rest);
		redraw.setEnabled(kind.isPresent() && !rest);
		split.setEnabled(kind.isPresent() && !rest);
		merge.setEnabled(kind.isPresent() && !rest);
	}
}
