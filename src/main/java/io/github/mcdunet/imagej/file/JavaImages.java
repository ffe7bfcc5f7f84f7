package io.github.mcdunet.imagej.file;

import ij.ImagePlus;
import ij.ImageStack;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Files that Java's own readers read, where ImageJ's change their values. */
final class JavaImages {

	private JavaImages() {
	}

	/** A PNG image with a palette or transparency; empty if it has none, or is no PNG. */
	static Optional<BufferedImage> png(final Path file) {
		try {
			return read(file, "png", 0).filter(image -> image.getColorModel().hasAlpha()
				|| image.getSampleModel().getNumBands() == 1
					&& image.getColorModel() instanceof IndexColorModel);
		}
		catch (final IOException | RuntimeException e) {
			// NB: ImageJ will say what is wrong
			return Optional.empty();
		}
	}

	/**
	 * The pages of a TIFF, such as one compressed as JPEG or fax.
	 *
	 * @return empty if Java cannot read it either
	 */
	static Optional<ImagePlus> tiff(final Path file, final int pages) {
		ImagePlus all = null;
		try {
			for (int i = 0; i < pages; i++) {
				final Optional<BufferedImage> page = read(file, "tiff", i);
				if (page.isEmpty()) return Optional.empty();
				final ImagePlus image = ShownPixels.of(file.getFileName().toString(), page.get());
				if (image.getStackSize() > 1 && pages > 1) return Optional.empty();
				if (all == null) all = image;
				else {
					final ImageStack stack = all.getStack();
					stack.addSlice(image.getProcessor());
					all.setStack(stack);
				}
			}
			return Optional.ofNullable(all);
		}
		catch (final IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	private static Optional<BufferedImage> read(final Path file, final String format,
		final int page) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			while (in != null && readers.hasNext()) {
				final ImageReader reader = readers.next();
				if (!Arrays.asList(reader.getOriginatingProvider().getFormatNames())
					.contains(format)) continue;
				try {
					reader.setInput(in);
					return Optional.of(reader.read(page));
				}
				finally {
					reader.dispose();
				}
			}
			return Optional.empty();
		}
	}
}
