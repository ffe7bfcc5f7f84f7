package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.imagej.Datasets;

/** The images of a training with the objects that are marked in them. */
final class MarkedImages {

	private MarkedImages() {
	}

	/** @param truth one of the {@link Choices} */
	static Dataset read(final ImagePlus images, final String truth, final ImagePlus masks) {
		switch (truth) {
			case Choices.OVERLAY :
				return Datasets.ofOverlay(images);
			case Choices.ROI_MANAGER :
				return Datasets.ofRois(images, managedRois());
			default :
				if (InputChecks.isGiven(masks)) return Datasets.of(images, masks);
				throw new McdUnetException(
					"No image is given for 'Mask stack'. Open the masks and choose them, or mark the " +
						"objects in the overlay or the ROI Manager and choose that.");
		}
	}

	private static Roi[] managedRois() {
		final RoiManager manager = RoiManager.getInstance();
		if (manager == null || manager.getCount() == 0)
			throw new McdUnetException(
				"The ROI Manager holds no ROIs. Outline the objects and add each to it (key t), or " +
					"choose another place where they are marked.");
		return manager.getRoisAsArray();
	}
}
