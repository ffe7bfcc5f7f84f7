package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.imagej.ClassNames;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.review.ReviewEntry;

import java.util.List;
import java.util.Optional;

/**
 * Reads the objects of a prediction back from its label image, with what its properties say of
 * them, and the separation map if there is one.
 */
public final class PredictedObjects {

	/** Values beyond are not all whole numbers in a 32-bit image. */
	private static final int LARGEST = 1 << 24;

	private final ImagePlus labels;
	private final Optional<ImagePlus> separation;
	private final ObjectNotes notes;
	private final List<LabelClass> classes;

	/**
	 * @param labels 16- or 32-bit, in which each object has its number
	 * @param separation 32-bit, 0..1
	 * @param images that were predicted
	 * @throws McdUnetException if these are no such images, or of another size
	 */
	public PredictedObjects(final ImagePlus labels, final Optional<ImagePlus> separation,
		final ImagePlus images) {
		check(labels, images);
		separation.ifPresent(map -> {
			check(map, images);
			if (map.getBitDepth() != 32)
				throw new McdUnetException("'" + map.getTitle()
					+ "' is no separation map: that is a 32-bit image. Choose the one that the prediction made, or close it.");
		});
		this.labels = labels;
		this.separation = separation;
		notes = ObjectNotes.of(labels);
		classes = ClassNames.of(labels).orElse(LabelClass.OF_MASKS);
	}

	private static void check(final ImagePlus result, final ImagePlus images) {
		ImageStacks.checkPixels(result);
		final int count = images.getNSlices() * images.getNFrames();
		if (result.getWidth() != images.getWidth() || result.getHeight() != images.getHeight()
			|| result.getStackSize() != count)
			throw new McdUnetException("'" + result.getTitle() + "' has " + result.getStackSize()
				+ (result.getStackSize() == 1 ? " image of " : " images of ") + result.getWidth()
				+ " x " + result.getHeight() + " pixels, but '" + images.getTitle() + "' has "
				+ count + " of " + images.getWidth() + " x " + images.getHeight()
				+ ". Choose the prediction of these images.");
	}

	/** That objects may be of, the background first. */
	public List<LabelClass> classes() {
		return classes;
	}

	/** Whether it is known how often the samples see an object in another way. */
	public boolean haveChances() {
		return notes.haveChances();
	}

	/**
	 * The objects of image i, from 0, with the numbers of the label image, as far as they are
	 * there, and their classes.
	 *
	 * @throws McdUnetException if a value is no number of an object
	 */
	public Labels get(final int i) {
		final ImageProcessor plane = labels.getStack().getProcessor(i + 1);
		final int[] numbers = new int[plane.getPixelCount()];
		final byte[] ofClass = new byte[numbers.length];
		int count = 0;
		for (int p = 0; p < numbers.length; p++) {
			final float value = plane.getf(p);
			if (!(value >= 0 && value <= LARGEST) || value != Math.rint(value))
				throw new McdUnetException("'" + labels.getTitle() + "' has the value " + value
					+ ", which is no number of an object. Choose the label image that the prediction made.");
			numbers[p] = (int) value;
			count = Math.max(count, numbers[p]);
		}
		final byte[] known = new byte[count + 1];
		for (int k = 1; k <= count; k++)
			known[k] = (byte) Math.min(classes.size() - 1, notes.classOf(i, k));
		for (int p = 0; p < numbers.length; p++)
			ofClass[p] = known[numbers[p]];
		return Labels.of(ofClass, numbers, plane.getWidth(), plane.getHeight(), count);
	}

	/** The mean separation of image i, from 0, [H, W] row-major, 0..1. */
	public Optional<float[]> separation(final int i) {
		return separation.map(
			map -> (float[]) ((FloatProcessor) map.getStack().getProcessor(i + 1)).getPixels());
	}

	/** The entry with what is known of its object, or as it is if nothing is. */
	public ReviewEntry on(final ReviewEntry entry) {
		return notes.on(entry, classes.size() > 2);
	}
}
