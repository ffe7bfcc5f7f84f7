package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.mcdunet.Progress;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds the objects in every image of a stack with a trained network, and says how sure it is of every pixel and object. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Predict with U-Net...", headless = true)
public class Predict extends CancelableCommand {

	@Parameter(label = "Images",
		description = "The image or stack, with the channels that the model was trained on, in the same order.",
		persist = false)
	private ImagePlus images;

	@Parameter(label = "Model file", description = "A model that 'Train U-Net...' wrote.", style = "open")
	private File modelFile;

	@Parameter(label = "Monte Carlo samples",
		description = "How often each image is predicted with other parts of the network dropped out. More is slower and steadier; 20 is the usual number. A plain U-Net always uses 1.",
		min = "1", max = "10000", persist = false)
	private int samples = 20;

	@Parameter(label = "Threshold", description = "Pixels of at least this probability are object.",
		min = "0", max = "1", stepSize = "0.01", style = "slider", persist = false)
	private double threshold = 0.5;

	@Parameter(label = "Smallest object (pixels)",
		description = "Objects of fewer pixels are left out of ROIs and table; the mask keeps them. 0 or 1 keeps all.",
		min = "0", persist = false)
	private int minimumArea = 0;

	@Parameter(label = "Random seed",
		description = "Decides what is dropped out: the same seed repeats the prediction exactly.",
		persist = false)
	private long seed = 1;

	@Parameter(label = "Mutual information",
		description = "Also show the part of the uncertainty that comes from the model and that more training data would lower.",
		persist = false)
	private boolean mutualInformation = false;

	@Parameter(label = "Variance",
		description = "Also show the variance of the probability over the samples, 0 to 0.25.",
		persist = false)
	private boolean variance = false;

	@Parameter(label = "Foreground entropy",
		description = "Also show the objects' part of the uncertainty, -p ln p.", persist = false)
	private boolean foregroundEntropy = false;

	@Parameter(label = "Background entropy",
		description = "Also show the background's part of the uncertainty, -(1 - p) ln(1 - p).",
		persist = false)
	private boolean backgroundEntropy = false;

	@Parameter(label = "Save ROIs as (optional)",
		description = "Optional: a .zip file for the objects' outlines, which the ROI Manager opens.",
		style = "save", required = false, persist = false)
	private File roiFile;

	@Parameter(label = "Save table as (optional)",
		description = "Optional: a .csv file for the table of the objects.",
		style = "save", required = false, persist = false)
	private File csvFile;

	@Parameter(label = "Probability", type = ItemIO.OUTPUT)
	private ImagePlus probability;

	@Parameter(label = "Mask", type = ItemIO.OUTPUT)
	private ImagePlus mask;

	@Parameter(label = "Uncertainty", type = ItemIO.OUTPUT)
	private ImagePlus uncertainty;

	@Parameter(label = "Objects", type = ItemIO.OUTPUT)
	private ResultsTable objects;

	@Override
	void execute(final Progress progress) {
	}
}
