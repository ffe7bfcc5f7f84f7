package io.github.mcdunet.command;

import ij.ImagePlus;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.RoiManagers;
import io.github.mcdunet.imagej.TruthMasks;

import java.util.List;

/** The images of a training with the objects that are marked in them. */
final class MarkedImages {

	private MarkedImages() {
	}

	/** @param truth one of the {@link Choices} */
	static Dataset read(final ImagePlus images, final String truth, final ImagePlus masks) {
		return Datasets.of(images, truth(images, truth, masks));
	}

	private static List<byte[]> truth(final ImagePlus images, final String truth, final ImagePlus masks) {
		switch (truth) {
			case Choices.OVERLAY :
				return TruthMasks.fromOverlay(images);
			case Choices.ROI_MANAGER :
				return TruthMasks.fromRois(images, RoiManagers.rois());
			default :
				if (!InputChecks.isGiven(masks))
					throw new McdUnetException(
						"No image is given for 'Mask stack'. Open the masks and choose them, or mark the " +
							"objects in the overlay or the ROI Manager and choose that.");
				return TruthMasks.fromStack(images, masks);
		}
	}
}
