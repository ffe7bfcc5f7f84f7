package io.github.mcdunet.imagej.file;

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
		final Optional<ImageHeader> header = ImageHeader.read(file, directories);
		final long most = MemoryBudget.limit();
		if (header.isPresent() && header.get().bytes() > most)
			throw new McdUnetException("'" + file.getFileName() + "' needs "
				+ NumberText.bytes(header.get().bytes()) + " of memory, but Fiji has "
				+ NumberText.bytes(most) + ". " + MemoryBudget.remedy("cut the image into parts"));
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final ImagePlus image;
		try {
			image = open(file, opener, directories);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			// NB: ImageJ's readers stumble over damaged files in many ways, and believe sizes.
			throw unreadable(file, e);
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

	/** NB: ImageJ's opener would read all directories again, of which there may be thousands. */
	private static ImagePlus open(final Path file, final Opener opener,
		final Optional<FileInfo[]> directories) {
		final ImagePlus stack = directories.filter(info -> info.length > 1)
			.map(opener::openTiffStack).orElse(null);
		return stack != null ? stack : opener.openImage(file.toAbsolutePath().toString());
	}

	private static McdUnetException unreadable(final Path file, final Throwable cause) {
		return new McdUnetException("'" + file.getFileName()
			+ "' cannot be read as an image: it is "
			+ "something else, damaged, or too large for the memory. Check that it opens with File > Open.",
			cause);
	}
}
