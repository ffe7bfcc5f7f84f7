package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.List;

/** Reads mask stacks that are to be compared. */
final class MaskStacks {

	private MaskStacks() {
	}

	/** Masks of the same number of pixels may still differ in width and height. */
	static void checkSameSize(final ImagePlus prediction, final ImagePlus truth) {
		if (prediction.getWidth() != truth.getWidth()
			|| prediction.getHeight() != truth.getHeight())
			throw new McdUnetException("'" + prediction.getTitle() + "' is " + size(prediction)
				+ " pixels, but '" + truth.getTitle() + "' is " + size(truth)
				+ ". Choose masks of the same images.");
	}

	private static String size(final ImagePlus image) {
		return image.getWidth() + " x " + image.getHeight();
	}

	/** The slices' labels, or numbers where there are none. */
	static List<String> names(final ImagePlus masks) {
		final List<String> names = new ArrayList<>();
		for (int i = 1; i <= masks.getStackSize(); i++) {
			final String label = masks.getStack().getShortSliceLabel(i);
			names.add(label == null || label.isEmpty() ? masks.getTitle() + " " + i : label);
		}
		return names;
	}
}
