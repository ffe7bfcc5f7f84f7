package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

import org.junit.Before;
import org.junit.Test;

/** On a screen: the window that asks where else to write a model, and its answers. */
public class OtherPlaceIT {

	private static final Path WANTED = Paths.get("full disk", "worms.mcdunet.zip");
	private static final String PROBLEM = "The file \"worms.mcdunet.zip\" cannot be written: the disk <D:> is full.";

	@Before
	public void needsAScreen() {
		assumeFalse(GraphicsEnvironment.isHeadless());
	}

	@Test
	public void tryAgainIsTheSamePlace() throws Exception {
		assertEquals(Optional.of(WANTED), answered(OtherPlace.AGAIN));
	}

	@Test
	public void theTemporaryFolderIsWhereOneGivesUp() throws Exception {
		assertEquals(Optional.empty(), answered("Temporary folder"));
	}

	/** Presses a button of the question, which is closed then and leaves no window behind. */
	private static Optional<Path> answered(final String button) throws Exception {
		final CompletableFuture<Optional<Path>> answer = CompletableFuture
			.supplyAsync(() -> OtherPlace.ofScreen().choose(PROBLEM, WANTED));
		JDialog question = null;
		for (int i = 0; i < 300 && question == null; i++) {
			Thread.sleep(100);
			question = question();
		}
		final JDialog asked = question;
		assertTrue(find(asked, JLabel.class, "the disk &lt;D:> is full.") != null);
		SwingUtilities.invokeAndWait(
			() -> ((AbstractButton) find(asked, AbstractButton.class, button)).doClick());
		final Optional<Path> place = answer.get(30, TimeUnit.SECONDS);
		assertTrue(!asked.isShowing() && !asked.getOwner().isDisplayable());
		return place;
	}

	private static JDialog question() {
		for (final Window window : Window.getWindows())
			if (window instanceof JDialog dialog && dialog.isShowing()
				&& dialog.getTitle().equals("The model is still in memory")) return dialog;
		return null;
	}

	private static Component find(final Container parent, final Class<?> type, final String text) {
		for (final Component c : parent.getComponents()) {
			final String said = c instanceof AbstractButton b ? b.getText()
				: c instanceof JLabel l ? l.getText() : "";
			if (type.isInstance(c) && said != null && said.contains(text)) return c;
			final Component inner = c instanceof Container box ? find(box, type, text) : null;
			if (inner != null) return inner;
		}
		return null;
	}
}
