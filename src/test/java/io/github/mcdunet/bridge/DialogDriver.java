package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;

/**
 * Plays a person at plain ImageJ, in a Java machine of its own: records "Open Sample Worms...", then opens every command's dialog by
 * its menu entry, photographs it and cancels it. Arguments: folder for the pictures, file for the recorded macro, labels.
 */
public final class DialogDriver {

	private static final long PATIENCE = 60_000;

	private final Robot robot;
	private final Path pictures;

	private DialogDriver(final Path pictures) throws Exception {
		this.robot = new Robot();
		this.pictures = pictures;
	}

	public static void main(final String[] args) throws Exception {
		int exit = 1; // NB: ImageJ's threads would keep the machine running after an exception
		try {
			new ImageJ(ImageJ.STANDALONE);
			final DialogDriver driver = new DialogDriver(Files.createDirectories(Paths.get(args[0])));
			driver.record(args[2], Paths.get(args[1]));
			for (int i = 2; i < args.length; i++)
				driver.press(driver.open(args[i], args[i]), "Cancel");
			final Path folder = Paths.get(args[1]).resolveSibling("plain-imagej");
			driver.wholeJob(folder);
			driver.bothDialogs(folder);
			IJ.runMacro("run('Help and Citation');");
			Thread.sleep(1000);
			driver.photograph(WindowManager.getWindow("Cite MC Dropout U-Net").getBounds(),
				"help and citation");
			exit = 0;
		}
		catch (final Exception | Error e) {
			System.err.println("Exception " + Arrays.asList(e.getStackTrace()) + " " + e);
		}
		System.exit(exit);
	}

