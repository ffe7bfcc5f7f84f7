package io.github.mcdunet.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.imagej.file.ImageFiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads open images: any stack or hyperstack of 8, 16 or 32 bit or RGB. An image is what lies in
 * one slice of one frame, with all its channels; RGB has three (red, green, blue). Images count
 * frame by frame.
 */
public final class ImageStacks {

	/** 16-bit images of signed data are stored with this added. */
	static final float SIGNED_OFFSET = 32768;

	private ImageStacks() {
	}

	/**
	 * The stack's images, read plane by plane when they are asked for, so that virtual stacks stay
	 * virtual; the one that was asked for last is kept. Intensities are the raw ones, without
	 * density calibration, but signed 16-bit data have their sign. The image may be closed
	 * meanwhile.
	 *
	 * @throws McdUnetException if the image has no pixels
	 */
	public static ImageSeries series(final ImagePlus open) {
		return new StackSeries(held(open));
	}

	/** Image i as [C, H, W] row-major. */
	public static float[] pixels(final ImagePlus image, final int i) {
		final int area = image.getWidth() * image.getHeight();
		final boolean rgb = isRgb(image);
		final float[] pixels = new float[Math.multiplyExact(area, rgb ? 3 : image.getNChannels())];
		final float offset = image.getCalibration().isSigned16Bit() ? SIGNED_OFFSET : 0;
		for (int c = 0; c < image.getNChannels(); c++) {
			final ImageProcessor plane = plane(image, i, c);
			for (int k = 0; rgb && k < 3; k++)
				copy(((ColorProcessor) plane).getChannel(k + 1, null), pixels, k * area, 0);
			if (!rgb) copy(plane, pixels, c * area, offset);
		}
		return pixels;
	}

	private static void copy(final ImageProcessor plane, final float[] pixels, final int start,
		final float offset) {
		final int area = plane.getPixelCount();
		for (int p = 0; p < area; p++)
			pixels[start + p] = plane.getf(p) - offset;
	}

	/** The plane of image i and channel c, counted from 0. */
	public static ImageProcessor plane(final ImagePlus image, final int i, final int c) {
		final int index = image.getStackIndex(c + 1, i % image.getNSlices() + 1,
			i / image.getNSlices() + 1);
		return image.getStack().getProcessor(index);
	}

	/** Number of images: slices times frames. */
	public static int count(final ImagePlus image) {
		return image.getNSlices() * image.getNFrames();
	}

	public static boolean isRgb(final ImagePlus image) {
		return image.getType() == ImagePlus.COLOR_RGB;
	}

	/** "red", "green", "blue" of an RGB image, else "Channel 1" and so on. */
	public static List<String> channelNames(final ImagePlus image) {
		if (isRgb(image)) return List.of("red", "green", "blue");
		final List<String> names = new ArrayList<>();
		for (int c = 1; c <= image.getNChannels(); c++)
			names.add("Channel " + c);
		return names;
	}

	/** The size of a pixel, 1 x 1 "pixel" if the image is not calibrated. */
	public static PixelSize pixelSize(final ImagePlus image) {
		final Calibration c = image.getCalibration();
		return c.scaled() ? new PixelSize(c.pixelWidth, c.pixelHeight, c.getUnit())
			: PixelSize.UNCALIBRATED;
	}

	/**
	 * A different name for each image: its slice label's first line, or the title with the slice's
	 * and frame's number.
	 */
	public static List<String> names(final ImagePlus image) {
		final List<String> names = new ArrayList<>();
		final Set<String> taken = new HashSet<>();
		final ImageGrid grid = new ImageGrid(image);
		for (int i = 0; i < grid.count(); i++) {
			final String line = grid.label(i).split("\\R", 2)[0].trim();
			final String name = line.isEmpty() ? numbered(image, i) : line;
			String unique = name;
			for (int k = 2; !taken.add(unique); k++)
				unique = name + " (" + k + ")";
			names.add(unique);
		}
		return names;
	}

	private static String numbered(final ImagePlus image, final int i) {
		final int slice = i % image.getNSlices() + 1, frame = i / image.getNSlices() + 1;
		return image.getTitle() + (image.getNSlices() > 1 ? " slice " + slice : "")
			+ (image.getNFrames() > 1 ? " frame " + frame : "");
	}

	/**
	 * An image with the very same pixels, calibration, labels and overlay, which stays as it is
	 * when the open one is closed or gets other slices: ImageJ takes the pixels away from what is
	 * closed. Nothing is copied. Where its file means other numbers, these: see {@link #meant}.
	 *
	 * @throws McdUnetException if the image has no pixels
	 */
	public static ImagePlus held(final ImagePlus open) {
		return held(open, meant(open));
	}

	/** As {@link #held}, of masks, whose numbers stay what they are. */
	static ImagePlus heldMasks(final ImagePlus open) {
		checkPixels(open);
		return held(open, open);
	}

	/**
	 * The open image, or what is meant by it: see
	 * {@link io.github.mcdunet.imagej.file.ImageFiles#meant}.
	 */
	public static ImagePlus meant(final ImagePlus open) {
		checkPixels(open);
		return ImageFiles.meant(open).orElse(open);
	}

	private static ImagePlus held(final ImagePlus open, final ImagePlus meant) {
		final ImageStack planes = meant.getStack();
		final ImagePlus held = new ImagePlus(open.getTitle(),
			planes.isVirtual() ? planes : held(open, planes));
		final int[] size = meant.getDimensions();
		if (size[2] * size[3] * size[4] == held.getStackSize())
			held.setDimensions(size[2], size[3], size[4]);
		held.setCalibration(open.getCalibration());
		held.setOverlay(open.getOverlay());
		ClassNames.copy(open, held);
		return held;
	}

	private static ImageStack held(final ImagePlus open, final ImageStack planes) {
		final ImageStack held = new ImageStack(planes.getWidth(), planes.getHeight(),
			planes.getColorModel());
		for (int i = 1; i <= planes.getSize(); i++) {
			final Object pixels = planes.getPixels(i);
			if (pixels == null)
				throw new McdUnetException(
					"'" + open.getTitle() + "' was closed. Open it again and leave it open "
						+ "until the command has begun.");
			held.addSlice(planes.getSliceLabel(i), pixels);
		}
		return held;
	}

	public static void checkPixels(final ImagePlus image) {
		// NB: SciJava makes an image without pixels out of a title that no open image has.
		if (image == null || image.getWidth() == 0 || image.getStackSize() == 0
			|| image.getProcessor() == null)
			throw new McdUnetException(
				"There is no open image" + (image == null ? "" : " '" + image.getTitle() + "'")
					+ ". Open it first; a macro names it by its window's title.");
	}

	/**
	 * A stack with several channels looks best as a composite, in which each channel has its own
	 * brightness.
	 */
	public static ImagePlus composite(final ImagePlus image) {
		if (image.getNChannels() == 1) return image;
		final CompositeImage composite = new CompositeImage(image, CompositeImage.GRAYSCALE);
		composite.resetDisplayRanges();
		return composite;
	}
}
