package io.github.mcdunet.bridge;

import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Window;
import java.util.concurrent.Callable;

/** Finds open windows, and waits for them and for other things. */
final class Windows {

	private static final long PATIENCE = 90_000, PAUSE = 50; // milliseconds

	private Windows() {
	}

	/** The visible window whose title begins so, or null. */
	static Window showing(final String title) {
		for (final Window window : Window.getWindows())
			if (window.isShowing() && title(window).startsWith(title)) return window;
		return null;
	}

	static String title(final Window window) {
		if (window instanceof Frame) return ((Frame) window).getTitle();
		return window instanceof Dialog ? ((Dialog) window).getTitle() : "";
	}

	/** @throws IllegalStateException if it does not come true in a minute and a half */
	static void waitFor(final String what, final Callable<Boolean> condition) throws Exception {
		final long end = System.currentTimeMillis() + PATIENCE;
		while (!condition.call()) {
			if (System.currentTimeMillis() > end)
				throw new IllegalStateException("Waited in vain for " + what);
			Thread.sleep(PAUSE);
		}
	}
}
