package io.github.mcdunet.bridge;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;

/**
 * Somebody who finds windows, types into ImageJ's dialogs, presses their buttons and takes
 * pictures.
 */
final class Player {

	private final Robot robot;
	private final Path pictures;

	Player(final Path pictures) throws Exception {
		this.robot = new Robot();
		this.pictures = pictures;
	}

	/** The visible window whose title begins so, when it has come and is painted. */
	Window shown(final String title) throws Exception {
		Windows.waitFor("window " + title, () -> Windows.showing(title) != null);
		final Window window = Windows.showing(title);
		EventQueue.invokeAndWait(() -> {
			// NB: without a window manager nobody else brings it to the front
			window.toFront();
			// A window that moves is exposed anew, which makes all its parts paint themselves
			window.setLocation(window.getX() + 1, window.getY());
			for (final Component component : window.getComponents())
				component.repaint();
		});
		Windows.still(robot, window.getBounds());
		return window;
	}

	/** @param name of the picture; all but letters become dashes */
	void photograph(final Rectangle area, final String name) throws Exception {
		final String file = name.replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "").toLowerCase()
			+ ".png";
		ImageIO.write(Windows.still(robot, area), "png", pictures.resolve(file).toFile());
	}

	static void press(final Window dialog, final String label) throws Exception {
		final Button button = button(dialog, label);
		EventQueue.invokeAndWait(() -> {
			for (final ActionListener listener : button.getActionListeners())
				listener
					.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label));
		});
		Windows.waitFor("end of " + Windows.title(dialog), () -> !dialog.isShowing());
	}

	static Button button(final Container container, final String label) {
		for (final Component component : container.getComponents()) {
			if (component instanceof Button && ((Button) component).getLabel().equals(label))
				return (Button) component;
			final Button inside = component instanceof Container
				? button((Container) component, label) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	static void type(final Window dialog, final String label, final String text) throws Exception {
		final TextField field = (TextField) beside(dialog, label);
		if (field.getText().equals(text)) return;
		final AtomicBoolean told = new AtomicBoolean();
		EventQueue.invokeAndWait(() -> {
			field.addTextListener(e -> told.set(true)); // after the dialog's own listeners
			field.setText(text);
		});
		Windows.waitFor("the event of the text " + text, told::get);
	}

	/** The text field that stands after a label, perhaps with others in a panel. */
	private static Component beside(final Container container, final String label) {
		boolean after = false;
		for (final Component component : container.getComponents()) {
			if (after && component instanceof TextField) return component;
			if (after && component instanceof Container)
				return ((Container) component).getComponent(0);
			after = component instanceof Label && ((Label) component).getText().startsWith(label);
		}
		throw new IllegalStateException("No field " + label);
	}

	static void tick(final Window dialog, final String label) throws Exception {
		for (final Component component : dialog.getComponents())
			if (component instanceof Checkbox
				&& ((Checkbox) component).getLabel().startsWith(label))
				EventQueue.invokeAndWait(() -> ((Checkbox) component).setState(true));
	}

}
