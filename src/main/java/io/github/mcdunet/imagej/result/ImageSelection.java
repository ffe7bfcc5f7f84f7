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
 * Objects as selections in an open image: goes to a sample, selects an object's outline, and reads
 * what a person has drawn.
 */
public final class ImageSelection {

	private final ImagePlus image;
	private final ImageGrid grid;

	/** @param image whose slices and frames are the samples */
	public ImageSelection(final ImagePlus image) {
		ImageStacks.checkPixels(image);
		this.image = image;
		grid = new ImageGrid(image);
	}

	public ImagePlus image() {
		return image;
	}

	/** A different name for each sample; see {@link ImageStacks}. */
	public List<String> names() {
		return ImageStacks.names(image);
	}

	/** The sample that is shown, from 0. */
	public int shown() {
		return (image.getT() - 1) * image.getNSlices() + image.getZ() - 1;
	}

	/** Shows a sample, in the channel that is shown by now. */
	public void show(final int sample) {
		image.setPosition(image.getC(), sample % image.getNSlices() + 1,
			sample / image.getNSlices() + 1);
	}

	/**
	 * Shows a sample and makes the outline of these pixels its selection.
	 *
	 * @param pixels indices into the sample; none take the selection away
	 * @param confidence 0..1 colours the outline; NaN leaves it in ImageJ's colour
	 */
	public void select(final int sample, final int[] pixels, final double confidence) {
		image.deleteRoi();
		show(sample);
		if (pixels.length == 0) return;
		final Roi roi = grid.onInput(ObjectRois.outline(pixels, image.getWidth()), sample);
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
