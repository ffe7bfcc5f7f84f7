package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.KeyStroke;

/**
 * Plays a person at plain ImageJ, in a Java machine of its own, who trains a small network,
 * predicts, reviews the most uncertain objects, and trains again on the reviewed masks. Arguments:
 * folder for the pictures, folder for the models.
 */
public final class ReviewWindowDriver {

	private static final String TITLE = "Review Worms";

	private final ScreenPerson person;
	private final Path models;
	private JFrame window;
	private JTable places;

	private ReviewWindowDriver(final Path pictures, final Path models) throws Exception {
		person = new ScreenPerson(pictures);
		this.models = models;
	}

	public static void main(final String[] args) throws Exception {
		int exit = 1; // NB: ImageJ's threads would keep the machine running after an exception
		try {
			new ImageJ(ImageJ.STANDALONE);
			final ReviewWindowDriver driver = new ReviewWindowDriver(
				Files.createDirectories(Paths.get(args[0])),
				Files.createDirectories(Paths.get(args[1])));
			driver.predict();
			driver.review();
			driver.trainAgain();
			driver.reviewSome();
			driver.reviewObjects();
			exit = 0;
		}
		catch (final Exception | Error e) {
			System.err.println("Exception " + Arrays.asList(e.getStackTrace()) + " " + e);
		}
		System.exit(exit);
	}

	private void predict() {
		final String model = models.resolve("small.mcdunet.zip").toString();
		IJ.runMacro("run('Open Sample Worms...', 'number=24 size=96 seed=1');");
		IJ.runMacro(
			"run('Train U-Net...', 'images=Worms truth=[Mask stack] masks=[Worms truth] modelfile=["
				+ model
				+ "] epochs=40 patience=0 basefilters=6 depth=3 dropoutrate=0.2 learningrate=0.01 showwindow=false');");
		IJ.runMacro("close('*'); run('Open Sample Worms...', 'number=4 size=192 seed=2');");
		IJ.runMacro("run('Predict with U-Net...', 'images=Worms modelfile=[" + model + "] samples=8"
			+ " minimumarea=5');");
	}

	private void open(final String options) throws Exception {
		IJ.runMacro("run('Review Uncertain Objects...', 'images=Worms mask=[Worms mask] "
			+ "probability=[Worms probability] uncertainty=[Worms uncertainty] " + options + "');");
		window = (JFrame) person.window(TITLE);
		places = ScreenPerson.named(window, JTable.class, "places");
	}

	private void review() throws Exception {
		open("showwindow=true");
		final ImagePlus images = WindowManager.getImage("Worms"),
			mask = WindowManager.getImage("Worms mask");
		arrange(images);
		check("first row", places.getSelectedRow() == 0 && places.getRowCount() > 8);
		atPlace(images, 0);
		person.photograph(window.getBounds(), "review-window");
		choose(row("object", 2));
		person.photograph(window.getBounds().union(images.getWindow().getBounds()), "review");
		choose(0);

		person.press(window, "Accept");
		check("accepted", state(0).equals("accepted") && places.getSelectedRow() == 1);
		final int deleted = row("object", 1);
		choose(deleted);
		atPlace(images, deleted);
		final Roi gone = (Roi) images.getRoi().clone();
		final int goneOn = images.getT();
		key("D");
		check("deleted by its key", state(deleted).equals("deleted"));

		final int redrawn = row("object", deleted + 1);
		choose(redrawn);
		IJ.setTool("rectangle");
		final Rectangle seen = images.getCanvas().getSrcRect();
		final int x = seen.x + seen.width / 4, y = seen.y + seen.height / 4;
		EventQueue.invokeAndWait(images::deleteRoi);
		person.drag(images, x, y, x + 9, y + 6);
		check("drawn", images.getRoi() != null);
		final Rectangle drawn = images.getRoi().getBounds();
		final int drawnOn = images.getT();
		person.photograph(images.getWindow().getBounds(), "review-redrawing");
		person.press(window, "Redraw");
		check("redrawn", state(redrawn).equals("redrawn"));

		person.press(window, "Redraw");
		check("no second redraw", places.getSelectedRow() != redrawn);
		EventQueue.invokeAndWait(() -> {
			images.setPosition(1, 1, 1);
			images.setRoi(new Roi(1, 1, 3, 2));
		});
		person.press(window, "Add");
		final int last = places.getRowCount() - 1;
		check("added", state(last).equals("added") && places.getValueAt(last, 1).equals("added 1"));
		person.press(window, "Undo");
		check("undone", places.getRowCount() == last);
		EventQueue.invokeAndWait(() -> images.setRoi(new Roi(1, 1, 3, 2)));
		person.press(window, "Add");
		final int missed = row("maybe missed", 0);
		if (missed >= 0) {
			choose(missed);
			check("its words", ScreenPerson.named(window, JButton.class, "Dismiss") != null);
			person.photograph(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()),
				"review-missed");
			person.press(window, "Accept as object");
		}
		person.photograph(window.getBounds(), "review-window-later");

