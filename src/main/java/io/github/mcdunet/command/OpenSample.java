package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticCells;
import io.github.mcdunet.dataset.synthetic.SyntheticNuclei;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.OpenImages;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Opens made-up pictures (worms, nuclei that touch, or two kinds of cells) with the exact truth, to
 * try the plugin with.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Open Sample Worms...",
	headless = true)
public class OpenSample extends CancelableCommand {

	private static final String TRUTH = " truth", LABELS = " labels";

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

	@Parameter(label = "Scene",
		description = "Worms with masks; nuclei that touch, with numbered objects; or round cells and rods, with their classes.",
		choices = { Choices.WORMS, Choices.NUCLEI, Choices.CELLS }, persist = false)
	private String scene = Choices.WORMS;

	// NB: what is shown last is the active image, so the images come last.
	@Parameter(label = "Labels",
		description = "Round cells and rods only: each object has its number.",
		type = ItemIO.OUTPUT)
	private ImagePlus labels;

	@Parameter(label = "Masks",
		description = "Worms are 255; each nucleus has its number; round cells are 1, rods 2; the background is 0.",
		type = ItemIO.OUTPUT)
	private ImagePlus masks;

	@Parameter(label = "Images",
		description = "One slice per image: worms in two channels (fluorescence, brightfield), nuclei and cells in one.", //
		type = ItemIO.OUTPUT)
	private ImagePlus images;

	@Override
	protected void execute(final Progress progress) {
		switch (scene) {
			case Choices.NUCLEI -> open("Nuclei", new SyntheticNuclei(size).generate(number, seed));
			case Choices.CELLS -> open("Cells", new SyntheticCells(size).generate(number, seed));
			default -> open("Worms", new SyntheticWorms(size).generate(number, seed));
		}
		ShownResults.images(labels);
		ShownResults.pair(masks, images);
	}

	private void open(final String title, final Dataset data) {
		final int free = OpenImages.freeNumber(List.of(title, title + TRUTH, title + LABELS));
		final String truth = OpenImages.numbered(title + TRUTH, free);
		images = Datasets.images(data, OpenImages.numbered(title, free));
		if (scene.equals(Choices.CELLS)) {
			masks = Datasets.classes(data, truth);
			labels = Datasets.labels(data, OpenImages.numbered(title + LABELS, free));
		}
		else
			masks = scene.equals(Choices.NUCLEI) ? Datasets.labels(data, truth)
				: Datasets.masks(data, truth);
	}
}
