package io.github.mcdunet.imagej.file;

import ij.ImagePlus;
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
		final Optional<ImageHeader> header = ImageHeader.read(file);
		final long most = MemoryBudget.limit();
		if (header.isPresent() && header.get().bytes() > most)
			throw new McdUnetException("'" + file.getFileName() + "' needs "
				+ NumberText.bytes(header.get().bytes()) + " of memory, but Fiji has "
				+ NumberText.bytes(most) + ". " + MemoryBudget.remedy("cut the image into parts"));
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final ImagePlus image;
		try {
			image = opener.openImage(file.toAbsolutePath().toString());
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

	private static McdUnetException unreadable(final Path file, final Throwable cause) {
		return new McdUnetException("'" + file.getFileName()
			+ "' cannot be read as an image: it is "
			+ "something else, damaged, or too large for the memory. Check that it opens with File > Open.",
			cause);
	}
}
