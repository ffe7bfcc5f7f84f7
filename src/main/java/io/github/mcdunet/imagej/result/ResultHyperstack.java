package io.github.mcdunet.imagej.result;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.List;

/** Several results of one input as the channels of one hyperstack. */
public final class ResultHyperstack {

	/** Values of a mask's foreground in the hyperstack, which has 32 bit. */
	private static final int MASK = 255;

	private ResultHyperstack() {
	}

	/**
	 * @param title of the new image
	 * @param results of one width, height, number of slices and frames, with one channel each; not
	 * changed. 8-bit ones, such as masks, become 0 and 1
	 * @return 32 bit, a channel per result in that order, each with its look-up table and display
	 * range, one shown at a time; with the overlay of the last result that has one, on all channels
	 */
	public static ImagePlus of(final String title, final List<ImagePlus> results) {
		final ImagePlus first = results.get(0);
		final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
		for (int i = 1; i <= first.getStackSize(); i++)
			for (final ImagePlus result : results)
				stack.addSlice(label(first, result, i), plane(result, i));
		final ImagePlus plain = new ImagePlus(title, stack);
		plain.setDimensions(results.size(), first.getNSlices(), first.getNFrames());
		plain.setCalibration(first.getCalibration().copy());
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COLOR);
		image.setOpenAsHyperStack(true);
		for (int c = 0; c < results.size(); c++)
			image.setChannelLut(lut(results.get(c)), c + 1);
		image.setC(1);
		for (final ImagePlus result : results)
			if (result.getOverlay() != null)
				image.setOverlay(onAllChannels(result.getOverlay(), first.getNFrames() > 1));
		return image;
	}

	private static String label(final ImagePlus first, final ImagePlus result, final int i) {
		final String kind = result.getTitle()
			.substring(commonStart(first.getTitle(), result.getTitle())).trim();
		final String label = first.getStack().getSliceLabel(i);
		return (kind.isEmpty() ? result.getTitle() : kind) + (label == null ? "" : ": " + label);
	}

	/** "Worms probability" and "Worms mask" have "Worms " in common. */
	private static int commonStart(final String a, final String b) {
		if (a.equals(b)) return b.lastIndexOf(' ') + 1;
		int n = 0;
		while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n))
			n++;
		return b.lastIndexOf(' ', n) + 1;
	}

	private static ImageProcessor plane(final ImagePlus result, final int i) {
		final ImageProcessor plane = result.getStack().getProcessor(i);
		final FloatProcessor floats = (FloatProcessor) plane.duplicate().convertToFloat();
		if (result.getBitDepth() == 8) floats.multiply(1. / MASK);
		return floats;
	}

	private static LUT lut(final ImagePlus result) {
		final LUT lut = (LUT) result.getProcessor().getLut().clone();
		final boolean mask = result.getBitDepth() == 8;
		lut.min = mask ? 0 : result.getDisplayRangeMin();
		lut.max = mask ? 1 : result.getDisplayRangeMax();
		return lut;
	}

	/**
	 * In stacks with one axis a ROI's place is a plain number, which in a hyperstack would count
	 * the channels too.
	 */
	private static Overlay onAllChannels(final Overlay overlay, final boolean frames) {
		final Overlay copy = overlay.duplicate();
		for (final Roi roi : copy) {
			final int i = roi.getPosition();
			if (i > 0) roi.setPosition(0, frames ? 1 : i, frames ? i : 1);
		}
		return copy;
	}
}
