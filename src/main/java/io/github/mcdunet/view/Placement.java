package io.github.mcdunet.view;

import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ComponentAdapter;

import javax.swing.Timer;

/**
 * Where a new window belongs. A desktop places it too, at times after us, and Java hears late where
 * it is; so the window keeps its placement for a while, and is put there again.
 */
final class Placement extends ComponentAdapter {

	/** Until a desktop is done with a new window, in milliseconds. */
	private static final int LATE = 500;

	private final Rectangle place;

	private Placement(final Rectangle place) {
		this.place = place;
	}

	/** Puts the window there, now and once more when the desktop is done with it. */
	static void put(final Window window, final Rectangle place) {
		forget(window);
		final Placement placement = new Placement(place);
		window.addComponentListener(placement);
		window.setBounds(place);
		final Timer again = new Timer(LATE, event -> {
			if (placement.isCurrent(window) && window.isShowing()
				&& !window.getBounds().equals(place)) window.setBounds(place);
			window.removeComponentListener(placement);
		});
		again.setRepeats(false);
		again.start();
	}

	/** Where the window is, or is about to be. */
	static Rectangle bounds(final Window window) {
		for (final var listener : window.getComponentListeners())
			if (listener instanceof Placement) return new Rectangle(((Placement) listener).place);
		return window.getBounds();
	}

	private static void forget(final Window window) {
		for (final var listener : window.getComponentListeners())
			if (listener instanceof Placement) window.removeComponentListener(listener);
	}

	private boolean isCurrent(final Window window) {
		for (final var listener : window.getComponentListeners())
			if (listener == this) return true;
		return false;
	}
}
