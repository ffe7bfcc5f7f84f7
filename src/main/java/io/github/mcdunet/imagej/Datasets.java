package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Datasets from open images, and open images from datasets. */
public final class Datasets {

	private Datasets() {
	}

	/**
	 * @throws io.github.mcdunet.McdUnetException if images and masks do not fit; see
	 * {@link TruthMasks#fromStack}
	 */
	public static Dataset of(final ImagePlus images, final ImagePlus masks) {
		return of(images, masks, line -> {
		});
	}

	/**
	 * As {@link #of(ImagePlus, ImagePlus)}.
	 *
	 * @param notes is told in sentences what the masks were understood to mean
	 */
	public static Dataset of(final ImagePlus images, final ImagePlus masks,
		final Consumer<String> notes) {
		final ImagePlus held = ImageStacks.held(images);
		return join(held, TruthMasks.fromStack(ImageStacks.heldMasks(masks), held, notes));
	}

	/** The objects are the overlay's ROIs; each of its group's class. */
	public static Dataset ofOverlay(final ImagePlus images, final Consumer<String> notes) {
		return of(images, Truth.complete(Truth.Kind.OVERLAY), null, new Roi[0], notes);
	}

	/** The objects are ROIs, such as the ROI Manager's; each of its group's class. */
	public static Dataset ofRois(final ImagePlus images, final Roi[] rois,
		final Consumer<String> notes) {
		return of(images, Truth.complete(Truth.Kind.ROIS), null, rois, notes);
	}

	/**
	 * Whatever marks the images.
	 *
	 * @param stack of masks, objects or classes, if that is where the marks are; else not looked at
	 * @param rois if that is where the marks are; else not looked at
	 * @param notes is told in sentences what the marks were understood to mean
	 * @throws io.github.mcdunet.McdUnetException if images and marks do not fit, or the marks
	 * cannot be meant
	 */
	public static Dataset of(final ImagePlus images, final Truth truth, final ImagePlus stack,
		final Roi[] rois, final Consumer<String> notes) {
		if (truth.isStack() && !truth.sparse()) {
			ImageStacks.checkPixels(stack);
			LabelLook.advice(stack, truth.kind()).ifPresent(notes);
		}
		if (truth.equals(Truth.MASKS)) return of(images, stack, notes);
		final ImagePlus held = ImageStacks.held(images);
		final Dataset data = join(held, labels(held, truth, stack, rois, notes));
		final int marked = data.marked().size();
		if (marked < data.size())
			notes.accept("Nothing is marked in " + (data.size() - marked) + " of " + data.size()
				+ " images; they are not used.");
		return data;
	}

	private static LabeledClasses labels(final ImagePlus images, final Truth truth,
		final ImagePlus stack, final Roi[] rois, final Consumer<String> notes) {
		truth.checkObjects();
		if (truth.isStack()) TruthMasks.checkFit(stack, images);
		switch (truth.kind()) {
			case OBJECTS :
				return new LabeledClasses(LabelStacks.objects(ImageStacks.held(stack), notes));
			case OVERLAY :
				TruthMasks.checkOverlay(images);
				return RoiLabels.read(images, images.getOverlay().toArray(), truth.sparse(), notes);
			case ROIS :
				return RoiLabels.read(images, rois, truth.sparse(), notes);
			default :
				return LabelStacks.classes(ImageStacks.held(stack), truth.sparse(), notes);
		}
	}

	private static Dataset join(final ImagePlus images, final List<Labels> masks) {
		return join(images, new LabeledClasses(masks));
	}

	private static Dataset join(final ImagePlus images, final LabeledClasses masks) {
		final List<String> names = ImageStacks.names(images),
			channels = ImageStacks.channelNames(images);
		final List<LabeledImage> labeled = new ArrayList<>();
		for (int i = 0; i < masks.labels().size(); i++)
			labeled.add(new LabeledImage(names.get(i), channels.size(),
				ImageStacks.pixels(images, i), masks.labels().get(i)));
		return new Dataset(labeled, channels, masks.classes());
	}

	/**
	 * The images of a dataset as a 32-bit stack: channels, and one frame per image, labelled by its
	 * name. All must have one size.
	 */
	public static ImagePlus images(final Dataset data, final String title) {
		final int width = data.get(0).width(), height = data.get(0).height(), area = width * height;
		final ImageStack stack = new ImageStack(width, height);
		for (final LabeledImage s : data.images())
			for (int c = 0; c < data.channels(); c++)
				stack.addSlice(s.name(),
					java.util.Arrays.copyOfRange(s.pixels(), c * area, (c + 1) * area));
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(data.channels(), 1, data.size());
		image.setOpenAsHyperStack(true);
		return ImageStacks.composite(image);
	}

	/**
	 * The masks of a dataset as an 8-bit stack of 0 and 255, one frame per image, labelled by its
	 * name. All must have one size.
	 */
	public static ImagePlus masks(final Dataset data, final String title) {
		final ImageStack stack = new ImageStack(data.get(0).width(), data.get(0).height());
		for (final LabeledImage s : data.images()) {
			final byte[] mask = new byte[s.labels().size()];
			for (int i = 0; i < mask.length; i++)
				mask[i] = (byte) (s.labels().classes()[i] * 255);
			stack.addSlice(s.name(), mask);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(1, 1, data.size());
		image.setOpenAsHyperStack(data.size() > 1);
		return image;
	}

	/**
	 * The numbered objects of a dataset as a label image, one frame per image, labelled by its
	 * name. All must have one size.
	 */
	public static ImagePlus labels(final Dataset data, final String title) {
		final LabelImages stack = new LabelImages(images(data, title));
		data.images().forEach(image -> stack.add(image.labels()));
		return stack.image(title);
	}

	/**
	 * The classes of a dataset as an image in which each class has its number, 0 being the
	 * background; one frame per image, labelled by its name. All must have one size.
	 */
	public static ImagePlus classes(final Dataset data, final String title) {
		final LabelImages stack = new LabelImages(images(data, title));
		data.images().forEach(image -> stack.addClasses(image.labels()));
		final ImagePlus image = stack.image(title);
		image.setLut(LookUpTables.of(data.classes()));
		image.setDisplayRange(0, 255);
		ClassNames.put(image, data.classes());
		return image;
	}
}
