package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.OpenImages;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens made-up pictures of worms with their true masks, to try the plugin with. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Open Sample Worms...",
	headless = true)
public class OpenSample extends CancelableCommand {

	private static final String IMAGES = "Worms", MASKS = "Worms truth";

	@Parameter(label = "Number of images",
		description = "How many images to make, each with its mask.", //
		min = "1", max = "10000", persist = false)
	private int number = 40;

	@Parameter(label = "Image size (pixels)", description = "Width and height of each image.", //
		min = "32", max = "4096", persist = false)
	private int size = 128;

	@Parameter(label = "Random seed",
		description = "The same seed gives the same images; another seed gives others.", //
		persist = false)
	private long seed = 1;

	// NB: what is shown last is the active image, so the images come last.
	@Parameter(label = "Masks", description = "The worms are 255, the background is 0.",
		type = ItemIO.OUTPUT)
	private ImagePlus masks;

	@Parameter(label = "Images",
		description = "Two channels (fluorescence, brightfield), one slice per image.", //
		type = ItemIO.OUTPUT)
	private ImagePlus images;

	@Override
	protected void execute(final Progress progress) {
		final Dataset worms = new SyntheticWorms(size).generate(number, seed);
		final int free = OpenImages.freeNumber(List.of(IMAGES, MASKS));
		images = Datasets.images(worms, OpenImages.numbered(IMAGES, free));
		masks = Datasets.masks(worms, OpenImages.numbered(MASKS, free));
		ShownResults.images(masks, images);
	}
}
