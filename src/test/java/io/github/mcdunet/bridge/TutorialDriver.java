package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.text.TextWindow;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.InputEvent;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;

/** Plays the tutorial in plain ImageJ, in a Java machine of its own, and takes its pictures. Arguments: folder for the pictures, folder for the model. */
public final class TutorialDriver {

	private static final long PATIENCE = 600_000;

	private final Robot robot = new Robot();
	private final Path pictures;
	private final Path model;

	private TutorialDriver(final Path pictures, final Path folder) throws Exception {
		this.pictures = pictures;
		model = folder.resolve("worms.mcdunet.zip");
	}

	public static void main(final String[] args) throws Exception {
		int exit = 1; // NB: ImageJ's threads would keep the machine running after an exception
		try {
			new ImageJ(ImageJ.STANDALONE).setLocation(760, 940);
			final TutorialDriver driver = new TutorialDriver(Paths.get(args[0]), Paths.get(args[1]));
			driver.sample();
			driver.train();
			driver.predict();
			driver.trust();
			exit = 0;
		}
		catch (final Exception | Error e) {
			e.printStackTrace();
		}
		System.exit(exit);
	}

	private void sample() throws Exception {
		IJ.runMacro("run('Open Sample Worms...', 'number=40 size=128 seed=1');");
		place("Worms", 20, 20, 3);
		place("Worms truth", 406, 20, 3);
		photograph("tutorial-sample", window("Worms"), window("Worms truth"));
	}

	private void train() throws Exception {
		new Thread(() -> IJ.doCommand("Train U-Net...")).start();
		waitFor("dialog", () -> dialog("Train U-Net") != null);
		final Dialog dialog = dialog("Train U-Net");
		photograph("tutorial-train", dialog);
		press(dialog, "Cancel");
		final Thread training = new Thread(() -> {
			try {
				IJ.run("Train U-Net...",
					"images=Worms truth=[Mask stack] masks=[Worms truth] modelfile=[" + model
						+ "] network=[MC dropout U-Net] epochs=60 showwindow=true");
			}
			catch (final RuntimeException e) {
				// NB: ImageJ remembers that a dialog was canceled before
				if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			}
		});
		training.start();
		training.join(PATIENCE);
		waitFor("training window", () -> frame("Training worms") != null);
		photograph("tutorial-training", frame("Training worms"));
		EventQueue.invokeAndWait(frame("Training worms")::dispose);
		IJ.runMacro("close('*');");
	}

	private void predict() throws Exception {
		IJ.runMacro("run('Open Sample Worms...', 'number=5 size=128 seed=2');");
		IJ.run("Predict with U-Net...", "images=Worms modelfile=[" + model
			+ "] samples=20 threshold=0.5 minimumarea=20 seed=1 mutualinformation=false variance=false entropyparts=false "
			+ "confidence=true calibrate=false results=[Separate images] roifile=[] csvfile=[]");
		place("Worms", 20, 20, 3);
		place("Worms mask", 406, 20, 3);
		place("Worms probability", 20, 470, 3);
		place("Worms uncertainty", 406, 470, 3);
		photograph("tutorial-results", window("Worms"), window("Worms mask"), window("Worms probability"),
			window(
				"Worms uncertainty"));
		final TextWindow table = (TextWindow) frame("MC Dropout U-Net objects");
		EventQueue.invokeAndWait(() -> {
			window("Worms probability").setVisible(false);
			window("Worms uncertainty").setVisible(false);
			table.setBounds(20, 470, 900, 200);
			table.toFront();
		});
		Thread.sleep(1000);
		robot.mouseMove(table.getX() + 100, table.getY() + 90); // the third row or so
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		waitFor("selected object", () -> WindowManager.getImage("Worms").getRoi() != null);
		photograph("tutorial-table", window("Worms"), window("Worms mask"), table);
	}

	private void trust() throws Exception {
		IJ.run("Trust Report...", "images=Worms truth=[Mask stack] masks=[Worms truth] modelfile=[" + model
			+ "] secondmodel=[] thirdmodel=[] estimator=[MC dropout] samples=20 seed=1 csvfile=[]");
		place("Worms checking", 20, 20, 1);
		photograph("tutorial-trust", window("Worms checking"));
	}

	private static void press(final Dialog dialog, final String label) throws Exception {
		final Button button = button(dialog, label);
		EventQueue.invokeAndWait(() -> {
			for (final ActionListener listener : button.getActionListeners())
				listener.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label));
		});
		waitFor("end of " + dialog.getTitle(), () -> !dialog.isShowing());
	}

	private static Button button(final Container container, final String label) {
		for (final Component component : container.getComponents()) {
			if (component instanceof Button && ((Button) component).getLabel().trim().equals(label))
				return (Button) component;
			final Button inside = component instanceof Container
				? button((Container) component, label)
				: null;
			if (inside != null) return inside;
		}
		return null;
	}

	private static void place(final String title, final int x, final int y, final int zoom) throws Exception {
		final ImagePlus image = WindowManager.getImage(title);
		EventQueue.invokeAndWait(() -> {
			if (image.getNChannels() > 1) image.setC(2); // in which all worms are seen
			image.getCanvas().setMagnification(zoom);
			image.getWindow().setLocationAndSize(x, y, image.getWidth() * zoom + 12,
				image.getHeight() * zoom + 50);
		});
	}

	private static ImageWindow window(final String title) {
		return WindowManager.getImage(title).getWindow();
	}

	private static Dialog dialog(final String title) {
		for (final Window window : Window.getWindows())
			if (window instanceof Dialog && window.isShowing() && title.equals(((Dialog) window).getTitle()))
				return (Dialog) window;
		return null;
	}

	private static Frame frame(final String title) {
		for (final Frame frame : Frame.getFrames())
			if (frame.isShowing() && frame.getTitle().startsWith(title)) return frame;
		return null;
	}

	private void photograph(final String name, final Window... windows) throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (final Window window : windows) {
				window.toFront();
				// NB: a window that moves is exposed anew, which makes all its parts paint themselves
				window.setLocation(window.getX() + 1, window.getY());
				window.repaint();
			}
		});
		Thread.sleep(2500);
		Rectangle all = windows[0].getBounds();
		for (final Window window : windows)
			all = all.union(window.getBounds());
		ImageIO.write(robot.createScreenCapture(all), "png", pictures.resolve(name + ".png").toFile());
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
