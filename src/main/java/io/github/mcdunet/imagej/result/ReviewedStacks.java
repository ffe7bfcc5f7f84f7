package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.imagej.ClassNames;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.LabelImages;
import io.github.mcdunet.imagej.LookUpTables;

import java.util.List;
import java.util.function.IntFunction;

/** Stacks that a training takes as they are: reviewed masks, and the images that they belong to. */
public final class ReviewedStacks {

	private final ImagePlus images;
	private final ImageGrid grid;

	/** @param images that were reviewed; not changed */
	public ReviewedStacks(final ImagePlus images) {
		ImageStacks.checkPixels(images);
		this.images = images;
		grid = new ImageGrid(images);
	}

	/**
	 * All masks: 8-bit, 0 and 255, with the images' width, height, slices, frames, calibration and
	 * slice labels, and one channel.
	 *
	 * @param masks by the number of the image, from 0
	 */
	public ImagePlus masks(final IntFunction<Labels> masks) {
		final ResultStack stack = new ResultStack(images, "reviewed", LookUpTables.grays(), 255);
		for (int i = 0; i < grid.count(); i++)
			stack.add(white(masks.apply(i)));
		return stack.image();
	}

	/** The masks of some images, one per frame; see {@link #masks(IntFunction)}. */
	public ImagePlus masks(final IntFunction<Labels> masks, final List<Integer> indices) {
		final ImageStack stack = new ImageStack(images.getWidth(), images.getHeight());
		final List<String> names = ImageStacks.names(images);
		for (final int i : indices)
			stack.addSlice(names.get(i),
				new ByteProcessor(images.getWidth(), images.getHeight(), white(masks.apply(i))));
		final ImagePlus image = like(grid.title() + " reviewed", stack, 1);
		image.getCalibration().setFunction(Calibration.NONE, null, "");
		return image;
	}

	/**
	 * The objects as a label image, whose numbers begin at 1 in every image, as a training takes
	 * it.
	 *
	 * @param objects by the number of the image, from 0
	 * @param indices of the images, from 0
	 * @param everything whether they are all, in the images' slices and frames; else they become
	 * one per frame
	 */
	public ImagePlus objects(final IntFunction<Labels> objects, final List<Integer> indices,
		final boolean everything) {
		final LabelImages labels = new LabelImages(everything ? images : images(indices));
		indices.forEach(i -> labels.add(objects.apply(i)));
		return labels.image(grid.title() + " reviewed objects");
	}

	/** The classes by their numbers, in their colours; as {@link #objects}. */
	public ImagePlus classes(final IntFunction<Labels> objects, final List<LabelClass> classes,
		final List<Integer> indices, final boolean everything) {
		final LabelImages numbers = new LabelImages(everything ? images : images(indices));
		indices.forEach(i -> numbers.addClasses(objects.apply(i)));
		final ImagePlus map = numbers.image(grid.title() + " reviewed classes");
		map.setLut(LookUpTables.of(classes));
		map.setDisplayRange(0, 255);
		ClassNames.put(map, classes);
		return map;
	}

	/** A copy of some images, one per frame, with all channels. */
	public ImagePlus images(final List<Integer> indices) {
		final ImageStack stack = new ImageStack(images.getWidth(), images.getHeight());
		final List<String> names = ImageStacks.names(images);
		for (final int i : indices)
			for (int c = 0; c < images.getNChannels(); c++)
				stack.addSlice(names.get(i), ImageStacks.plane(images, i, c).duplicate());
		return ImageStacks
			.composite(like(grid.title() + " reviewed images", stack, images.getNChannels()));
	}

	private ImagePlus like(final String title, final ImageStack stack, final int channels) {
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(channels, 1, stack.getSize() / channels);
		image.setOpenAsHyperStack(stack.getSize() > 1);
		image.setCalibration(images.getCalibration().copy());
		return image;
	}

	private static byte[] white(final Labels mask) {
		final byte[] white = new byte[mask.size()];
		for (int i = 0; i < white.length; i++)
			if (mask.isForeground(i)) white[i] = (byte) 255;
		return white;
	}
}
