package io.github.mcdunet.view;

import ij.ImageListener;
import ij.ImagePlus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps images of the same slices and frames at the same slice and frame while a user steps through
 * one of them; channels are left alone. Ends when fewer than two of them are open.
 */
public final class PositionLink implements ImageListener {

	private final List<ImagePlus> images;
	private int z;
	private int t;

	PositionLink(final List<ImagePlus> images) {
		this.images = new CopyOnWriteArrayList<>(images);
		z = images.get(0).getZ();
		t = images.get(0).getT();
	}

	/**
	 * @param images with the same numbers of slices and frames; nothing happens for images of one
	 * slice and frame
	 */
	public static void between(final List<ImagePlus> images) {
		if (images.size() > 1 && images.get(0).getNSlices() * images.get(0).getNFrames() > 1)
			ImagePlus.addImageListener(new PositionLink(images));
	}

	@Override
	public void imageUpdated(final ImagePlus image) {
		// NB: the images that follow report their change too, and late, when a user may be farther already
		if (!images.contains(image) || image.getZ() == z && image.getT() == t) return;
		z = image.getZ();
		t = image.getT();
		for (final ImagePlus other : images)
			if (other != image) other.setPosition(other.getC(), z, t);
	}

	@Override
	public void imageOpened(final ImagePlus image) {
		// only the images given count
	}

	@Override
	public void imageClosed(final ImagePlus image) {
		images.remove(image);
		if (images.size() < 2) ImagePlus.removeImageListener(this);
	}
}
