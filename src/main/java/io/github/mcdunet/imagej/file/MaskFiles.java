package io.github.mcdunet.imagej.file;

import ij.ImagePlus;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * Opens mask files as ImageJ does, but where pixels are transparent, they are background: ImageJ
 * paints such images onto white.
 */
public final class MaskFiles {

	private static final int OPAQUE = 255;

	private MaskFiles() {
	}

	/** @throws io.github.mcdunet.McdUnetException if the file is no image, or damaged */
	public static ImagePlus open(final Path file) {
		final ImagePlus opened = ImageFiles.openMasks(file);
		final String name = file.getFileName().toString();
		if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(png|gif)")) return opened;
		try {
			return transparent(name, ImageIO.read(file.toFile())).orElse(opened);
		}
		catch (final IOException | RuntimeException e) {
			// NB: what ImageJ reads is read
			return opened;
		}
	}

	/** The mask on black; empty if nothing is transparent. */
	private static Optional<ImagePlus> transparent(final String name, final BufferedImage image) {
		return image != null && image.getColorModel().hasAlpha()
			&& (isTransparent(image) || !(image.getColorModel() instanceof IndexColorModel))
				? Optional.of(ShownPixels.onBlack(name, image)) : Optional.empty();
	}

	private static boolean isTransparent(final BufferedImage image) {
		final int[] colors = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0,
			image.getWidth());
		return Arrays.stream(colors).anyMatch(color -> color >>> 24 < OPAQUE);
	}
}
