package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.Duplicator;
import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;
import ij.text.TextWindow;

import java.awt.Frame;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plays a whole job in plain ImageJ's dialogs with the recorder open, runs what was recorded as one
 * macro, and compares every pixel and table cell. Argument: a folder.
 */
public final class RecordedLinesDriver {

	private static final String OK = "  OK  ";
	/** Numbers of images, names of predictions, the model's checksum, and the seconds before it. */
	private static final String NEW_EACH_TIME = "\\(-?\\d+\\)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
		+ "|[0-9a-f]{64}|[\\d.]+(?=\t\\d+\tjob\\.mcdunet)";

	private final Player player;
	private final Recorder recorder = new Recorder();
	private final List<String> lines = new ArrayList<>();

	private RecordedLinesDriver(final Path folder) throws Exception {
		player = new Player(folder);
	}

	public static void main(final String[] args) throws Exception {
		int exit = 1; // NB: ImageJ's threads would keep the machine running after an exception
		try {
			new ImageJ(ImageJ.STANDALONE);
			final Path folder = Paths.get(args[0]);
			final RecordedLinesDriver driver = new RecordedLinesDriver(folder);
			driver.play(folder.resolve("job.mcdunet.zip").toString());
			driver.playFolder(folder.resolve("job.mcdunet.zip").toString(),
				pairs(folder.resolve("pairs")).toString());
			Files.write(folder.resolve("lines.ijm"), driver.lines);
			driver.recorder.close();
			final Map<String, String> played = results();
			closeAll();
			IJ.runMacro(String.join("\n", driver.lines));
			final Map<String, String> run = results();
			if (!played.equals(run))
				throw new IllegalStateException("Played " + played + "\nrun " + run);
			Files.write(folder.resolve("results.txt"), played.keySet());
			exit = 0;
		}
		catch (final Exception | Error e) {
			System.err.println("Exception " + Arrays.asList(e.getStackTrace()) + " " + e);
		}
		System.exit(exit);
	}

	private void play(final String model) throws Exception {
		command("Open Sample Worms...",
			Map.of("Number of images", "4", "Image size", "64", "Random seed", "3"), "Worms");
		IJ.selectWindow("Worms");
		command("Train U-Net...", Map.of("Model file to write", model, "Epochs (at most)", "2"),
			null);
		IJ.selectWindow("Worms");
		command("Predict with U-Net...", Map.of("Model file", model, "Monte Carlo samples", "3"),
			"Worms mask");
		command("Evaluate U-Net...", Map.of(), null);
		command("Make Figure...", Map.of(), "Worms figure");
		command("Trust Report...", Map.of("Model file", model, "Samples", "3"), "Worms checking");
	}

	/** Two images with their masks as files. */
	private static Path pairs(final Path folder) throws Exception {
		Files.createDirectories(folder);
		for (int frame = 1; frame <= 2; frame++) {
			IJ.saveAsTiff(
				new Duplicator().run(WindowManager.getImage("Worms"), 1, 2, 1, 1, frame, frame),
				folder.resolve("w" + frame + "_image.tif").toString());
			IJ.saveAsTiff(new Duplicator().run(WindowManager.getImage("Worms truth"), 1, 1, 1, 1,
				frame, frame), folder.resolve("w" + frame + "_mask.tif").toString());
		}
		return folder;
	}

	private void playFolder(final String model, final String folder) throws Exception {
		command("Import Training Folder...", Map.of("Folder", folder, "Image files",
			"{sample}_image.tif", "Mask files", "{sample}_mask.tif"), "pairs images");
		command("Predict Folder...", Map.of("Model file", model, "Folder of the images", folder,
			"Image files", "*_image.tif", "Monte Carlo samples", "3"), null);
		Windows.waitFor("the folder's table",
			() -> WindowManager.getWindow("MC Dropout U-Net folder") != null);
	}

	/** @param image that the command opens last; null if it opens none */
	private void command(final String label, final Map<String, String> typed, final String image)
		throws Exception {
		final int before = recorder.getText().length();
		IJ.doCommand(label);
		final Window dialog = player.shown(label.replace("...", ""));
		for (final Map.Entry<String, String> field : typed.entrySet())
			Player.type(dialog, field.getKey(), field.getValue());
		Player.press(dialog, OK);
		final String start = "run(\"" + label + "\"";
		Windows.waitFor("recording of " + label,
			() -> recorder.getText().substring(before).contains(start));
		if (image != null)
			Windows.waitFor("image " + image, () -> WindowManager.getImage(image) != null);
		lines.add(Arrays.stream(recorder.getText().substring(before).split("\n"))
			.filter(line -> line.startsWith(start)).findFirst().orElseThrow());
	}

	/** Of all images and tables, by title. */
	private static Map<String, String> results() {
		final Map<String, String> results = new TreeMap<>();
		for (final int id : WindowManager.getIDList()) {
			final ImagePlus image = WindowManager.getImage(id);
			results.put(image.getTitle(), image + " " + pixels(image));
		}
		for (final Frame frame : WindowManager.getNonImageWindows())
			if (frame instanceof TextWindow && ((TextWindow) frame).getResultsTable() != null)
				results.put(frame.getTitle(), text(((TextWindow) frame).getResultsTable()));
		results.replaceAll((title, value) -> value.replaceAll(NEW_EACH_TIME, ""));
		return results;
	}

	private static long pixels(final ImagePlus image) {
		long sum = 0;
		for (int slice = 1; slice <= image.getStackSize(); slice++) {
			final ImageProcessor plane = image.getStack().getProcessor(slice);
			for (int i = 0; i < plane.getPixelCount(); i++)
				sum = 31 * sum + Float.floatToIntBits(plane.getf(i));
		}
		return sum;
	}

	private static String text(final ResultsTable table) {
		final StringBuilder text = new StringBuilder(table.getColumnHeadings());
		for (int row = 0; row < table.size(); row++)
			text.append('\n').append(table.getRowAsString(row));
		return text.toString();
	}

	private static void closeAll() {
		for (final int id : WindowManager.getIDList()) {
			WindowManager.getImage(id).changes = false;
			WindowManager.getImage(id).close();
		}
		for (final Frame frame : WindowManager.getNonImageWindows())
			if (frame instanceof TextWindow) ((TextWindow) frame).close(false);
	}
}
