package io.github.mcdunet.view.training;

import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import io.github.mcdunet.Progress;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.Callable;

import javax.swing.JLabel;
import javax.swing.SwingUtilities;

import org.junit.Test;

/** On a screen: what a person should know stands in the training's window, not only in its log. */
public class TrainingWarningIT {

	@Test
	public void aWarningIsSeenDuringTheTrainingAndAfterIt() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless());
		final TrainingWindow window = new TrainingWindow("Warned", Progress.NONE);
		try {
			waitFor(() -> frame().isShowing());
			window.progress().message("only a line");
			window.progress().warn("The <disk> is full & so on.");
			waitFor(() -> shows(frame(), "The &lt;disk> is full &amp; so on."));
			window.progress().warn("The network has not learned to find any object.");
			window.end("Done", () -> {
			});
			waitFor(() -> shows(frame(), "The network has not learned to find any object."));
			assertTrue(!shows(frame(), "only a line"));
		}
		finally {
			window.close();
		}
	}

	private static Frame frame() {
		for (final Frame frame : Frame.getFrames())
			if (frame.getTitle().equals("Warned")) return frame;
		return new Frame();
	}

	private static boolean shows(final Container parent, final String text) {
		for (final Component c : parent.getComponents())
			if (c instanceof JLabel label && label.isShowing() && label.getHeight() > 10
				&& String.valueOf(label.getText()).contains(text)
				|| c instanceof Container inner && shows(inner, text)) return true;
		return false;
	}

	private static void waitFor(final Callable<Boolean> condition) throws Exception {
		final boolean[] met = { false };
		for (int i = 0; i < 300 && !met[0]; i++) {
			Thread.sleep(100);
			SwingUtilities.invokeAndWait(() -> {
				try {
					met[0] = condition.call();
				}
				catch (final Exception e) {
					throw new IllegalStateException(e);
				}
			});
		}
		assertTrue(met[0]);
	}
}
