package io.github.mcdunet.imagej.file;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;

import io.github.mcdunet.io.SafeFile;

import java.nio.file.Path;

/**
 * Saves images as ImageJ does, with calibration, slice labels, display range, colours and overlay,
 * but whole or not at all, and without a dialog if the disk is full.
 */
public final class TiffFiles {

	private TiffFiles() {
	}

	/**
	 * Writes or replaces a TIFF file.
	 *
	 * @param image of one channel
	 * @throws io.github.mcdunet.McdUnetException if that is not possible
	 */
	public static void write(final ImagePlus image, final Path file) {
		final FileInfo info = image.getFileInfo();
		info.description = new FileSaver(image).getDescriptionString();
		info.info = image.getInfoProperty();
		info.sliceLabels = image.getStack().getSliceLabels();
		info.properties = image.getPropertiesAsArray();
		info.overlay = encoded(image.getOverlay());
		SafeFile.write(file, "image", out -> new TiffEncoder(info).write(out));
	}

	/** ImageJ's word for "no overlay" is null. */
	private static byte[][] encoded(final Overlay overlay) {
		if (overlay == null || overlay.size() == 0) return null;
		final byte[][] rois = new byte[overlay.size()][];
		for (int i = 0; i < rois.length; i++)
			rois[i] = RoiEncoder.saveAsByteArray(overlay.get(i));
		return rois;
	}
}
