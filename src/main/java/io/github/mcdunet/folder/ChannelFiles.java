package io.github.mcdunet.folder;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.ImageStacks;

import java.util.List;

/** Makes one image out of images of one channel each. */
final class ChannelFiles {

	private ChannelFiles() {
	}

	/**
	 * @param channels of the same size and number of images, one channel each; of RGB images the
	 * brightness counts
	 * @return 32-bit, raw intensities, with slices, frames and calibration of the first
	 * @throws McdUnetException if they do not fit
	 */
	static ImagePlus merge(final String title, final List<ImagePlus> channels) {
		final ImagePlus first = channels.get(0);
		channels.forEach(image -> check(first, image));
		final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
		for (int i = 0; i < ImageStacks.count(first); i++)
			for (final ImagePlus image : channels)
				stack.addSlice(first.getStack().getSliceLabel(i + 1), plane(image, i));
		final ImagePlus merged = new ImagePlus(title, stack);
		merged.setDimensions(channels.size(), first.getNSlices(), first.getNFrames());
		merged.setOpenAsHyperStack(true);
		final Calibration calibration = first.getCalibration().copy();
		calibration.setFunction(Calibration.NONE, null, "");
		merged.setCalibration(calibration);
		return ImageStacks.composite(merged);
	}

	private static float[] plane(final ImagePlus image, final int i) {
		return ImageStacks.isRgb(image) ? (float[]) ImageStacks.plane(image, i, 0)
			.convertToByteProcessor(false).convertToFloatProcessor().getPixels()
			: ImageStacks.pixels(image, i);
	}

	private static void check(final ImagePlus first, final ImagePlus other) {
		if (other.getNChannels() > 1)
			throw new McdUnetException("'" + other.getTitle() + "' has " + other.getNChannels()
				+ " channels, but by its name it should hold one. Leave {channel} out of the pattern.");
		if (!size(other).equals(size(first)))
			throw new McdUnetException(
				"'" + other.getTitle() + "' is " + size(other) + ", but '" + first.getTitle()
					+ "' is " + size(first) + ". The channels of an image must have one size.");
	}

	private static String size(final ImagePlus image) {
		return image.getWidth() + " x " + image.getHeight() + " pixels, " + ImageStacks.count(image)
			+ (ImageStacks.count(image) == 1 ? " image" : " images");
	}
}
