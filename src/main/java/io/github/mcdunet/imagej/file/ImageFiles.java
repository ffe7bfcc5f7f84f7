package io.github.mcdunet.imagej.file;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens image files without any dialog, and refuses those of which ImageJ could read a part only.
 */
public final class ImageFiles {

	private ImageFiles() {
	}

	/** @throws McdUnetException if the file is no image, or damaged */
	public static ImagePlus open(final Path file) {
		final Optional<FileInfo[]> directories = ImageHeader.tiff(file);
		directories.ifPresent(pages -> checkPages(file, pages));
		final Optional<ImageHeader> header = ImageHeader.read(file, directories);
		final long most = MemoryBudget.limit();
		if (header.isPresent() && header.get().bytes() > most)
			throw new McdUnetException("'" + file.getFileName() + "' needs "
				+ NumberText.bytes(header.get().bytes()) + " of memory, but Fiji has "
				+ NumberText.bytes(most) + ". " + MemoryBudget.remedy("cut the image into parts"));
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final ImagePlus image;
		// NB: else ImageJ opens a window that stops everything
		final boolean redirected = IJ.redirectingErrorMessages();
		try {
			IJ.redirectErrorMessages(true);
			image = open(file, opener, directories);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			// NB: ImageJ's readers stumble over damaged files in many ways, and believe sizes.
			throw unreadable(file, e);
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
		if (image == null || image.getWidth() < 1 || image.getProcessor() == null)
			throw unreadable(file, null);
		final int planes = header.map(ImageHeader::planes).orElse(1);
		if (image.getStackSize() < planes)
			throw new McdUnetException("Only " + image.getStackSize() + " of the " + planes
				+ " planes of '" + file.getFileName()
				+ "' could be read. The file is damaged, or larger than the memory.");
		return image;
	}

	/** Of pages that differ, ImageJ opens the first without a word. */
	private static void checkPages(final Path file, final FileInfo[] pages) {
		for (final FileInfo page : pages) {
			final FileInfo first = pages[0];
			if (page.width != first.width || page.height != first.height)
				throw new McdUnetException("'" + file.getFileName() + "' holds pages of different "
					+ "sizes (" + first.width + " x " + first.height + " and " + page.width + " x "
					+ page.height + "): it is a pyramid, or has a preview. Open it (Plugins > "
					+ "Bio-Formats in Fiji), and save the page that is meant as a file of its own.");
			if (page.fileType != first.fileType)
				throw new McdUnetException("'" + file.getFileName() + "' holds pages of different "
					+ "kinds (" + bits(first) + " and " + bits(page) + "). Save the pages that are "
					+ "meant as files of their own.");
		}
	}

	private static String bits(final FileInfo page) {
		return 8 * page.getBytesPerPixel() + "-bit";
	}

	/** NB: ImageJ's opener would read all directories again, of which there may be thousands. */
	private static ImagePlus open(final Path file, final Opener opener,
		final Optional<FileInfo[]> directories) {
		final ImagePlus stack = directories.filter(info -> info.length > 1)
			.map(opener::openTiffStack).orElse(null);
		if (stack != null) return stack;
		final String path = file.toAbsolutePath().toString();
		return isImage(opener.getFileType(path), directories.isPresent()) ? opener.openImage(path)
			: null;
	}

	/**
	 * Whether ImageJ's opener knows such a file as an image. NB: what it does not know ends the
	 * macro that is running, whatever becomes of its message; Fiji's readers are asked first.
	 */
	private static boolean isImage(final int type, final boolean directories) {
		return switch (type) {
			case Opener.TIFF -> directories;
			case Opener.UNKNOWN -> isFiji();
			case Opener.TEXT, Opener.JAVA_OR_TEXT, Opener.TABLE, Opener.LUT, Opener.ROI -> false;
			default -> true;
		};
	}

	private static boolean isFiji() {
		try {
			Class.forName("HandleExtraFileTypes", false, IJ.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException e) {
			return false;
		}
	}

	private static McdUnetException unreadable(final Path file, final Throwable cause) {
		return new McdUnetException("'" + file.getFileName()
			+ "' cannot be read as an image: it is "
			+ "something else, damaged, or too large for the memory. Check that it opens with File > Open.",
			cause);
	}
}
