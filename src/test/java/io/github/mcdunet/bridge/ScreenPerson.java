package io.github.mcdunet.bridge;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.swing.JButton;

/** What a person at a screen does in a test: waits, presses, drags, looks. */
final class ScreenPerson {

	private final Robot robot;
	private final Path pictures;

	ScreenPerson(final Path pictures) throws Exception {
		robot = new Robot();
		robot.setAutoDelay(20);
		this.pictures = pictures;
	}

	Window window(final String title) throws Exception {
		Windows.waitFor(title, () -> Windows.showing(title) != null);
		return Windows.showing(title);
	}

	/** The first visible component inside of that type whose name is such. */
	static <T extends Component> T named(final Container container, final Class<T> type,
		final String name) {
		for (final Component c : container.getComponents()) {
			if (!c.isVisible()) continue;
			if (type.isInstance(c) && (name.equals(c.getName())
				|| c instanceof JButton && name.equals(((JButton) c).getText())))
				return type.cast(c);
			final T inside = c instanceof Container ? named((Container) c, type, name) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	void press(final Window window, final String button) throws Exception {
		final JButton found = named(window, JButton.class, button);
		if (found == null) throw new IllegalStateException("No button " + button);
		Windows.waitFor("button " + button, found::isEnabled);
		EventQueue.invokeAndWait(found::doClick);
	}

	/** Drags the mouse over an image, from one pixel's centre to another's. */
	void drag(final ImagePlus image, final int x0, final int y0, final int x1, final int y1)
		throws Exception {
		EventQueue.invokeAndWait(image.getWindow()::toFront);
		Windows.still(robot, image.getWindow().getBounds());
		final ImageCanvas canvas = image.getCanvas();
		final Point corner = canvas.getLocationOnScreen();
		robot.mouseMove(corner.x + canvas.screenXD(x0 + 0.5), corner.y + canvas.screenYD(y0 + 0.5));
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int k = 1; k <= 5; k++)
			robot.mouseMove(corner.x + canvas.screenXD(x0 + 0.5 + k * (x1 - x0) / 5.0),
				corner.y + canvas.screenYD(y0 + 0.5 + k * (y1 - y0) / 5.0));
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	/** Photographs what is on the screen there. */
	void photograph(final Rectangle bounds, final String name) throws Exception {
		ImageIO.write(Windows.still(robot, bounds), "png",
			pictures.resolve(name + ".png").toFile());
	}

}
