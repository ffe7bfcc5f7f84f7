package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.gui.Roi;

import java.util.regex.Pattern;

/**
 * The images of an open stack, one per slice and frame, frame by frame: their names and where they
 * lie.
 */
public final class ImageGrid {

	/** NB: only endings that image files have: "mouse.day2" is a name. */
	private static final Pattern EXTENSION = Pattern.compile(
		"(?i)(\\.ome)?\\.(tiff?|zip|png|jpe?g|gif|bmp|pgm|ppm|pnm|dcm|dicom|fits?|raw|avi|lsm|czi|lif|nd2?|"
			+ "oib|oif|stk|ics|ids|vsi|mrc|dm[34]|zvi|flex|lei|sld|ims|svs|ndpi|scn|jp2|tga|webp|pict?)$");

	private final ImagePlus image;
	private final int slices;
	private final int frames;

	public ImageGrid(final ImagePlus image) {
		this.image = image;
		slices = image.getNSlices();
		frames = image.getNFrames();
	}

	public int count() {
		return slices * frames;
	}

	/** The image's title without the extension of an image file. */
	public String title() {
		final String title = image.getTitle();
		final String bare = EXTENSION.matcher(title).replaceFirst("");
		return bare.isEmpty() ? title : bare;
	}

	/** The slice label of image i's first channel, counted from 0, or "" if it has none. */
	public String label(final int index) {
		final String label = image.getStack()
			.getSliceLabel(image.getStackIndex(1, slice(index), frame(index)));
		return label == null ? "" : label;
	}

	/** The first line of the image's label, or else the stack's title in full. */
	public String name(final int index) {
		final String line = label(index).split("\\R", 2)[0].trim();
		return line.isEmpty() ? image.getTitle() : line;
	}

	/** A copy of the ROI that shows on the image in all channels of the input image. */
	public Roi onInput(final Roi roi, final int index) {
		final boolean grid = image.getNChannels() > 1 || slices > 1 && frames > 1;
		return placed(roi, index, grid);
	}

	/**
	 * A copy of the ROI that shows on the image in an image of this one's slices and frames, but
	 * one channel.
	 */
	public Roi onResult(final Roi roi, final int index) {
		return placed(roi, index, slices > 1 && frames > 1);
	}

	private Roi placed(final Roi roi, final int index, final boolean grid) {
		final Roi copy = (Roi) roi.clone();
		// In a hyperstack, 0 means any channel. ImageJ reads a plain index in stacks with one axis only.
		if (count() == 1) copy.setPosition(0);
		else if (grid) copy.setPosition(0, slice(index), frame(index));
		else
			copy.setPosition(index + 1);
		return copy;
	}

	private int slice(final int index) {
		return index % slices + 1;
	}

	private int frame(final int index) {
		return index / slices + 1;
	}
}
