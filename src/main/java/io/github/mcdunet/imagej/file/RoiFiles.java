package io.github.mcdunet.imagej.file;

import ij.gui.Roi;
import ij.io.RoiEncoder;

import io.github.mcdunet.io.SafeFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Saves outlines as a RoiSet.zip, which ImageJ's ROI Manager opens. */
public final class RoiFiles {

	private RoiFiles() {
	}

	/**
	 * Writes the ROIs in their order as name.roi; replaces an older file.
	 *
	 * @param rois with names that differ
	 * @throws io.github.mcdunet.McdUnetException if the folder is missing or may not be written to
	 */
	public static void write(final List<Roi> rois, final Path zip) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (final Roi roi : rois) {
				out.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(roi));
				out.closeEntry();
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException("ROIs could not be encoded", e);
		}
		SafeFile.write(zip, "ROIs", bytes.toByteArray());
	}
}
