package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.Macro;
import ij.WindowManager;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;

/**
 * Plays a person at plain ImageJ, in a Java machine of its own, who watches a training, steps
 * through the validation images, and stops it; then one who cancels, and one who closes the window
 * and lets the training go on. Arguments: folder for the pictures, folder for the models.
 */
public final class TrainingWindowDriver {

	private static final long PATIENCE = 300_000; // milliseconds
	private static final String STOP = "Stop and keep best";

	private final Robot robot;
	private final Path pictures;
	private final Path models;

	private TrainingWindowDriver(final Path pictures, final Path models) throws Exception {
		this.robot = new Robot();
		this.pictures = pictures;
		this.models = models;
	}

	public static void main(final String[] args) throws Exception {
		int exit = 1; // NB: ImageJ's threads would keep the machine running after an exception
		try {
			new ImageJ(ImageJ.STANDALONE);
			IJ.runMacro("run('Open Sample Worms...', 'number=12 size=96 seed=1');");
			final TrainingWindowDriver driver = new TrainingWindowDriver(
				Files.createDirectories(Paths.get(args[0])),
				Files.createDirectories(Paths.get(args[1])));
			driver.stop();
			driver.cancel();
			driver.background();
			exit = 0;
		}
		catch (final Exception | Error e) {
			System.err.println("Exception " + Arrays.asList(e.getStackTrace()) + " " + e);
		}
		System.exit(exit);
	}

	private void stop() throws Exception {
		final Thread training = start("stopped.mcdunet.zip", 2000);
		final JFrame window = window("Training stopped");
		Windows.waitFor("curves",
			() -> find(window, JLabel.class, "Best epoch: ([2-9]|[1-9]\\d+) .*") != null);
		press(window, "next", false);
		Windows.waitFor("preview",
			() -> find(window, JLabel.class, "Validation image 2 of 2.*, after epoch.*") != null
				|| find(window, JLabel.class, "Validation image 1 of 2.*, after epoch.*") != null);
		photograph(window, "training-window");
		press(window, STOP, true);
		training.join(PATIENCE);
		Windows.waitFor("end",
			() -> find(window, JLabel.class, "Done \\(stopped by the user\\).*") != null);
		photograph(window, "training-window-ended");
		press(window, "Show log", true);
		Windows.waitFor("log", () -> Windows.showing("Log: Training stopped") != null);
		press(window, "Predict...", true);
		Windows.waitFor("dialog of Predict", () -> Windows.showing("Predict with U-Net") != null);
		final Window predict = Windows.showing("Predict with U-Net");
		ImageIO.write(Windows.still(robot, predict.getBounds()), "png",
			pictures.resolve("predict-after-training.png").toFile());
		EventQueue.invokeAndWait(predict::dispose);
		EventQueue.invokeAndWait(Windows.showing("Log: Training stopped")::dispose);
		press(window, "Close", true);
		Windows.waitFor("closed window", () -> !window.isShowing());
	}

	private void cancel() throws Exception {
		final Thread training = start("canceled.mcdunet.zip", 2000);
		final JFrame window = window("Training canceled");
		Windows.waitFor("checkpoint",
			() -> Files.exists(models.resolve("canceled.mcdunet.checkpoint.zip")));
		EventQueue.invokeLater(find(window, JButton.class, "Cancel")::doClick);
		press(question(window, "training-window-canceling"), "Keep training", true);
		Windows.waitFor("taken back",
			() -> window.getOwnedWindows().length == 0 || !window.getOwnedWindows()[0].isShowing());
		if (!window.isShowing()) throw new IllegalStateException("The training did not go on");
		EventQueue.invokeLater(find(window, JButton.class, "Cancel")::doClick);
		press(question(window, "training-window-canceling"), "Cancel training", true);
		Windows.waitFor("closed window", () -> !window.isShowing());
		Windows.waitFor("reason", () -> Windows.showing("Train U-Net") != null);
		EventQueue.invokeAndWait(Windows.showing("Train U-Net")::dispose);
		training.join(PATIENCE);
	}

	private void background() throws Exception {
		final Thread training = start("background.mcdunet.zip", 40);
		final JFrame window = window("Training background");
		Windows.waitFor("curves", () -> find(window, JLabel.class, "Epoch [3-9] of .*") != null);
		EventQueue.invokeAndWait(() -> window.setSize(1280, 760));
		photograph(window, "training-window-large");
		EventQueue.invokeLater(
			() -> window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING)));
		press(question(window, "training-window-closing"), "Keep training in background", true);
		Windows.waitFor("closed window", () -> !window.isShowing());
		if (!training.isAlive())
			throw new IllegalStateException("The training ended with its window");
		training.join(PATIENCE);
	}

	private Window question(final JFrame window, final String picture) throws Exception {
		Windows.waitFor("question",
			() -> Arrays.stream(window.getOwnedWindows()).anyMatch(Window::isShowing));
		final Window question = Arrays.stream(window.getOwnedWindows()).filter(Window::isShowing)
			.findFirst().get();
		ImageIO.write(Windows.still(robot, question.getBounds()), "png",
			pictures.resolve(picture + ".png").toFile());
		return question;
	}

	private Thread start(final String model, final int epochs) {
		final Thread thread = new Thread(() -> {
			try {
				IJ.run("Train U-Net...",
					"images=Worms truth=[Mask stack] " + "masks=[Worms truth] modelfile=["
						+ models.resolve(model) + "] epochs=" + epochs + " patience=0 "
						+ "basefilters=4 depth=3 showwindow=true");
			}
			catch (final RuntimeException e) {
				// NB: so ImageJ stops a macro whose command was canceled.
				if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			}
		}, "training");
		thread.start();
		return thread;
	}

	private static JFrame window(final String title) throws Exception {
		Windows.waitFor(title, () -> Windows.showing(title) != null);
		return (JFrame) Windows.showing(title);
	}

	private void photograph(final JFrame window, final String name) throws Exception {
		EventQueue.invokeAndWait(() -> {
			WindowManager.getImage("Worms truth").getWindow().toBack();
			window.toFront();
			window.repaint();
		});
		ImageIO.write(Windows.painted(robot, window.getBounds()), "png",
			pictures.resolve(name + ".png").toFile());
	}

	private static void press(final Window window, final String label, final boolean text)
		throws Exception {
		final JButton button = text ? find(window, JButton.class, label) : named(window, label);
		if (button == null) throw new IllegalStateException("No button " + label);
		Windows.waitFor("button " + label, button::isEnabled);
		EventQueue.invokeAndWait(button::doClick);
	}

	private static JButton named(final Container container, final String name) {
		for (final Component c : container.getComponents()) {
			if (c instanceof JButton && name.equals(c.getName())) return (JButton) c;
			final JButton inside = c instanceof Container ? named((Container) c, name) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	/** The first visible label or button whose text is such. */
	private static <T extends Component> T find(final Container container, final Class<T> type,
		final String regex) {
		for (final Component c : container.getComponents()) {
			if (!c.isVisible()) continue;
			if (type.isInstance(c) && text(c).matches(regex)) return type.cast(c);
			final T inside = c instanceof Container ? find((Container) c, type, regex) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	private static String text(final Component c) {
		final String text = c instanceof JLabel ? ((JLabel) c).getText()
			: c instanceof JButton ? ((JButton) c).getText() : null;
		return text == null ? "" : text;
	}
}
