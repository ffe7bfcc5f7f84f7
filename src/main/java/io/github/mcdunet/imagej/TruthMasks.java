package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.MaskMeaning;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where the true objects are: in a mask stack, in an overlay, or in ROIs. Masks are [H, W]
 * row-major, 1 = object, 0 = background.
 */
public final class TruthMasks {

	private TruthMasks() {
	}

	/**
	 * Reads true masks; see {@link #read(ImagePlus, Consumer)}.
	 *
	 * @throws McdUnetException if the masks do not fit the images in number or size, or cannot be
	 * meant
	 */
	public static List<Labels> fromStack(final ImagePlus masks, final ImagePlus images) {
		return fromStack(masks, images, line -> {
		});
	}

	/** As {@link #fromStack(ImagePlus, ImagePlus)}, and says what was understood. */
	public static List<Labels> fromStack(final ImagePlus masks, final ImagePlus images,
		final Consumer<String> notes) {
		ImageStacks.checkPixels(masks);
		ImageStacks.checkPixels(images);
		checkFit(masks, images);
		return read(masks, notes);
	}

	/**
	 * Reads true masks. What their values mean is decided for the whole stack: see
	 * {@link io.github.mcdunet.dataset.MaskMeaning}.
	 *
	 * @param notes is told what was understood, and what may be wrong
	 * @throws McdUnetException if that cannot be told, or no mask shows background
	 */
	public static List<Labels> read(final ImagePlus masks, final Consumer<String> notes) {
		final MaskReader reader = new MaskReader().look(masks);
		final MaskMeaning meaning = reader.meaning();
		meaning.check();
		final List<Labels> labels = MaskReader.readTruth(masks, ImageStacks.names(masks), meaning);
		MaskReader.sentences(meaning, labels.get(0)).forEach(notes);
		return labels;
	}

	/** Reads predicted masks, which may also be all object. */
	public static List<Labels> read(final ImagePlus masks) {
		return new MaskReader().look(masks).read(masks);
	}

	/** @throws McdUnetException if the masks do not fit the images in number or size */
	public static void checkFit(final ImagePlus masks, final ImagePlus images) {
		final int n = ImageStacks.count(images), m = ImageStacks.count(masks);
		if (n != m)
			throw new McdUnetException(
				"'" + images.getTitle() + "' has " + n + " image" + (n == 1 ? "" : "s") + ", but '"
					+ masks.getTitle() + "' has " + m + " mask" + (m == 1 ? "" : "s")
					+ ". There must be one mask for each image, in the same order.");
		if (masks.getWidth() != images.getWidth() || masks.getHeight() != images.getHeight())
			throw new McdUnetException(
				"'" + images.getTitle() + "' is " + images.getWidth() + " x " + images.getHeight()
					+ " pixels, but '" + masks.getTitle() + "' is " + masks.getWidth() + " x "
					+ masks.getHeight() + ". Masks and images must have the same size.");
	}

	/**
	 * Fills the overlay's area ROIs, each on its slice or frame; one without a position counts for
	 * all. Texts, pictures, points, arrows, scale bars and legends are left out.
	 *
	 * @throws McdUnetException if there is no overlay, or one of its ROIs has no area, is absurdly
	 * large or on no slice of the image
	 */
	public static List<Labels> fromOverlay(final ImagePlus images) {
		return fromOverlay(images, line -> {
		});
	}

	/** As {@link #fromOverlay(ImagePlus)}, and says what was left out. */
	public static List<Labels> fromOverlay(final ImagePlus images, final Consumer<String> notes) {
		ImageStacks.checkPixels(images);
		checkOverlay(images);
		return fromRois(images, images.getOverlay().toArray(), notes);
	}

	/** @throws McdUnetException if the image has no overlay */
	public static void checkOverlay(final ImagePlus images) {
		final Overlay overlay = images.getOverlay();
		if (overlay == null || overlay.size() == 0)
			throw new McdUnetException("'" + images.getTitle()
				+ "' has no overlay. Outline the objects and press B for each (Image > Overlay > Add Selection), or choose a mask stack.");
	}

	/** Fills area ROIs, such as the ROI Manager's; see {@link #fromOverlay}. */
	public static List<Labels> fromRois(final ImagePlus images, final Roi[] rois) {
		return fromRois(images, rois, line -> {
		});
	}

	/** As {@link #fromRois(ImagePlus, Roi[])}, and says what was left out. */
	public static List<Labels> fromRois(final ImagePlus images, final Roi[] rois,
		final Consumer<String> notes) {
		return RoiLabels.read(images, rois, false, notes).labels();
	}

	/** Sets the pixels of an area ROI, as far as they are in the image. */
	public static void fill(final Roi roi, final ImagePlus images, final byte[] mask) {
		RoiLabels.pixels(roi, images, i -> mask[i] = 1);
	}
}
