package io.github.mcdunet.bridge;

import ij.ImagePlus;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * A command for the bridge's tests: one parameter of each kind, and an output that tells what it
 * was given.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Test>Sum...", headless = true)
public class SumCommand extends ContextCommand {

	@Parameter
	private LogService log;

	@Parameter(label = "Image")
	private ImagePlus image;

	@Parameter(label = "Count", min = "0", max = "10", persist = false)
	private int count = 2;

	@Parameter(label = "Weight", persist = false)
	private double weight = 0.5;

	@Parameter(label = "Kind", choices = { "first kind", "second kind" }, persist = false)
	private String kind = "first kind";

	@Parameter(label = "Add", persist = false)
	private boolean add = true;

	@Parameter(label = "File", required = false, persist = false)
	private File textFile;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	public void run() {
		if (count == 7) {
			cancel("Seven is not allowed.");
			return;
		}
		if (count == 8) throw new IllegalStateException("a bug");
		result = image.duplicate();
		image.setProperty("seen", count + " " + weight + " " + kind + " " + add + " " + textFile);
	}
}
