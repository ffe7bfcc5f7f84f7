package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.gui.Roi;

import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.TruthMasks;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Objects as selections in an open image: goes to an image of a stack, selects an object's outline,
 * and reads what a person has drawn.
 */
public final class ImageSelection {

	private final ImagePlus image;
	private final ImageGrid grid;

	/** @param image whose slices and frames are the single images */
	public ImageSelection(final ImagePlus image) {
		ImageStacks.checkPixels(image);
		this.image = image;
		grid = new ImageGrid(image);
	}

	public ImagePlus image() {
		return image;
	}

	/** A different name for each single image; see {@link ImageStacks}. */
	public List<String> names() {
		return ImageStacks.names(image);
	}

	/** The number of the image that is shown, from 0. */
	public int shown() {
		return (image.getT() - 1) * image.getNSlices() + image.getZ() - 1;
	}

	/** Shows an image, in the channel that is shown now. */
	public void show(final int index) {
		image.setPosition(image.getC(), index % image.getNSlices() + 1,
			index / image.getNSlices() + 1);
	}

	/**
	 * Shows an image and makes the outline of these pixels its selection.
	 *
	 * @param pixels indices into the image; none removes the selection
	 * @param confidence 0..1 colours the outline; NaN leaves it in ImageJ's colour
	 */
	public void select(final int index, final int[] pixels, final double confidence) {
		image.deleteRoi();
		show(index);
		if (pixels.length == 0) return;
		final Roi roi = grid.onInput(ObjectRois.outline(pixels, image.getWidth()), index);
		if (!Double.isNaN(confidence)) roi.setStrokeColor(color(confidence));
		image.setRoi(roi);
	}

	/** The colour that says how sure the samples are of an object, 0..1. */
	public static Color color(final double confidence) {
		return TrustColors.of(confidence);
	}

	/**
	 * The pixels of the selection that lie in the image, in ascending order; empty if there is none
	 * or it has no area.
	 */
	public Optional<int[]> pixels() {
		final Roi roi = image.getRoi();
		if (roi == null || !roi.isArea()) return Optional.empty();
		final byte[] mask = new byte[image.getWidth() * image.getHeight()];
		TruthMasks.fill(roi, image, mask);
		final int[] pixels = IntStream.range(0, mask.length).filter(i -> mask[i] != 0).toArray();
		return pixels.length == 0 ? Optional.empty() : Optional.of(pixels);
	}
}
