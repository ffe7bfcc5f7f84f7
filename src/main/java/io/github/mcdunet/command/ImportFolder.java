package io.github.mcdunet.command;

import ij.ImagePlus;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.imagej.Datasets;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a folder of image files and mask files as two stacks, ready for the training. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Import Training Folder...",
	headless = true)
public class ImportFolder extends CancelableCommand {

	@Parameter(label = "Folder", description = "The folder with the images and the masks.",
		style = "directory", persist = false)
	private File folder;

	@Parameter(label = "Image files", description = "Which files are images, with * for any text.",
		persist = false)
	private String imagePattern = "*_image.tif";

	@Parameter(label = "Mask files", description = "Which files are masks, with * for any text.",
		persist = false)
	private String maskPattern = "*_mask.tif";

	@Parameter(label = "Channels", description = "How many channels an image has.", min = "1", max = "64",
		persist = false)
	private int channels = 1;

	@Parameter(label = "Size (pixels)",
		description = "Every image is scaled to size x size; 0 keeps the files' size.", min = "0",
		max = "8192", persist = false)
	private int size = 0;

	// NB: what is shown last is the active image, so the images come last.
	@Parameter(label = "Masks", type = ItemIO.OUTPUT)
	private ImagePlus masks;

	@Parameter(label = "Images", type = ItemIO.OUTPUT)
	private ImagePlus images;

	@Override
	void execute(final Progress progress) {
		final Dataset data = new FolderImages(folder.toPath(), channels, size).read(imagePattern, maskPattern,
			progress);
		final String title = folder.toPath().toAbsolutePath().normalize().getFileName().toString();
		images = Datasets.images(data, title);
		masks = Datasets.masks(data, title + " truth");
		ShownResults.images(masks, images);
	}
}
