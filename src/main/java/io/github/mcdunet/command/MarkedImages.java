package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.TruthMasks;

import java.util.function.Consumer;

/** The images of a training with the objects that are marked in them. */
final class MarkedImages {

	private MarkedImages() {
	}

	/**
	 * @param truth one of the {@link Choices}
	 * @param notes is told what the masks were understood to mean
	 */
	static Dataset read(final ImagePlus images, final String truth, final ImagePlus masks,
		final Consumer<String> notes) {
		switch (truth) {
			case Choices.OVERLAY :
				return Datasets.ofOverlay(images, notes);
			case Choices.ROI_MANAGER :
				return Datasets.ofRois(images, managedRois(), notes);
			default :
				if (InputChecks.isGiven(masks)) return Datasets.of(images, masks, notes);
				throw new McdUnetException(
					"No image is given for 'Mask stack'. Open the masks and choose them, or mark the "
						+ "objects in the overlay or the ROI Manager and choose that.");
		}
	}

	/**
	 * A quick look at what a dialog holds; {@link #read} looks closer.
	 *
	 * @throws McdUnetException if there are no images, no marks, or masks of another number or size
	 */
	static void check(final ImagePlus images, final String truth, final ImagePlus masks) {
		if (!InputChecks.isGiven(images))
			throw new McdUnetException("Open the images to learn from, and choose them.");
		if (truth.equals(Choices.ROI_MANAGER)) managedRois();
		else if (truth.equals(Choices.OVERLAY)) TruthMasks.checkOverlay(images);
		else if (InputChecks.isGiven(masks)) TruthMasks.checkFit(masks, images);
		else
			throw new McdUnetException(
				"Choose the mask stack, or say that the objects are marked in the overlay or the ROI Manager.");
	}

	private static Roi[] managedRois() {
		final RoiManager manager = RoiManager.getInstance();
		if (manager == null || manager.getCount() == 0)
			throw new McdUnetException(
				"The ROI Manager holds no ROIs. Outline the objects and add each to it (key t), or "
					+ "choose another place where they are marked.");
		return manager.getRoisAsArray();
	}
}
