package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.LastMasks;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.imagej.ComparedLabels;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.Truth;
import io.github.mcdunet.imagej.TruthMasks;

import java.util.function.Consumer;

/** The images of a training with the objects that are marked in them. */
final class MarkedImages {

	private MarkedImages() {
	}

	/**
	 * @param truth one of the {@link Choices}
	 * @param marks one of the {@link Choices}
	 * @param notes is told what the marks were understood to mean
	 */
	static Dataset read(final ImagePlus images, final String truth, final String marks,
		final ImagePlus masks, final Consumer<String> notes) {
		final Truth meant = truth(truth, marks);
		if (meant.isStack() && !InputChecks.isGiven(masks))
			throw new McdUnetException("No image is given for 'Mask stack'. Open the " + what(meant)
				+ " and choose them, or mark the "
				+ "objects in the overlay or the ROI Manager and choose that.");
		return Datasets.of(images, meant, masks,
			meant.kind() == Truth.Kind.ROIS ? managedRois() : new Roi[0], notes);
	}

	private static String what(final Truth truth) {
		return truth.kind() == Truth.Kind.OBJECTS ? "labels"
			: truth.kind() == Truth.Kind.CLASSES ? "classes" : "masks";
	}

	private static Truth truth(final String truth, final String marks) {
		final boolean sparse = marks.equals(Choices.SPARSE);
		switch (truth) {
			case Choices.LABEL_STACK :
				return new Truth(Truth.Kind.OBJECTS, sparse);
			case Choices.CLASS_STACK :
				return new Truth(Truth.Kind.CLASSES, sparse);
			case Choices.OVERLAY :
				return new Truth(Truth.Kind.OVERLAY, sparse);
			case Choices.ROI_MANAGER :
				return new Truth(Truth.Kind.ROIS, sparse);
			default :
				// NB: a mask of which some pixels are marked has three values, which are classes
				return new Truth(sparse ? Truth.Kind.CLASSES : Truth.Kind.MASKS, sparse);
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

	/**
	 * What a stack that a dialog holds looks like.
	 *
	 * @return sentences, each after a space; empty if there is nothing to say
	 * @throws McdUnetException if masks cannot be meant
	 */
	static String look(final String truth, final String marks, final ImagePlus masks,
		final LastMasks last) {
		if (marks.equals(Choices.SPARSE)) return "";
		switch (truth) {
			case Choices.MASK_STACK :
				return last.read(masks);
			case Choices.LABEL_STACK :
				return last.advice(masks, Truth.Kind.OBJECTS);
			case Choices.CLASS_STACK :
				return last.advice(masks, Truth.Kind.CLASSES);
			default :
				return "";
		}
	}

	/**
	 * What is compared.
	 *
	 * @param compare one of the {@link Choices}
	 * @param marks one of the {@link Choices}
	 */
	static ComparedLabels compared(final String compare, final String marks) {
		return new ComparedLabels(new Truth(kind(compare), marks.equals(Choices.SPARSE)));
	}

	/** @param images one of the {@link Choices} */
	static Truth.Kind kind(final String images) {
		return images.equals(Choices.LABEL_IMAGES) ? Truth.Kind.OBJECTS
			: images.equals(Choices.CLASS_MAPS) ? Truth.Kind.CLASSES : Truth.Kind.MASKS;
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
