package io.github.mcdunet.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

/**
 * Plays a person at plain ImageJ, in a Java machine of its own: records "Open Sample Worms...",
 * then opens every command's dialog by its menu entry, photographs it and cancels it; runs the
 * sample macro; and fills in both dialogs of the training and the prediction. Arguments: folder for
 * the pictures, file for the recorded macro, labels.
 */
public final class DialogDriver {

	private static final String OK = "  OK  ";

	private final Player player;

	private DialogDriver(final Path pictures) throws Exception {
		player = new Player(pictures);
	}

	public static void main(final String[] args) throws Exception {
		int exit = 1; // NB: ImageJ's threads would keep the machine running after an exception
		try {
			new ImageJ(ImageJ.STANDALONE);
			final DialogDriver driver = new DialogDriver(
				Files.createDirectories(Paths.get(args[0])));
			driver.record(args[2], Paths.get(args[1]));
			for (int i = 2; i < args.length; i++)
				Player.press(driver.open(args[i], args[i]), "Cancel");
			final Path folder = Paths.get(args[1]).resolveSibling("plain-imagej");
			driver.wholeJob(folder);
			driver.train(folder);
			driver.predict(folder);
			driver.help();
			exit = 0;
		}
		catch (final Exception | Error e) {
			System.err.println("Exception " + Arrays.asList(e.getStackTrace()) + " " + e);
		}
		System.exit(exit);
	}

	private Window open(final String label, final String picture) throws Exception {
		IJ.doCommand(label);
		return shown(label.replace("...", ""), picture);
	}

	private Window shown(final String title, final String picture) throws Exception {
		final Window dialog = player.shown(title);
		player.photograph(dialog.getBounds(), picture);
		return dialog;
	}

	private void photographScreen(final String name) throws Exception {
		player.photograph(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()), name);
	}

	/**
	 * Runs the first command with the recorder on, as it stands, and with what was recorded once
	 * more.
	 */
	private void record(final String label, final Path recorded) throws Exception {
		final Recorder recorder = new Recorder();
		final Window dialog = open(label, label);
		final int width = dialog.getWidth();
		Player.type(dialog, "Number of images", "0");
		Windows.waitFor("growing for what is wrong", () -> dialog.getWidth() > width);
		player.photograph(dialog.getBounds(), "open sample out of range");
		Player.type(dialog, "Number of images", "40");
		Player.press(dialog, OK);
		Windows.waitFor("images", () -> WindowManager.getImageCount() == 2);
		Windows.waitFor("recording", () -> recorder.getText().contains("run("));
		photographScreen("screen after " + label);
		final String text = recorder.getText();
		Files.write(recorded, text.getBytes(StandardCharsets.UTF_8));
		recorder.close();
		IJ.runMacro(text.substring(text.indexOf("run(")));
		Windows.waitFor("images of the recorded macro", () -> WindowManager.getImageCount() == 4);
	}

	/** Runs the sample macro, photographs the screen and notes the titles of all open images. */
	private void wholeJob(final Path folder) throws Exception {
		IJ.runMacro("close('*');");
		IJ.runMacroFile(
			Paths.get("macros/Train_and_Predict_Sample.ijm").toAbsolutePath().toString(),
			folder + ",12,96,2,5");
		photographScreen("screen after the sample macro");
		final StringBuilder titles = new StringBuilder();
		for (final String title : WindowManager.getImageTitles())
			titles.append(title).append('\n');
		for (final Frame frame : WindowManager.getNonImageWindows() == null ? new Frame[0]
			: WindowManager.getNonImageWindows())
			titles.append(frame.getTitle()).append('\n');
		Files.write(folder.resolve("titles.txt"),
			titles.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** Fills in both dialogs with the recorder on, and runs the recorded line again. */
	private void train(final Path folder) throws Exception {
		final String model = folder.resolve("dialog.mcdunet.zip").toString();
		final Recorder recorder = new Recorder();
		IJ.selectWindow("Worms");
		final Window first = open("Train U-Net...", "train u net empty");
		check(!Player.button(first, OK).isEnabled(), "OK although there is no file for the model");
		Player.type(first, "Model file to write", model);
		Player.type(first, "Epochs (at most)", "1");
		Player.tick(first, "Advanced settings...");
		player.photograph(first.getBounds(), "train u net");
		Player.press(first, OK);
		final Window second = shown("Train U-Net: Advanced", "train u net advanced");
		Player.type(second, "Batch norm momentum", "2");
		Windows.waitFor("OK greyed", () -> !Player.button(second, OK).isEnabled());
		player.photograph(second.getBounds(), "train u net out of range");
		Player.type(second, "Batch norm momentum", "0.8");
		Player.press(second, OK);
		Windows.waitFor("model", () -> Files.exists(Paths.get(model)));
		Windows.waitFor("recording", () -> recorder.getText().contains("run(\"Train U-Net..."));
		final String text = recorder.getText(),
			line = text.substring(text.indexOf("run(\"Train U-Net..."));
		Files.write(folder.resolve("train.ijm"), line.getBytes(StandardCharsets.UTF_8));
		recorder.close();
		Files.delete(Paths.get(model));
		IJ.runMacro(line);
		check(Files.exists(Paths.get(model)), "The recorded line made no model: " + line);
	}

	private void predict(final Path folder) throws Exception {
		final Window first = open("Predict with U-Net...", "predict with u net empty");
		Player.type(first, "Model file", folder.resolve("dialog.mcdunet.zip").toString());
		Player.tick(first, "Advanced settings...");
		player.photograph(first.getBounds(), "predict with u net");
		Player.press(first, OK);
		Player.press(shown("Predict with U-Net: Advanced", "predict with u net advanced"),
			"Cancel");
	}

	private void help() throws Exception {
		IJ.runMacro("run('Help and Citation');");
		shown("Cite MC Dropout U-Net", "help and citation");
	}

	private static void check(final boolean condition, final String problem) {
		if (!condition) throw new IllegalStateException(problem);
	}
}
