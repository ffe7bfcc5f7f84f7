package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.List;
import java.util.function.Consumer;

/** RGB images that are grey (red = green = blue), and grey ones among RGB images. */
public final class GrayRgb {

	private static final List<String> COLORS = List.of("red", "green", "blue");

	private GrayRgb() {
	}

	/** Whether red, green and blue are the same in every pixel. */
	public static boolean isGray(final ImagePlus image) {
		if (!ImageStacks.isRgb(image)) return false;
		for (int i = 1; i <= image.getStackSize(); i++)
			for (final int c : (int[]) image.getStack().getPixels(i))
				if ((c & 0xffffff) != 0x010101 * (c & 0xff)) return false;
		return true;
	}

	/**
	 * The image, or the same grey values in as many channels as a model takes.
	 *
	 * @param channels names of the model's channels
	 * @param notes is told if they were changed
	 */
	public static ImagePlus fitted(final ImagePlus open, final List<String> channels,
		final Consumer<String> notes) {
		final boolean one = channels.size() == 1, colors = channels.equals(COLORS);
		if (!one && !colors) return open;
		final ImagePlus image = ImageStacks.meant(open);
		if (one && isGray(image)) {
			notes.accept(
				"'" + open.getTitle() + "' is RGB with red = green = blue: it is read as grey.");
			return converted(open, image, true);
		}
		if (!colors || image.getBitDepth() != 8 || image.getNChannels() > 1) return open;
		notes.accept("'" + open.getTitle()
			+ "' is grey, and the model takes RGB: the grey values are taken for red, green and "
			+ "blue.");
		return converted(open, image, false);
	}

	private static ImagePlus converted(final ImagePlus open, final ImagePlus image,
		final boolean gray) {
		final ImageStack planes = image.getStack(),
			stack = new ImageStack(image.getWidth(), image.getHeight());
		for (int i = 1; i <= planes.getSize(); i++)
			stack.addSlice(planes.getSliceLabel(i),
				gray ? gray(planes.getProcessor(i)) : color(planes.getProcessor(i)));
		final ImagePlus result = new ImagePlus(open.getTitle(), stack);
		result.setDimensions(1, image.getNSlices(), image.getNFrames());
		result.setCalibration(open.getCalibration());
		return result;
	}

	private static ImageProcessor gray(final ImageProcessor rgb) {
		final ByteProcessor gray = new ByteProcessor(rgb.getWidth(), rgb.getHeight());
		for (int p = 0; p < gray.getPixelCount(); p++)
			gray.set(p, rgb.get(p) & 0xff);
		return gray;
	}

	/** NB: the values, whatever colours they are displayed in. */
	private static ImageProcessor color(final ImageProcessor gray) {
		final ColorProcessor color = new ColorProcessor(gray.getWidth(), gray.getHeight());
		for (int p = 0; p < gray.getPixelCount(); p++)
			color.set(p, 0xff000000 | 0x010101 * gray.get(p));
		return color;
	}
}
