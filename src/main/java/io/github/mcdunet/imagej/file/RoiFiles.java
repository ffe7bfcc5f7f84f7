package io.github.mcdunet.imagej.file;

import ij.gui.Roi;
import ij.io.RoiEncoder;

import io.github.mcdunet.io.SafeFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Saves outlines as a RoiSet.zip, which ImageJ's ROI Manager opens. */
public final class RoiFiles {

	/**
	 * Every entry's, so that the same outlines give the same bytes. NB: 1980-01-01 would mean
	 * "unknown".
	 */
	private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

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
				final ZipEntry entry = new ZipEntry(roi.getName() + ".roi");
				entry.setTimeLocal(TIME);
				out.putNextEntry(entry);
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