		EventQueue.invokeLater(
			() -> window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING)));
		Windows.waitFor("question",
			() -> Arrays.stream(window.getOwnedWindows()).anyMatch(Window::isShowing));
		final Window question = Arrays.stream(window.getOwnedWindows()).filter(Window::isShowing)
			.findFirst().get();
		person.photograph(question.getBounds(), "review-closing");
		person.press(question, "Go on reviewing");
		check("still open", window.isShowing());
		person.press(window, "Finish");
		Windows.waitFor("result", () -> WindowManager.getImage("Worms reviewed") != null);
		check("closed", !window.isShowing());

		final ImagePlus reviewed = WindowManager.getImage("Worms reviewed");
		check("as many",
			reviewed.getStackSize() == mask.getStackSize() && reviewed.getBitDepth() == 8);
		check("the same label",
			reviewed.getStack().getSliceLabel(2).equals(mask.getStack().getSliceLabel(2)));
		check("deleted pixels",
			pixels(mask, goneOn, gone) > 0 && pixels(reviewed, goneOn, gone) == 0);
		check("redrawn pixels",
			pixels(reviewed, drawnOn, new Roi(drawn)) == drawn.width * drawn.height);
		check("added pixels", pixels(reviewed, 1, new Roi(1, 1, 3, 2)) == 6);
	}

	/** The masks go into a training as they are. */
	private void trainAgain() {
		final Path model = models.resolve("again.mcdunet.zip");
		IJ.runMacro(
			"run('Train U-Net...', 'images=Worms truth=[Mask stack] masks=[Worms reviewed] modelfile=["
				+ model + "] epochs=1 trainingsize=64 basefilters=4 depth=3 showwindow=false');");
		check("second model", Files.exists(model));
	}

	/**
	 * The two most uncertain images only; the images are closed in between, and only what was
	 * reviewed comes back.
	 */
	private void reviewSome() throws Exception {
		IJ.runMacro("close('Worms reviewed');");
		open("mostuncertain=2 includeunreviewed=false");
		final JTable images = ScreenPerson.named(window, JTable.class, "images");
		check("two images and all", images.getRowCount() == 3);
		person.press(window, "Finish");
		check("not without a review", window.isShowing());
		EventQueue.invokeAndWait(() -> images.setRowSelectionInterval(2, 2));
		final String name = images.getValueAt(2, 0).toString();
		check("one image", places.getValueAt(0, 0).equals(name));
		final ImagePlus worms = WindowManager.getImage("Worms");
		EventQueue.invokeAndWait(() -> {
			worms.changes = false;
			worms.getWindow().close();
		});
		choose(1);
		check("opened again", worms.getWindow().isShowing());
		person.press(window, "Accept");
		person.press(window, "Finish");
		Windows.waitFor("images", () -> WindowManager.getImage("Worms reviewed images") != null);
		final ImagePlus some = WindowManager.getImage("Worms reviewed images");
		check("one of two channels", some.getNChannels() == 2 && some.getNFrames() == 1);
		check("its mask",
			WindowManager.getImage("Worms reviewed").getStack().getSliceLabel(1).equals(name));
	}

	/**
	 * Two squares that touch as one object, and a third one; the keys split, merge, set the class
	 * and take back.
	 */
	private void reviewObjects() throws Exception {
		final int size = 120;
		final ImagePlus pairs = IJ.createImage("Pairs", "8-bit black", size, size, 1),
			mask = IJ.createImage("Pairs mask", "8-bit black", size, size, 1),
			labels = IJ.createImage("Pairs objects", "16-bit black", size, size, 1),
			probability = IJ.createImage("Pairs probability", "32-bit black", size, size, 1),
			uncertainty = IJ.createImage("Pairs uncertainty", "32-bit black", size, size, 1),
			separation = IJ.createImage("Pairs separation", "32-bit black", size, size, 1);
		for (int y = 20; y < 50; y++)
			for (int x = 20; x < 80; x++) {
				pairs.getProcessor().set(x, y, x == 50 ? 120 : 200);
				mask.getProcessor().set(x, y, 255);
				labels.getProcessor().set(x, y, 1);
				probability.getProcessor().setf(x, y, 0.875f);
				separation.getProcessor().setf(x, y, x == 50 ? 0.25f : 0.9f);
			}
		for (int y = 50; y < 80; y++)
			for (int x = 20; x < 50; x++) {
				pairs.getProcessor().set(x, y, 160);
				mask.getProcessor().set(x, y, 255);
				labels.getProcessor().set(x, y, 2);
				probability.getProcessor().setf(x, y, 0.875f);
			}
		labels.setProp("mcdunet.classes", "000000 background; e69f00 round; 56b4e9 rod");
		labels.setProp("mcdunet.objects.1", "1 1 0.6 0.45 0 0 0.9; 2 1 0.9 0 0 0 0.55");
		for (final ImagePlus image : Arrays.asList(mask, labels, probability, uncertainty,
			separation, pairs))
			EventQueue.invokeAndWait(image::show);
		IJ.runMacro("run('Review Uncertain Objects...', 'images=Pairs mask=[Pairs mask] "
			+ "probability=[Pairs probability] uncertainty=[Pairs uncertainty] "
			+ "objects=[Pairs objects] showwindow=true');");
		window = (JFrame) person.window("Review Pairs");
		places = ScreenPerson.named(window, JTable.class, "places");
		check("questions first",
			places.getValueAt(0, 6).equals("one or two? 0.45")
				&& places.getValueAt(0, 1).equals("object 1 (round)")
				&& places.getValueAt(1, 6).equals("which class? 0.45"));
		person.photograph(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()),
			"review-questions");
		final int rows = places.getRowCount();
		key("S");
		check("split", state(0).equals("split") && places.getRowCount() == rows + 1);
		check("the border", Math.abs(pairs.getRoi().getBounds().width - 30) <= 1);
		person.photograph(window.getBounds().union(pairs.getWindow().getBounds()), "review-split");
		key("U");
		check("one again", state(0).isEmpty() && places.getRowCount() == rows);
		key("S");
		choose(rows);
		key("G");
		check("merged", state(rows).equals("merged"));
		key("U");
		choose(1);
		key("2");
		check("its class",
			state(1).equals("class set") && places.getValueAt(1, 1).equals("object 2 (rod)"));
		person.press(window, "Finish");
		Windows.waitFor("mask", () -> WindowManager.getImage("Pairs reviewed") != null);
		final ImagePlus objects = WindowManager.getImage("Pairs reviewed objects"),
			classes = WindowManager.getImage("Pairs reviewed classes");
		final int left = objects.getProcessor().get(30, 30),
			right = objects.getProcessor().get(70, 30), below = objects.getProcessor().get(30, 70);
		check("three objects", left > 0 && right > 0 && below > 0 && left + right + below == 6
			&& left != right && right != below);
		check("two classes", classes.getProcessor().get(30, 30) == 1
			&& classes.getProcessor().get(70, 30) == 1 && classes.getProcessor().get(30, 70) == 2);
	}

	/** So that windows do not hide each other. */
	private void arrange(final ImagePlus images) throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (final int id : WindowManager.getIDList())
				WindowManager.getImage(id).getWindow().setLocation(1150, 760);
			for (final Frame table : WindowManager.getNonImageWindows())
				if (table != window) table.setLocation(0, 720);
			images.setC(2);
			IJ.run(images, "Enhance Contrast", "saturated=0.1");
			images.getWindow().setLocation(0, 100);
			images.getWindow().toFront();
			window.setLocation(490, 100);
			window.toFront();
		});
	}

	private void choose(final int row) throws Exception {
		EventQueue.invokeAndWait(() -> places.setRowSelectionInterval(row, row));
	}

	private void key(final String letter) throws Exception {
		EventQueue.invokeAndWait(() -> {
			final Object name = window.getRootPane().getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
				.get(KeyStroke.getKeyStroke(letter));
			window.getRootPane().getActionMap().get(name).actionPerformed(null);
		});
	}

	private String state(final int row) {
		return places.getValueAt(row, 5).toString();
	}

	/** The first open row of that kind from a row on, or -1. */
	private int row(final String kind, final int from) {
		for (int row = from; row < places.getRowCount(); row++)
			if (places.getValueAt(row, 1).toString().startsWith(kind) && state(row).isEmpty())
				return row;
		return -1;
	}

	/**
	 * Whether the image shows what the row says: its slice, with a selection that lies in what is
	 * seen.
	 */
	private void atPlace(final ImagePlus images, final int row) {
		final String label = images.getStack()
			.getSliceLabel(images.getStackIndex(1, 1, images.getT())).split("\n")[0];
		check("slice of row " + row, label.equals(places.getValueAt(row, 0)));
		if (places.getValueAt(row, 1).toString().startsWith("rest")) return;
		final Rectangle roi = images.getRoi().getBounds();
		check("selection in sight", images.getCanvas().getSrcRect().contains(roi));
	}

	/** Number of object pixels of a mask within a ROI. */
	private static int pixels(final ImagePlus mask, final int frame, final Roi roi) {
		int n = 0;
		for (final Point p : roi)
			if (mask.getStack().getProcessor(frame).get(p.x, p.y) != 0) n++;
		return n;
	}

	private static void check(final String what, final boolean right) {
		if (!right) throw new IllegalStateException("Wrong: " + what);
	}
}