	/** Runs the first command with the recorder on, as it stands, and with what was recorded once more. */
	private void record(final String label, final Path recorded) throws Exception {
		final Recorder recorder = new Recorder();
		press(open(label, label), "  OK  ");
		waitFor("images", () -> WindowManager.getImageCount() == 2);
		waitFor("recording", () -> recorder.getText().contains("run("));
		Thread.sleep(1000);
		photograph(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()), "screen after " + label);
		final String text = recorder.getText();
		Files.write(recorded, text.getBytes(StandardCharsets.UTF_8));
		recorder.close();
		IJ.runMacro(text.substring(text.indexOf("run(")));
		waitFor("images of the recorded macro", () -> WindowManager.getImageCount() == 4);
	}

	/** Runs the sample macro, photographs the screen and notes the titles of all open images. */
	private void wholeJob(final Path folder) throws Exception {
		IJ.runMacro("close('*');");
		IJ.runMacroFile(Paths.get("macros/Train_and_Predict_Sample.ijm").toAbsolutePath().toString(),
			folder + ",12,96,2,5");
		Thread.sleep(1000);
		photograph(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()),
			"screen after the sample macro");
		final StringBuilder titles = new StringBuilder();
		for (final String title : WindowManager.getImageTitles())
			titles.append(title).append('\n');
		for (final Frame frame : WindowManager.getNonImageWindows() == null
			? new Frame[0]
			: WindowManager.getNonImageWindows())
			titles.append(frame.getTitle()).append('\n');
		Files.write(folder.resolve("titles.txt"), titles.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** Fills in both dialogs of the training with the recorder on, runs the recorded line again, and does as much for the prediction. */
	private void bothDialogs(final Path folder) throws Exception {
		final String model = folder.resolve("dialog.mcdunet.zip").toString();
		final Recorder recorder = new Recorder();
		IJ.selectWindow("Worms");
		final Dialog train = open("Train U-Net...", "train u net empty");
		check(!button(train, "  OK  ").isEnabled(), "OK although there is no file for the model");
		type(train, "Model file to write", model);
		type(train, "Epochs (at most)", "1");
		tick(train, "Advanced settings...");
		photograph(train.getBounds(), "train u net");
		press(train, "  OK  ");
		final Dialog advanced = shown("Train U-Net: Advanced", "train u net advanced");
		type(advanced, "Batch norm momentum", "2");
		waitFor("OK greyed", () -> !button(advanced, "  OK  ").isEnabled());
		photograph(advanced.getBounds(), "train u net out of range");
		type(advanced, "Batch norm momentum", "0.8");
		press(advanced, "  OK  ");
		waitFor("model", () -> Files.exists(Paths.get(model)));
		rerun(recorder, "Train U-Net...", model, folder.resolve("train.ijm"));
		final Dialog predict = open("Predict with U-Net...", "predict with u net empty");
		type(predict, "Model file", model);
		tick(predict, "Advanced settings...");
		photograph(predict.getBounds(), "predict with u net");
		press(predict, "  OK  ");
		press(shown("Predict with U-Net: Advanced", "predict with u net advanced"), "Cancel");
	}

	private static void rerun(final Recorder recorder, final String label, final String result,
		final Path recorded) throws Exception {
		waitFor("recording", () -> recorder.getText().contains("run(\"" + label));
		final String text = recorder.getText(), line = text.substring(text.indexOf("run(\"" + label));
		Files.write(recorded, line.getBytes(StandardCharsets.UTF_8));
		recorder.close();
		Files.delete(Paths.get(result));
		IJ.runMacro(line);
		check(Files.exists(Paths.get(result)), "The recorded line made no model: " + line);
	}

	private static void check(final boolean condition, final String problem) {
		if (!condition) throw new IllegalStateException(problem);
	}

	private static void type(final Dialog dialog, final String label, final String text) throws Exception {
		final TextField field = (TextField) beside(dialog, label);
		EventQueue.invokeAndWait(() -> field.setText(text));
		Thread.sleep(300); // the event comes by itself
	}

	/** The text field that stands after a label, perhaps with others in a panel. */
	private static Component beside(final Container container, final String label) {
		boolean after = false;
		for (final Component component : container.getComponents()) {
			if (after && component instanceof TextField) return component;
			if (after && component instanceof Container) return ((Container) component).getComponent(0);
			after = component instanceof Label && ((Label) component).getText().startsWith(label);
		}
		throw new IllegalStateException("No field " + label);
	}

	private static void tick(final Dialog dialog, final String label) throws Exception {
		for (final Component component : dialog.getComponents())
			if (component instanceof Checkbox && ((Checkbox) component).getLabel().startsWith(label))
				EventQueue.invokeAndWait(() -> ((Checkbox) component).setState(true));
		Thread.sleep(300);
	}

	private Dialog open(final String label, final String picture) throws Exception {
		IJ.doCommand(label);
		return shown(label.replace("...", ""), picture);
	}

	private Dialog shown(final String title, final String picture) throws Exception {
		waitFor("dialog " + title, () -> find(title) != null);
		final Dialog dialog = find(title);
		waitFor("painted dialog " + title, () -> {
			// NB: without a window manager nobody else brings it to the front
			EventQueue.invokeAndWait(() -> {
				dialog.toFront();
				// A window that moves is exposed anew, which makes all its parts paint themselves
				dialog.setLocation(dialog.getX() + 1, dialog.getY());
				for (final Component component : dialog.getComponents())
					component.repaint();
			});
			Thread.sleep(200);
			return colors(robot.createScreenCapture(dialog.getBounds())) > 3;
		});
		Thread.sleep(500);
		photograph(dialog.getBounds(), picture);
		return dialog;
	}

	private static long colors(final BufferedImage picture) {
		return Arrays
			.stream(
				picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
			.distinct().count();
	}

	private static Dialog find(final String title) {
		for (final Window window : Window.getWindows())
			if (window instanceof Dialog && window.isShowing() && title.equals(((Dialog) window).getTitle()))
				return (Dialog) window;
		return null;
	}

	private void photograph(final Rectangle area, final String name) throws IOException {
		final String file = name.replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "").toLowerCase() + ".png";
		ImageIO.write(robot.createScreenCapture(area), "png", pictures.resolve(file).toFile());
	}

	private void press(final Dialog dialog, final String label) throws Exception {
		final Button button = button(dialog, label);
		EventQueue.invokeAndWait(() -> {
			for (final ActionListener listener : button.getActionListeners())
				listener.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label));
		});
		waitFor("end of " + dialog.getTitle(), () -> !dialog.isShowing());
	}

	private static Button button(final Container container, final String label) {
		for (final Component component : container.getComponents()) {
			if (component instanceof Button && ((Button) component).getLabel().equals(label))
				return (Button) component;
			final Button inside = component instanceof Container
				? button((Container) component, label)
				: null;
			if (inside != null) return inside;
		}
		return null;
	}

	private static void waitFor(final String what, final Callable<Boolean> condition) throws Exception {
		final long end = System.currentTimeMillis() + PATIENCE;
		while (!condition.call()) {
			if (System.currentTimeMillis() > end)
				throw new IllegalStateException("Waited in vain for " + what);
			Thread.sleep(100);
		}
	}
}
