package io.github.mcdunet.bridge;

import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Callable;

/** Finds open windows, and waits for them, for their pictures and for other things. */
final class Windows {

	/** In milliseconds. The limit is there for a machine that does a dozen other things. */
	private static final long PATIENCE = 300_000, PAUSE = 50;
	private static final int FEW_COLORS = 3, LOOKS = 3;

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

	/** @throws IllegalStateException if it does not come true in five minutes */
	static void waitFor(final String what, final Callable<Boolean> condition) throws Exception {
		final long end = System.currentTimeMillis() + PATIENCE;
		while (!condition.call()) {
			if (System.currentTimeMillis() > end)
				throw new IllegalStateException("Waited in vain for " + what);
			Thread.sleep(PAUSE);
		}
	}

	/**
	 * A part of the screen that is painted, of which nothing more changes: several looks, one after
	 * the other, are the same.
	 */
	static BufferedImage still(final Robot robot, final Rectangle area) throws Exception {
		final Deque<BufferedImage> looks = new ArrayDeque<>();
		waitFor("a picture that stays", () -> {
			looks.addLast(painted(robot, area));
			if (looks.size() > LOOKS) looks.removeFirst();
			return looks.size() == LOOKS && looks.stream().map(Windows::pixels)
				.allMatch(pixels -> Arrays.equals(pixels, pixels(looks.getLast())));
		});
		return looks.getLast();
	}

	/** A part of the screen that is painted, though it may go on to change. */
	static BufferedImage painted(final Robot robot, final Rectangle area) throws Exception {
		final BufferedImage[] look = new BufferedImage[1];
		waitFor("a painted window", () -> {
			robot.waitForIdle();
			look[0] = robot.createScreenCapture(area);
			return Arrays.stream(pixels(look[0])).distinct().count() > FEW_COLORS;
		});
		return look[0];
	}

	private static int[] pixels(final BufferedImage picture) {
		return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0,
			picture.getWidth());
	}
}
