package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.List;

/**
 * Grows a label image, in which each object's pixels have its number and the background is 0: as
 * MorphoLibJ, TrackMate's label image detector, MoBIE and 3D Suite read it. 16-bit, or 32-bit float
 * if an image has more than 65,535 objects; with the slices, frames, slice labels and calibration
 * of an input, and one channel. Numbers begin at 1 in every image. Used by one thread.
 */
public final class LabelImages {

	private static final int LARGEST_SHORT = 65_535;
	/** Whole numbers beyond are not all floats. */
	private static final int LARGEST_FLOAT = 1 << 24;

	private final ImagePlus input;
	private final ImageGrid grid;
	/** short[] or, of images with too many objects for it, float[]. */
	private final List<Object> planes = new ArrayList<>();
	private int largest;

	/** @param input whose images the labels belong to, slice by slice, frame by frame */
	public LabelImages(final ImagePlus input) {
		this.input = input;
		grid = new ImageGrid(input);
	}

	/**
	 * Adds the next image's objects.
	 *
	 * @param labels numbered objects of the input's width and height, at most 16,777,216
	 */
	public void add(final Labels labels) {
		labels.checkSize(input.getWidth(), input.getHeight());
		if (labels.objectCount() > LARGEST_FLOAT)
			throw new IllegalArgumentException(
				labels.objectCount() + " objects are too many for a label image");
		largest = Math.max(largest, labels.objectCount());
		planes.add(plane(labels.objects(), labels.objectCount() > LARGEST_SHORT));
	}

	/**
	 * Adds the next image's classes as if they were numbers; what nobody has labelled is 0.
	 *
	 * @param labels of the input's width and height
	 */
	public void addClasses(final Labels labels) {
		labels.checkSize(input.getWidth(), input.getHeight());
		final int[] classes = new int[labels.size()];
		for (int i = 0; i < classes.length; i++) {
			classes[i] = Math.max(0, labels.classes()[i]);
			largest = Math.max(largest, classes[i]);
		}
		planes.add(plane(classes, false));
	}

	private static Object plane(final int[] numbers, final boolean many) {
		final short[] shorts = new short[many ? 0 : numbers.length];
		final float[] floats = new float[many ? numbers.length : 0];
		for (int i = 0; i < numbers.length; i++)
			if (many) floats[i] = numbers[i];
			else
				shorts[i] = (short) numbers[i];
		return many ? floats : shorts;
	}

	/**
	 * The label image. Up to 255 objects, each number has a colour of its own.
	 *
	 * @param title of the image
	 * @throws IllegalStateException if not all images are there
	 */
	public ImagePlus image(final String title) {
		if (planes.size() < grid.count())
			throw new IllegalStateException(
				"Only " + planes.size() + " of " + grid.count() + " images are there");
		final ImageStack stack = new ImageStack(input.getWidth(), input.getHeight());
		for (final Object plane : planes) {
			final String label = grid.label(stack.getSize());
			// ImageJ's word for "no label" is null
			stack.addSlice(label.isEmpty() ? null : label,
				largest > LARGEST_SHORT ? floats(plane) : plane);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(1, input.getNSlices(), input.getNFrames());
		image.setOpenAsHyperStack(stack.getSize() > 1);
		final Calibration calibration = input.getCalibration().copy();
		calibration.setFunction(Calibration.NONE, null, "");
		image.setCalibration(calibration);
		image.setLut(LookUpTables.labels());
		image.setDisplayRange(0, Math.max(255, largest));
		return image;
	}

	private static float[] floats(final Object plane) {
		if (plane instanceof float[] floats) return floats;
		final short[] shorts = (short[]) plane;
		final float[] floats = new float[shorts.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = shorts[i] & 0xffff;
		return floats;
	}
}
