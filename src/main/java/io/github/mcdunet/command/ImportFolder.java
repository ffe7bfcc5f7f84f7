package io.github.mcdunet.command;

import ij.IJ;
import ij.ImagePlus;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.folder.FilePattern;
import io.github.mcdunet.folder.FolderImport;
import io.github.mcdunet.folder.ImportedStacks;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a folder of image files and mask files as two stacks, ready for the training. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Import Training Folder...",
	headless = true)
public class ImportFolder extends CancelableCommand {

	@Parameter(label = "Folder",
		description = "The folder with the images; its sub-folders are searched too.",
		style = "directory", persist = false)
	private File folder;

	@Parameter(label = "Image files",
		description = "How the image files are named: {sample} and {channel} stand for the parts that tell them apart, * for any text. Without {channel} a file holds all channels.",
		persist = false)
	private String imagePattern = FilePattern.BBBC010_IMAGES.toString();

	@Parameter(label = "Mask files",
		description = "How the mask files are named: {sample} is the same text as in the image's name. Empty to import images alone.",
		required = false, persist = false)
	private String maskPattern = FilePattern.BBBC010_MASKS.toString();

	@Parameter(label = "Folder of the masks (optional)",
		description = "Optional: where the masks are, if not among the images.",
		style = "directory", required = false, persist = false)
	private File maskDirectory;

	@Parameter(label = "Mask files are",
		description = "Masks: 0 is background, everything else is object. Label images: each object has its number. Class maps: each class has its number. Numbers stay what they are.",
		choices = { Choices.MASKS, Choices.LABEL_IMAGES, Choices.CLASS_MAPS }, persist = false)
	private String truth = Choices.MASKS;

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
	protected void execute(final Progress progress) {
		FolderImport job = new FolderImport(FilePattern.parse(imagePattern)).resizeTo(size, size)
			.masksAre(MarkedImages.kind(truth));
		if (InputChecks.isGiven(maskPattern)) job = job.masks(FilePattern.parse(maskPattern));
		if (InputChecks.isGiven(maskDirectory)) job = job.masksFolder(maskDirectory.toPath());
		final ImportedStacks stacks = job.run(folder.toPath(), progress);
		images = stacks.images();
		masks = stacks.masks().orElse(null);
		IJ.log(stacks.report());
		ShownResults.pair(masks, images);
	}
}
