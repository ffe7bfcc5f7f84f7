package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.MaskMeaning;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where the true objects are: in a mask stack, in an overlay, or in ROIs. Masks are [H, W]
 * row-major, 1 = object, 0 = background.
 */
public final class TruthMasks {

	/** Pixels of a ROI's bounds; the mask that ImageJ makes of it takes a byte each. */
	private static final long LARGEST_ROI = 1L << 28;

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
		ImageStacks.checkPixels(images);
		if (rois.length == 0)
			throw new McdUnetException(
				"There is no ROI in the ROI Manager. Outline the objects of '" + images.getTitle()
					+ "' and press T for each, or choose a mask stack.");
		final int width = images.getWidth(), height = images.getHeight();
		final List<byte[]> masks = new ArrayList<>();
		for (int i = 0; i < ImageStacks.count(images); i++)
			masks.add(new byte[width * height]);
		final Map<String, Integer> left = new LinkedHashMap<>();
		int objects = 0;
		for (final Roi roi : rois) {
			final Optional<String> annotation = Annotations.kind(roi);
			if (annotation.isPresent()) {
				left.merge(annotation.get(), 1, Integer::sum);
				continue;
			}
			objects++;
			if (!roi.isArea())
				throw new McdUnetException("The ROI '" + name(roi) + "' of '" + images.getTitle()
					+ "' is a " + roi.getTypeAsString().toLowerCase()
					+ ", which has no area. Delete it, or outline the object instead.");
			checkPlace(roi, images);
			for (int i = 0; i < masks.size(); i++)
				if (isOn(roi, images, i)) fill(roi, images, masks.get(i));
		}
		final String out = left.entrySet().stream().map(e -> e.getValue() + " x " + e.getKey())
			.collect(Collectors.joining(", "));
		if (objects == 0)
			throw new McdUnetException("There is no outline of an object in '" + images.getTitle()
				+ "', only " + out + ". Outline the objects, or choose a mask stack.");
		final List<Labels> labels = masks.stream()
			.map(mask -> Labels.ofClasses(mask, width, height)).toList();
		notes.accept("Masks: inside of an outline = object; " + objects + " outline"
			+ (objects == 1 ? "" : "s") + "."
			+ (out.isEmpty() ? "" : " No objects, and left out: " + out + "."));
		tellShare(labels, notes);
		return labels;
	}

	private static void tellShare(final List<Labels> labels, final Consumer<String> notes) {
		final long all = labels.stream().mapToLong(Labels::size).sum(),
			object = labels.stream().mapToLong(Labels::foreground).sum();
		if (2 * object > all)
			notes.accept("More than half of the pixels (" + Math.round(100.0 * object / all)
				+ " %) are object. Are there outlines of background?");
	}

	/**
	 * @throws McdUnetException if the ROI is on a slice that is not there, or absurdly large: then
	 * it is another image's
	 */
	private static void checkPlace(final Roi roi, final ImagePlus images) {
		final Rectangle r = roi.getBounds();
		final boolean beyond = roi.hasHyperStackPosition()
			? roi.getZPosition() > images.getNSlices() || roi.getTPosition() > images.getNFrames()
			: roi.getPosition() > images.getStackSize();
		// NB: a side of a damaged ROI may have run over, and be negative
		if (beyond || Math.min(r.width, r.height) < 0 || (long) r.width * r.height > LARGEST_ROI)
			throw new McdUnetException(
				"The ROI '" + name(roi) + "' does not fit '" + images.getTitle() + "': it "
					+ (beyond ? "is on a slice or frame that is not there"
						: "is " + r.width + " x " + r.height + " pixels large")
					+ ". Open the ROIs that belong to these images, or delete it.");
	}

	/** ImageJ's word for a rectangle is null. */
	private static ImageProcessor shape(final Roi roi, final ImagePlus images) {
		try {
			return roi.getMask();
		}
		catch (final RuntimeException e) {
			// NB: ImageJ computes with whatever numbers were in the file.
			throw new McdUnetException("The outline of the ROI '" + name(roi) + "' of '"
				+ images.getTitle() + "' is damaged. Delete it, or outline the object anew.", e);
		}
	}

	private static String name(final Roi roi) {
		return roi.getName() == null ? "without a name" : roi.getName();
	}

	private static boolean isOn(final Roi roi, final ImagePlus images, final int index) {
		final int slice = index % images.getNSlices() + 1, frame = index / images.getNSlices() + 1;
		if (roi.hasHyperStackPosition())
			return (roi.getZPosition() == 0 || roi.getZPosition() == slice)
				&& (roi.getTPosition() == 0 || roi.getTPosition() == frame);
		final int position = roi.getPosition();
		if (position == 0) return true;
		final int[] czt = images.convertIndexToPosition(position);
		return czt[1] == slice && czt[2] == frame;
	}

	/** Sets the pixels of an area ROI, as far as they are in the image. */
	public static void fill(final Roi roi, final ImagePlus images, final byte[] mask) {
		final int width = images.getWidth(), height = images.getHeight();
		final Rectangle r = roi.getBounds();
		final ImageProcessor shape = shape(roi, images);
		for (int y = Math.max(0, r.y); y < Math.min(height, r.y + r.height); y++)
			for (int x = Math.max(0, r.x); x < Math.min(width, r.x + r.width); x++)
				if (shape == null || shape.get(x - r.x, y - r.y) != 0) mask[y * width + x] = 1;
	}
}
