package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;

import io.github.mcdunet.forecast.ComputerSpeed;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does in plain ImageJ what docs/tutorial.md says, with its values, and takes the page's pictures.
 * Needs a screen, which may be a virtual one of 1400 x 1000 pixels. Arguments: the project's
 * folder. The model goes into the working directory.
 */
public final class TutorialPictures {

	private static final Pattern ENTRY = Pattern.compile("[^,]+, \"([^\"]+)\", (.+)");
	private static final String OK = "  OK  ";
	private static final String MODEL = "worms.mcdunet.zip";
	private static final int ZOOM = 250;
	private static final int ROWS = 14;

	private final Player player;

	private TutorialPictures(final Path pictures) throws Exception {
		player = new Player(pictures);
	}

	public static void main(final String[] args) throws Exception {
		int exit = 1; // NB: ImageJ's threads would keep the machine running after an exception
		try {
			final Path project = Paths.get(args[0]);
			new ImageJ(ImageJ.STANDALONE);
			addCommands(project.resolve("plugins.config"));
			final TutorialPictures pictures = new TutorialPictures(project.resolve("docs/images"));
			pictures.train();
			pictures.predict();
			pictures.trust();
			exit = 0;
		}
		catch (final Exception | Error e) {
			System.err.println("Exception " + Arrays.asList(e.getStackTrace()) + " " + e);
		}
		System.exit(exit);
	}

	/** NB: ImageJ reads plugins.config in jars only; here the classes lie in folders. */
	@SuppressWarnings("unchecked")
	private static void addCommands(final Path config) throws Exception {
		for (final String line : Files.readAllLines(config, StandardCharsets.UTF_8)) {
			final Matcher entry = ENTRY.matcher(line);
			if (entry.matches()) Menus.getCommands().put(entry.group(1), entry.group(2));
		}
	}

	private void train() throws Exception {
		IJ.run("Open Sample Worms...", "number=40 size=128 seed=1");
		IJ.selectWindow("Worms");
		IJ.doCommand("Train U-Net...");
		final Window dialog = player.shown("Train U-Net");
		Player.type(dialog, "Model file to write", MODEL);
		Player.type(dialog, "Epochs (at most)", "60");
		Windows.waitFor("the computer's speed", ComputerSpeed::isKnown);
		player.photograph(dialog.getBounds(), "tutorial train dialog");
		final long start = System.nanoTime();
		Player.press(dialog, OK);
		final Window window = player.shown("Training " + MODEL);
		EventQueue.invokeAndWait(() -> {
			window.setSize(1000, 600);
			window.setLocation(100, 100);
		});
		Windows.waitFor("the model", () -> Files.exists(Paths.get(MODEL)));
		System.err.println("Trained in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
		player.shown("Training " + MODEL);
		player.photograph(window.getBounds(), "tutorial training window");
		EventQueue.invokeAndWait(window::dispose);
	}

	private void predict() throws Exception {
		IJ.runMacro("close('*');");
		IJ.run("Open Sample Worms...", "number=20 size=128 seed=2");
		IJ.run("Predict with U-Net...", "images=Worms modelfile=" + MODEL + " minimumarea=20");
		final TextWindow table = (TextWindow) WindowManager.getFrame("MC Dropout U-Net objects");
		final ResultsTable objects = table.getResultsTable();
		final int row = lowest(objects.getColumn("Confidence"));
		final int slice = (int) objects.getValue("Slice", row);
		clearTheScreen();
		final String[] titles = { "Worms", "Worms probability", "Worms uncertainty", "Worms mask" };
		for (int i = 0; i < titles.length; i++)
			place(titles[i], slice, 20 + 332 * i, 100);
		player.photograph(new Rectangle(20, 100, 1326, 364), "tutorial results");
		select(table, row);
	}

	/** Of those that the table shows without scrolling. */
	private static int lowest(final double[] values) {
		int lowest = 0;
		for (int i = 1; i < Math.min(ROWS, values.length); i++)
			if (values[i] < values[lowest]) lowest = i;
		return lowest;
	}

	/** NB: without a window manager the windows lie over each other as they please. */
	private static void clearTheScreen() throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (final Window window : Window.getWindows())
				window.setLocation(0, 970);
		});
	}

	private static void place(final String title, final int slice, final int x, final int y)
		throws Exception {
		final ImagePlus image = WindowManager.getImage(title);
		EventQueue.invokeAndWait(() -> {
			image.setPosition(image.getNChannels(), 1, slice);
			IJ.run(image, "Set... ", "zoom=" + ZOOM);
			image.getWindow().setLocation(x, y);
			image.getWindow().toFront();
		});
	}

	/** As a person clicks on a row. */
	private void select(final TextWindow table, final int row) throws Exception {
		clearTheScreen();
		place("Worms", 1, 20, 100);
		final TextPanel panel = table.getTextPanel();
		EventQueue.invokeAndWait(() -> {
			table.setSize(960, 386);
			table.setLocation(354, 100);
			table.toFront();
			panel.setSelection(row, row);
			for (final Component part : panel.getComponents())
				part.dispatchEvent(
					new MouseEvent(part, MouseEvent.MOUSE_RELEASED, 0, 0, 1, 1, 1, false));
		});
		player.photograph(new Rectangle(20, 100, 1294, 386), "tutorial table");
	}

	private void trust() throws Exception {
		IJ.runMacro("close('*');");
		IJ.run("Open Sample Worms...", "number=20 size=128 seed=2");
		IJ.run("Trust Report...",
			"images=Worms truth=[Mask stack] masks=[Worms truth] modelfile=" + MODEL);
		final Window plot = player.shown("Worms reliability");
		player.photograph(plot.getBounds(), "tutorial trust");
	}
}
